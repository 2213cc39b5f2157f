// A small set of signs by their names in three languages. Comes with the first `:` and a letter that somebody writes.
const SIGNS = `
👍 thumbs up,+1|pouce,d’accord|إعجاب
👎 thumbs down,-1|pouce bas|عدم إعجاب
🙏 thank you,please,pray|merci,svp|شكرا,رجاء
👏 clap,applause|bravo,applaudir|تصفيق
💪 strong,muscle|force|قوة
🤝 handshake,agreed|accord,poignée|مصافحة,اتفاق
👋 wave,hello|salut,bonjour|مرحبا,سلام
✊ fist,solidarity|poing,solidarité|قبضة,تضامن
☝️ point up|doigt|إصبع
👉 point right|à droite|يمين
👀 eyes,looking|yeux|عيون
❤️ heart,love|cœur,amour|قلب,حب
💚 green heart|cœur vert|قلب أخضر
🕊️ dove,peace|colombe,paix|حمامة,سلام
🙂 smile|sourire|ابتسامة
😀 grin,happy|content|سعيد
😂 joy,laugh|rire|ضحك
😉 wink|clin d’œil|غمزة
😊 blush|rougir|خجل
🤔 thinking|réflexion|تفكير
😮 surprised,wow|surpris|دهشة
😢 sad,cry|triste,pleurer|حزين,بكاء
😡 angry|colère|غاضب
😅 phew,sweat|ouf|عرق
😴 tired,sleep|fatigué,dormir|تعب,نوم
🙈 see no evil|singe|قرد
🎉 tada,party,congratulations|fête,félicitations|احتفال,تهانينا
🎂 birthday,cake|anniversaire,gâteau|ميلاد,كعكة
🌹 rose|rose|وردة
🌍 world,africa|monde,afrique|عالم,أفريقيا
☀️ sun|soleil|شمس
🌧️ rain|pluie|مطر
🔥 fire|feu|نار
⚡ power,electricity|électricité|كهرباء
💡 idea|idée|فكرة
✅ done,check|fait,coche|تم,صح
☑️ ticked|coché|محدد
❌ no,cross|non,croix|لا,خطأ
❓ question|question|سؤال
❗ important,exclamation|important|مهم
⚠️ warning|attention|تحذير
🚨 alert,urgent|alerte,urgent|إنذار,عاجل
🛑 stop|stop,arrêt|قف
🔒 locked,private|verrou,privé|قفل,خاص
🔑 key|clé|مفتاح
📌 pin|épingle|دبوس
📎 clip,attachment|trombone,pièce jointe|مشبك,مرفق
📄 document,page|document,page|وثيقة,صفحة
📝 memo,note|note,mémo|مذكرة
📅 calendar,date|calendrier,date|تقويم,موعد
⏰ alarm,time|réveil,heure|منبه,وقت
⏳ waiting,hourglass|attente,sablier|انتظار
📞 phone,call|téléphone,appel|هاتف,اتصال
📱 mobile|portable|جوال
💻 laptop,computer|ordinateur|حاسوب
✉️ email,envelope|courriel,enveloppe|بريد,ظرف
📣 megaphone,campaign|mégaphone,campagne|مكبر,حملة
📰 news,press|journal,presse|أخبار,صحافة
🎤 microphone,press conference|micro,conférence|ميكروفون,مؤتمر
📷 camera,photo|appareil,photo|كاميرا,صورة
📈 increase,chart up|hausse|ارتفاع
📉 decrease,chart down|baisse|انخفاض
📊 chart,poll|graphique,consultation|رسم,استطلاع
⚖️ justice,law,scales|justice,loi,balance|عدالة,قانون
🏛️ government,agency|gouvernement,autorité|حكومة,سلطة
🏢 company,office|entreprise,bureau|شركة,مكتب
🌐 internet,web|internet,web|إنترنت
🗳️ vote,ballot|vote,urne|تصويت
✍️ sign,write|signer,écrire|توقيع,كتابة
➡️ arrow,next|flèche,suivant|سهم,التالي
☕ coffee,tea,break|café,thé,pause|قهوة,شاي,استراحة`;

export interface Sign {
  sign: string;
  /** in English, French and Arabic, the first of each the one that is shown */
  names: [string[], string[], string[]];
}

export const EMOJI: Sign[] = SIGNS.trim().split('\n').map((row) => {
  const at = row.indexOf(' ');
  const [en = '', fr = '', ar = ''] = row.slice(at + 1).split('|');
  return { sign: row.slice(0, at), names: [en.split(','), fr.split(','), ar.split(',')] };
});
