import { describe, expect, it } from 'vitest';
import { blocks } from './linkify';
import { fromDevice } from './signature';

const folded = (text: string): string[][] => blocks(text, true).map((block) => [block.kind, block.parts.map((part) => part.text).join('')]);
const kinds = (text: string): string[] => folded(text).map(([kind]) => kind as string);

describe('what is sent on, in more programs and languages', () => {
  const bare: [string, string][] = [
    ['Outlook, English, with a weekday and Cc', 'From: Ada Obi <ada@rights.example>\nSent: Monday, March 2, 2026 10:00 AM\nTo: Bola Ade <bola@press.example>\nCc: Chidi <chidi@union.example>\nSubject: The draft'],
    ['Outlook, bold in plain text', '*From:* Ada Obi <ada@rights.example>\n*Sent:* Monday, March 2, 2026 10:00 AM\n*To:* Bola Ade <bola@press.example>\n*Subject:* The draft'],
    ['Outlook, Spanish', 'De: Ada Obi <ada@rights.example>\nEnviado el: lunes, 2 de marzo de 2026 10:00\nPara: Bola Ade <bola@press.example>\nAsunto: Borrador'],
    ['Outlook, Spanish, in the web', 'De: Ada Obi <ada@rights.example>\nEnviado: lunes, 2 de marzo de 2026 10:00\nPara: Bola Ade <bola@press.example>\nCc: Chidi <chidi@union.example>\nAsunto: Borrador'],
    ['Outlook, Portuguese', 'De: Ada Obi <ada@rights.example>\nEnviada em: segunda-feira, 2 de março de 2026 10:00\nPara: Bola Ade <bola@press.example>\nAssunto: Minuta'],
    ['Outlook, Portuguese of Portugal', 'De: Ada Obi <ada@rights.example>\nEnviado: 2 de março de 2026 10:00\nPara: Bola Ade <bola@press.example>\nAssunto: Minuta'],
    ['Outlook, Swahili', 'Kutoka: Ada Obi <ada@rights.example>\nImetumwa: Jumatatu, 2 Machi 2026 10:00\nKwa: Bola Ade <bola@press.example>\nMada: Rasimu'],
    ['Outlook, Arabic, other words', 'من: Ada Obi <ada@rights.example>\nتم الإرسال: الاثنين، 2 مارس 2026 10:00 ص\nإلى: Bola Ade <bola@press.example>\nنسخة: Chidi <chidi@union.example>\nالموضوع: المسودة'],
    ['Outlook, Arabic, with marks of direction', '\u200fمن: Ada Obi <ada@rights.example>\n\u200fتاريخ الإرسال: الاثنين، 2 مارس 2026\n\u200fإلى: Bola Ade <bola@press.example>\n\u200fالموضوع: المسودة'],
    ['Outlook, Hebrew', 'מאת: Ada Obi <ada@rights.example>\nנשלח: יום שני 2 מרץ 2026 10:00\nאל: Bola Ade <bola@press.example>\nנושא: טיוטה'],
    ['Outlook, Korean', '보낸 사람: Ada Obi <ada@rights.example>\n보낸 날짜: 2026년 3월 2일 월요일\n받는 사람: Bola Ade <bola@press.example>\n제목: 초안'],
    ['Outlook, Hungarian', 'Feladó: Ada Obi <ada@rights.example>\nElküldve: 2026. március 2., hétfő 10:00\nCímzett: Bola Ade <bola@press.example>\nTárgy: Tervezet'],
    ['Outlook, Greek', 'Από: Ada Obi <ada@rights.example>\nΣτάλθηκε: Δευτέρα, 2 Μαρτίου 2026\nΠρος: Bola Ade <bola@press.example>\nΘέμα: Σχέδιο'],
    ['Outlook, Ukrainian', 'Від: Ada Obi <ada@rights.example>\nНадіслано: 2 березня 2026\nКому: Bola Ade <bola@press.example>\nТема: Проєкт'],
    ['Outlook, Norwegian', 'Fra: Ada Obi <ada@rights.example>\nSendt: mandag 2. mars 2026 10:00\nTil: Bola Ade <bola@press.example>\nEmne: Utkast'],
    ['Outlook, Romanian', 'De la: Ada Obi <ada@rights.example>\nTrimis: luni, 2 martie 2026 10:00\nCătre: Bola Ade <bola@press.example>\nSubiect: Proiect'],
    ['Outlook, Indonesian', 'Dari: Ada Obi <ada@rights.example>\nDikirim: Senin, 2 Maret 2026 10:00\nKepada: Bola Ade <bola@press.example>\nSubjek: Rancangan'],
    ['Outlook, Chinese of Taiwan', '寄件者: Ada Obi <ada@rights.example>\n寄件日期: 2026年3月2日\n收件者: Bola Ade <bola@press.example>\n主旨: 草案'],
    ['Outlook on a phone, only a line above', '________________________________\nDe : Ada Obi <ada@rights.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Bola Ade <bola@press.example>\nObjet : Projet'],
    ['Yahoo, Original message in Spanish', '----- Mensaje original -----\nDe: Ada Obi <ada@rights.example>\nPara: bola@press.example\nEnviado: lunes, 2 de marzo de 2026\nAsunto: Borrador'],
    ['a phone, Portuguese', '-------- Mensagem original --------\nDe: Ada Obi <ada@rights.example>\nData: 02/03/2026 10:00 (GMT+01:00)\nPara: bola@press.example\nAssunto: Minuta'],
    ['a phone, German', '-------- Ursprüngliche Nachricht --------\nVon: Ada Obi <ada@rights.example>\nDatum: 02.03.26 10:00 (GMT+01:00)\nAn: bola@press.example\nBetreff: Entwurf'],
    ['a phone, Swahili', '-------- Ujumbe asili --------\nKutoka: Ada Obi <ada@rights.example>\nTarehe: 02/03/2026 10:00 (GMT+03:00)\nKwa: bola@press.example\nMada: Rasimu'],
  ];
  const marked: [string, string][] = [
    ['Gmail, Portuguese of Portugal', '---------- Mensagem reencaminhada ---------\nDe: Ada Obi <ada@rights.example>\nData: segunda, 2/03/2026 à(s) 10:00\nAssunto: Minuta\nPara: <bola@press.example>'],
    ['Gmail, Swahili', '---------- Ujumbe uliosambazwa ---------\nKutoka: Ada Obi <ada@rights.example>\nTarehe: Jtt, 2 Mac 2026 saa 10:00\nMada: Rasimu\nKwa: <bola@press.example>'],
    ['Gmail, Swahili, another word', '---------- Ujumbe ulioelekezwa ---------\nKutoka: Ada Obi <ada@rights.example>\nDate: Jtt, 2 Mac 2026\nSubject: Rasimu\nTo: <bola@press.example>'],
    ['Gmail, Arabic', '---------- Forwarded message ---------\nمن: Ada Obi <ada@rights.example>\nDate: الاثنين، 2 مارس 2026 في 10:00 ص\nSubject: المسودة\nTo: <bola@press.example>'],
    ['Gmail, Arabic, its own words', '---------- رسالة تمت إعادة توجيهها ---------\nمن: Ada Obi <ada@rights.example>\nالتاريخ: الاثنين، 2 مارس 2026\nالموضوع: المسودة\nإلى: <bola@press.example>'],
    ['Gmail, German', '---------- Forwarded message ---------\nVon: Ada Obi <ada@rights.example>\nDate: Mo., 2. März 2026 um 10:00 Uhr\nSubject: Entwurf\nTo: <bola@press.example>'],
    ['Gmail, Turkish', '---------- Yönlendirilen ileti ---------\nGönderen: Ada Obi <ada@rights.example>\nTarih: 2 Mart 2026\nKonu: Taslak\nAlıcı: <bola@press.example>'],
    ['Gmail, Indonesian', '---------- Pesan yang diteruskan ---------\nDari: Ada Obi <ada@rights.example>\nTanggal: 2 Maret 2026\nPerihal: Rancangan\nKepada: <bola@press.example>'],
    ['Gmail, Japanese', '---------- 転送されたメッセージ ---------\n差出人: Ada Obi <ada@rights.example>\n日付: 2026年3月2日\n件名: 草案\n宛先: <bola@press.example>'],
    ['Gmail, Polish', '---------- Wiadomość przekazana dalej ---------\nOd: Ada Obi <ada@rights.example>\nData: pon., 2 mar 2026\nTemat: Projekt\nDo: <bola@press.example>'],
    ['Gmail, Finnish', '---------- Välitetty viesti ---------\nLähettäjä: Ada Obi <ada@rights.example>\nDate: ma 2. maalisk. 2026\nSubject: Luonnos\nTo: <bola@press.example>'],
    ['Gmail, Persian', '---------- پیام بازارسال‌شده ---------\nاز: Ada Obi <ada@rights.example>\nتاریخ: ۲ مارس ۲۰۲۶\nموضوع: پیش‌نویس\nبه: <bola@press.example>'],
    ['Thunderbird, Spanish', '-------- Mensaje reenviado --------\nAsunto: Borrador\nFecha: Mon, 2 Mar 2026 10:00:00 +0100\nDe: Ada Obi <ada@rights.example>\nPara: bola@press.example'],
    ['Thunderbird, Portuguese', '-------- Mensagem encaminhada --------\nAssunto: Minuta\nData: Mon, 2 Mar 2026 10:00:00 +0100\nDe: Ada Obi <ada@rights.example>\nPara: bola@press.example'],
    ['Thunderbird, Italian', '-------- Messaggio Inoltrato --------\nOggetto: Bozza\nData: Mon, 2 Mar 2026\nMittente: Ada Obi <ada@rights.example>\nA: bola@press.example'],
    ['Thunderbird, Russian', '-------- Перенаправленное сообщение --------\nТема: Проект\nДата: Mon, 2 Mar 2026\nОт: Ada Obi <ada@rights.example>\nКому: bola@press.example'],
    ['Proton, Spanish', '------- Mensaje reenviado -------\nDe: Ada Obi <ada@rights.example>\nFecha: El lunes, 2 de marzo de 2026\nAsunto: Borrador\nPara: bola@press.example'],
    ['Proton, Portuguese', '------- Mensagem encaminhada -------\nDe: Ada Obi <ada@rights.example>\nData: Na segunda-feira\nAssunto: Minuta\nPara: bola@press.example'],
    ['Yahoo, German', '----- Weitergeleitete Nachricht -----\nVon: Ada Obi <ada@rights.example>\nAn: bola@press.example\nGesendet: Montag, 2. März 2026\nBetreff: Entwurf'],
    ['Yahoo, Spanish', '----- Mensaje reenviado -----\nDe: Ada Obi <ada@rights.example>\nPara: bola@press.example\nEnviado: lunes, 2 de marzo de 2026\nAsunto: Borrador'],
    ['Yahoo, Portuguese', '----- Mensagem encaminhada -----\nDe: Ada Obi <ada@rights.example>\nPara: bola@press.example\nEnviado: segunda-feira\nAssunto: Minuta'],
    ['Yahoo, Arabic', '----- الرسالة المُعاد توجيهها -----\nمن: Ada Obi <ada@rights.example>\nإلى: bola@press.example\nتم الإرسال: الاثنين ٢ مارس ٢٠٢٦\nالموضوع: المسودة'],
    ['Apple Mail, Spanish', 'Inicio del mensaje reenviado:\n\n> De: Ada Obi <ada@rights.example>\n> Asunto: Borrador\n> Fecha: 2 de marzo de 2026\n> Para: bola@press.example\n>'],
    ['Apple Mail, Spanish of Mexico', 'Comienzo del mensaje reenviado:\n\n> De: Ada Obi <ada@rights.example>\n> Asunto: Borrador\n> Fecha: 2 de marzo de 2026\n> Para: bola@press.example\n>'],
    ['Apple Mail, Portuguese', 'Início da mensagem reencaminhada:\n\n> De: Ada Obi <ada@rights.example>\n> Assunto: Minuta\n> Data: 2 de março de 2026\n> Para: bola@press.example\n>'],
    ['Apple Mail, Portuguese of Brazil', 'Início da mensagem encaminhada:\n\n> De: Ada Obi <ada@rights.example>\n> Assunto: Minuta\n> Data: 2 de março de 2026\n> Para: bola@press.example\n>'],
    ['Apple Mail, Italian', 'Inizio messaggio inoltrato:\n\n> Da: Ada Obi <ada@rights.example>\n> Oggetto: Bozza\n> Data: 2 marzo 2026\n> A: bola@press.example\n>'],
    ['Apple Mail, Dutch', 'Begin doorgestuurd bericht:\n\n> Van: Ada Obi <ada@rights.example>\n> Onderwerp: Concept\n> Datum: 2 maart 2026\n> Aan: bola@press.example\n>'],
    ['Apple Mail, Swedish', 'Vidarebefordrat brev:\n\n> Från: Ada Obi <ada@rights.example>\n> Ämne: Utkast\n> Datum: 2 mars 2026\n> Till: bola@press.example\n>'],
    ['Apple Mail, Polish', 'Początek przekazywanej wiadomości:\n\n> Od: Ada Obi <ada@rights.example>\n> Temat: Projekt\n> Data: 2 marca 2026\n> Do: bola@press.example\n>'],
    ['Apple Mail, Russian', 'Начало переадресованного сообщения:\n\n> От: Ada Obi <ada@rights.example>\n> Тема: Проект\n> Дата: 2 марта 2026\n> Кому: bola@press.example\n>'],
    ['Apple Mail, Swahili', 'Mwanzo wa ujumbe uliosambazwa:\n\n> Kutoka: Ada Obi <ada@rights.example>\n> Mada: Rasimu\n> Tarehe: 2 Machi 2026\n> Kwa: bola@press.example\n>'],
    ['Apple Mail, Japanese', '転送されたメッセージ:\n\n> 差出人: Ada Obi <ada@rights.example>\n> 件名: 草案\n> 日付: 2026年3月2日\n> 宛先: bola@press.example\n>'],
    ['mutt with a dash line at its end', '----- Forwarded message from Ada Obi <ada@rights.example> -----\n\nDate: Mon, 2 Mar 2026\nFrom: Ada Obi <ada@rights.example>\nTo: bola@press.example\nSubject: The draft'],
    ['K-9', '-------- Original Message --------\nFrom: Ada Obi <ada@rights.example>\nSent: 2 March 2026 10:00:00 CET\nTo: bola@press.example\nSubject: The draft'],
    ['FairEmail', '---------- Forwarded message ----------\nFrom: Ada Obi <ada@rights.example>\nTo: bola@press.example\nDate: 2 Mar 2026 10:00\nSubject: The draft'],
    ['Roundcube, French', "-------- Message original --------\nObjet: Projet\nDate: 2026-03-02 10:00\nDe: Ada Obi <ada@rights.example>\nÀ: bola@press.example"],
    ['Zimbra, French', '----- Mail transféré -----\nDe: "Ada Obi" <ada@rights.example>\nÀ: bola@press.example\nEnvoyé: Lundi 2 Mars 2026 10:00:00\nObjet: Projet'],
    ['Zoho', '============ Forwarded message ============\nFrom: Ada Obi <ada@rights.example>\nTo: <bola@press.example>\nDate: Mon, 02 Mar 2026 10:00:00 +0100\nSubject: The draft\n============ Forwarded message ============'],
    ['Evolution', '-------- Forwarded Message --------\nFrom: Ada Obi <ada@rights.example>\nTo: bola@press.example\nSubject: The draft\nDate: Mon, 02 Mar 2026 10:00:00 +0100'],
    ['Yandex', '-------- Пересылаемое сообщение --------\n02.03.2026, 10:00, "Ada Obi" <ada@rights.example>:'],
    ['Mail.ru', '-------- Пересылаемое сообщение --------\nОт: Ada Obi <ada@rights.example>\nКому: bola@press.example\nДата: Понедельник, 2 марта 2026\nТема: Проект'],
    ['eM Client', '------ Forwarded Message ------\nFrom "Ada Obi" <ada@rights.example>\nTo "Bola Ade" <bola@press.example>\nDate 02/03/2026 10:00:00\nSubject The draft'],
  ];
  it.each([...bare, ...marked])('is shown: %s', (_, head) => {
    const text = `${head}${head.includes('\n> ') ? '\n> Part I asks for removal.' : '\n\nPart I asks for removal.\n\nAda'}`;
    expect(kinds(text)).not.toContain('quote');
  });
  it.each(marked)('is shown under an own word: %s', (_, head) => {
    const text = `For your information.\n\n${head}${head.includes('\n> ') ? '\n> Part I asks for removal.' : '\n\nPart I asks for removal.\n\nAda'}`;
    if (!/original|Original/.test(head)) expect(kinds(text)).not.toContain('quote');
  });
  it.each(bare)('is folded where it is answered: %s', (_, head) => {
    expect(kinds(`I agree.\n\n${head}\n\nPart I asks for removal.`)).toEqual(['text', 'quote']);
  });
});

describe('what is answered, in more programs and languages', () => {
  it.each([
    'On 2 March 2026 10:00:00 CET, Ada Obi <ada@rights.example> wrote:',
    'On Mon, Mar 2, 2026, 10:00 AM Ada Obi via cop <cop@lists.example>\nwrote:',
    'On 02/03/2026 10:00, Ada Obi wrote:',
    'Ada Obi <ada@rights.example> wrote on Mon, 2 Mar 2026:',
    '2026-03-02 10:00 GMT+01:00 Ada Obi <ada@rights.example>:',
    'El lun, 2 mar 2026 a las 10:00, Ada Obi (<ada@rights.example>) escribió:',
    'El 2/3/26 a las 10:00, Ada Obi escribió:',
    'Em seg., 2 de mar. de 2026 às 10:00, Ada Obi <ada@rights.example>\nescreveu:',
    'Ada Obi <ada@rights.example> escreveu no dia segunda, 2/03/2026 à(s) 10:00:',
    'No dia 2 de março de 2026, às 10:00, Ada Obi <ada@rights.example> escreveu:',
    'Il giorno lun 2 mar 2026 alle ore 10:00 Ada Obi <ada@rights.example> ha scritto:',
    'Op ma 2 mrt 2026 om 10:00 schreef Ada Obi <ada@rights.example>:',
    'Mnamo Jtt, 2 Mac 2026 saa 10:00 Ada Obi <ada@rights.example> aliandika:',
    'Tarehe 2 Machi 2026, Ada Obi <ada@rights.example> ameandika:',
    'ma 2. maalisk. 2026 klo 10.00 Ada Obi (ada@rights.example) kirjoitti:',
    'man. 2. mar. 2026 kl. 10.00 skrev Ada Obi <ada@rights.example>:',
    'Ada Obi <ada@rights.example>, 2 Mar 2026 Pzt, 10:00 tarihinde şunu yazdı:',
    'пн, 2 мар. 2026 г. в 10:00, Ada Obi <ada@rights.example>:',
    'пн, 2 бер. 2026 р. о 10:00 Ada Obi <ada@rights.example> пише:',
    '2 марта 2026 г., в 10:00, Ada Obi <ada@rights.example> написал(а):',
    'Pada tanggal Sen, 2 Mar 2026 pukul 10.00 Ada Obi <ada@rights.example>\nmenulis:',
    'Vào Th 2, 2 thg 3, 2026 vào lúc 10:00 Ada Obi <ada@rights.example> đã viết:',
    '2026年3月2日(月) 10:00 Ada Obi <ada@rights.example>:',
    '2026年3月2日 10:00，Ada Obi <ada@rights.example> 写道：',
    '2026년 3월 2일 (월) 오전 10:00, Ada Obi <ada@rights.example>님이 작성:',
    'בתאריך יום ב׳, 2 במרץ 2026 ב-10:00 מאת Ada Obi <ada@rights.example>:',
    'در تاریخ دوشنبه ۲ مارس ۲۰۲۶، Ada Obi <ada@rights.example> نوشت:',
    'في ٢ مارس ٢٠٢٦، الساعة ١٠:٠٠ ص، كتب/كتبت Ada Obi <ada@rights.example>:',
    'بتاريخ ٢ مارس ٢٠٢٦، كتب Ada Obi <ada@rights.example>:',
    'Le 02/03/2026 à 10:00, Ada Obi a écrit :',
    'Le 2 mars 2026 à 10:00:00 GMT+01:00, Ada Obi <ada@rights.example> a écrit :',
    'Στις Δευ 2 Μαρ 2026 στις 10:00 π.μ., ο χρήστης Ada Obi <ada@rights.example> έγραψε:',
    'po 2. 3. 2026 v 10:00 odesílatel Ada Obi <ada@rights.example> napsal:',
    'Ada Obi <ada@rights.example> ezt írta (időpont: 2026. márc. 2., H, 10:00):',
    'În lun., 2 mar. 2026 la 10:00, Ada Obi <ada@rights.example> a scris:',
    '‪On Mon, 2 Mar 2026 at 10:00, ‫Ada Obi‬‎ <‪ada@rights.example‬‏> wrote:‬',
    '------- Original Message -------\nOn Monday, March 2nd, 2026 at 10:00 AM, Ada Obi <ada@rights.example> wrote:',
  ])('folds below a line that says who wrote it: %s', (line) => {
    expect(folded(`Agreed.\n\n${line}\n\nPart I asks.\n\nFor removal.`).map(([kind]) => kind)).toEqual(['text', 'quote']);
    expect(kinds(`Agreed.\n\n${line}\n> Part I asks.\n>\n> For removal.`)).toEqual(['text', 'quote']);
  });
  it.each([
    'In her letter of 2 March the minister wrote:\n\n“We shall see.”\n\nShe did not.',
    'On Monday we met the agency. They asked:\n\nwho decides?\n\nWe said that courts do.',
    'From: the coalition\nTo: the agency\n\nDear Sir,\n\nwe ask for a hearing.',
    'Subject: what we want\n\nA hearing.',
    'Le 2 mars, le ministre a écrit :\n\nnous verrons.\n\nEt après ?',
    'To: all of us\nDate: Friday\n\nBring the figures.',
    'I wrote: no.\n\nThey wrote: yes.',
  ])('leaves open what a person wrote: %s', (text) => {
    expect(kinds(text)).toEqual(['text']);
  });
});

describe('signatures of more phones and programs', () => {
  it.each([
    'Sent from my Pixel 9', 'Sent from my Redmi Note', 'Sent from my Tecno phone', 'Sent from my Infinix', 'Sent from my mobile device', 'Sent from my mobile. Please excuse typos.', 'Sent from my phone, please excuse brevity',
    'Sent from Gmail Mobile', 'Sent from Yahoo Mail. Get the app', 'Sent from AOL on Android', 'Sent from Spark', 'Sent with Spark', 'Sent via Superhuman iOS', 'Sent from Canary', 'Sent from Workspace ONE Boxer', 'Sent from Nine', 'Sent with BlueMail', 'Sent from BlueMail for Android', 'Get BlueMail for Android', 'Sent from myMail for Android', 'Sent from Samsung tablet.', 'Sent from my Samsung Galaxy S23, an AT&T 5G smartphone', 'Sent with Tutanota', 'Sent with Tuta; https://tuta.example', 'Secured with Tuta Mail', 'Sent from Fastmail', 'Sent with FairEmail', 'Sent from my Windows Phone', 'Sent from my BlackBerry 10 smartphone.', 'Sent via my mobile', 'Sent from TypeApp', 'Sent from Zoho Mail app',
    'Envoyé depuis un mobile Samsung.', 'Envoyé de mon appareil mobile', 'Envoyé depuis mon Pixel', 'Envoyé avec la messagerie sécurisée Proton Mail.', 'Envoyé depuis l’application Mail Orange', 'Envoyé depuis Yahoo Mail pour Android', 'Obtenir Outlook pour Android', 'Provenance : Courrier pour Windows', 'Envoyé à partir de mon Galaxy',
    'Von meinem Handy gesendet', 'Von meinem Pixel gesendet', 'Gesendet von meinem iPad', 'Gesendet mit Proton Mail.', 'Gesendet von Mail für Windows', 'Holen Sie sich Outlook für iOS', 'Outlook für Android herunterladen',
    'Enviado desde mi Samsung Mobile', 'Enviado desde mi dispositivo móvil', 'Enviado desde Yahoo Mail para Android', 'Obtener Outlook para Android', 'Enviado desde Outlook para iOS', 'Enviado desde mi smartphone Samsung Galaxy.',
    'Enviado do meu smartphone', 'Enviado do Yahoo Mail no Android', 'Obter o Outlook para Android', 'Obter o Outlook para iOS', 'Enviado do Outlook para Android', 'Enviado com o Proton Mail',
    'Imetumwa kutoka iPhone yangu', 'Imetumwa kutoka kwa simu yangu', 'Pata Outlook ya Android',
    'أُرسلت من هاتف Galaxy', 'مرسل من iPhone', 'تم الإرسال من جهاز iPhone', 'مُرسل من هاتفي المحمول', 'أرسل من Yahoo Mail على Android', 'الحصول على Outlook لـ Android', 'احصل على Outlook for Android', 'تم الإرسال من Outlook لنظام Android',
    'ارسال شده از iPhone من', 'Gönderen: iPhone’um', 'Samsung Galaxy akıllı telefonumdan gönderildi.', 'Inviato dal mio dispositivo mobile', 'Ottieni Outlook per Android', 'Scarica Outlook per iOS', 'Verzonden met Proton Mail', 'Outlook voor Android downloaden', 'Hämta Outlook för Android', 'Skickat från Outlook för iOS', 'Hent Outlook til iOS', 'Pobierz program Outlook dla systemu Android', 'Získat Outlook pro Android', 'Отправлено с устройства Samsung', 'Отправлено из Outlook для Android', 'Скачайте Outlook для Android', 'Отправлено с мобильного устройства', 'Відправлено з мобільного', '获取 Outlook for iOS', '取得 Android 版 Outlook', '發送自我的 Android', 'Android 版 Outlook を入手', 'Android용 Outlook 다운로드', 'Gửi từ iPhone của tôi', 'ส่งจาก iPhone ของฉัน', 'मेरे iPhone से भेजा गया', 'میرے iPhone سے بھیجا گیا', 'Verstuur vanaf my iPhone', 'Poslano iz mojega iPhone-a', 'Изпратено от моя iPhone', 'Saadetud minu iPhone’ist', 'Elküldve az iPhone-omról',
  ])('fold: %s', (line) => {
    expect(kinds(`Agreed.\n\n${line}`)).toEqual(['text', 'signature']);
    expect(kinds(`Agreed.\n\n${line}\n\nOn Mon, 2 Mar 2026, Ada Obi wrote:\n> Shall we?`)).toEqual(['text', 'signature', 'quote']);
  });
  it.each([
    'Sent from Geneva on Monday by the mission', 'Sent with our thanks to the agency', 'Get the figures for the hearing', 'Envoyé avec nos remerciements', 'Enviado con saludos de la coalición', 'Von meiner Seite gibt es keine Einwände', 'Sent from my desk to the printer: the final memo', 'Obtenir une audience avant vendredi', 'أُرسلت من الوزارة أمس', 'Imetumwa kutoka wizarani jana', 'Enviado do gabinete na segunda', 'Sent by phone to the convenors',
  ])('do not fold: %s', (line) => {
    expect(fromDevice(line)).toBe(false);
    expect(kinds(`Agreed.\n\n${line}`)).toEqual(['text']);
  });
});
