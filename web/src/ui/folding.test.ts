import { describe, expect, it } from 'vitest';
import { blocks } from './linkify';
import { fromDevice } from './signature';

const folded = (text: string): string[][] => blocks(text, true).map((block) => [block.kind, block.parts.map((part) => part.text).join('')]);
const kinds = (text: string): string[] => folded(text).map(([kind]) => kind as string);

describe('what is sent on', () => {
  const gmail = (line: string, fields: string): string => `${line}\n${fields}\n\nPart I asks for removal.\n\nAda`;
  const english = 'From: Ada Obi <ada@rights.example>\nDate: Mon, 2 Mar 2026 at 10:00\nSubject: The draft\nTo: <bola@press.example>';
  const french = 'De : Ada Obi <ada@rights.example>\nDate : lun. 2 mars 2026 à 10:00\nObjet : Projet\nÀ : <bola@press.example>';
  it.each([
    gmail('---------- Forwarded message ---------', english),
    gmail('---------- Forwarded message ---------', french),
    gmail('---------- Message transféré ----------', french),
    gmail('-------- Forwarded Message --------', 'Subject: The draft\nDate: Mon, 2 Mar 2026 10:00:00 +0100\nFrom: Ada Obi <ada@rights.example>\nTo: bola@press.example'),
    gmail('-------- Message transféré --------', 'Sujet : Projet\nDate : Mon, 2 Mar 2026 10:00:00 +0100\nDe : Ada Obi <ada@rights.example>\nPour : bola@press.example'),
    gmail('-------- Weitergeleitete Nachricht --------', 'Betreff: Entwurf\nDatum: Mon, 2 Mar 2026 10:00:00 +0100\nVon: Ada Obi <ada@rights.example>\nAn: bola@press.example'),
    gmail('---------- Mensaje reenviado ---------', 'De: Ada Obi <ada@rights.example>\nFecha: lun, 2 mar 2026\nAsunto: Borrador\nPara: <bola@press.example>'),
    gmail('-------- Vidarebefordrat meddelande --------', 'Från: Ada Obi <ada@rights.example>\nSkickat: den 2 mars 2026 10:00\nTill: bola@press.example\nÄmne: Utkast'),
    gmail('---------- رسالة معاد توجيهها ---------', 'من: Ada Obi <ada@rights.example>\nالتاريخ: 2 مارس 2026\nالموضوع: المسودة\nإلى: <bola@press.example>'),
    gmail('---------- Пересылаемое сообщение ---------', 'От: Ada Obi <ada@rights.example>\nДата: 2 марта 2026\nТема: Проект\nКому: <bola@press.example>'),
    gmail('----- Forwarded Message -----', 'From: Ada Obi <ada@rights.example>\nTo: bola@press.example\nSent: Monday, 2 March 2026\nSubject: The draft'),
    gmail('Begin forwarded message:\n', english),
    gmail('Début du message réexpédié :\n', french),
    gmail('-----Original Message-----', 'From: Ada Obi\nSent: Monday, 2 March 2026 10:00\nTo: bola@press.example\nSubject: The draft'),
    gmail('________________________________', 'From: Ada Obi\nSent: Monday, 2 March 2026 10:00\nTo: bola@press.example\nSubject: The draft'),
    gmail('----- Mail transféré -----', 'De : Ada Obi <ada@rights.example>\nÀ : bola@press.example\nEnvoyé : lundi 2 mars 2026\nObjet : Projet'),
    gmail('------- Forwarded Message -------', 'From: Ada Obi <ada@rights.example>\nDate: On Monday, March 2nd, 2026 at 10:00\nSubject: The draft\nTo: bola@press.example'),
    gmail('------- Message transféré -------', 'De : Ada Obi <ada@rights.example>\nDate : Le lundi 2 mars 2026 à 10:00\nObjet : Projet\nÀ : bola@press.example'),
    gmail('------- Weitergeleitete Nachricht -------', 'Von: Ada Obi <ada@rights.example>\nDatum: Am Montag, 2. März 2026\nBetreff: Entwurf\nAn: bola@press.example'),
    `----- Forwarded message from Ada Obi <ada@rights.example> -----\n\nDate: Mon, 2 Mar 2026 10:00:00 +0100\nFrom: Ada Obi <ada@rights.example>\nTo: bola@press.example\nSubject: The draft\n\nPart I asks.\n\n----- End forwarded message -----`,
    'Début du message transféré :\n\n> De: Ada Obi <ada@rights.example>\n> Date: 2 mars 2026 à 10:00:00 UTC+1\n> À: bola@press.example\n> Objet: Projet\n>\n> Partie I.',
    'بداية الرسالة المعاد توجيهها:\n\n> من: Ada Obi <ada@rights.example>\n> التاريخ: ٢ مارس ٢٠٢٦\n> إلى: bola@press.example\n> الموضوع: المسودة\n>\n> الجزء الأول.',
    'بدء الرسالة المعاد إرسالها:\n\n> من: Ada Obi <ada@rights.example>\n> الموضوع: المسودة\n> التاريخ: ٢ مارس ٢٠٢٦\n> إلى: bola@press.example\n>\n> الجزء الأول.',
    gmail('----------  Forwarded Message  ----------', 'Subject: The draft\nDate: Monday, 2 March 2026\nFrom: Ada Obi <ada@rights.example>\nTo: bola@press.example'),
    gmail('-------------------- Start of forwarded message --------------------', english),
    gmail('----- Forwarded by Ada Obi/Rights on 02/03/2026 10:00 AM -----', 'From: Ada Obi/Rights\nTo: Bola Ade/Press\nDate: 02/03/2026 10:00 AM\nSubject: The draft'),
    gmail('-------- الرسالة المُعاد توجيهها --------', 'الموضوع: المسودة\nالتاريخ: Mon, 2 Mar 2026\nمن: Ada Obi <ada@rights.example>\nإلى: bola@press.example'),
    gmail('---------- Mensagem encaminhada ---------', 'De: Ada Obi <ada@rights.example>\nData: seg., 2 de mar. de 2026\nSubject: Minuta\nTo: <bola@press.example>'),
    gmail('---------- Messaggio inoltrato ---------', 'Da: Ada Obi <ada@rights.example>\nDate: lun 2 mar 2026\nSubject: Bozza\nTo: <bola@press.example>'),
    gmail('---------- Doorgestuurd bericht ---------', 'Van: Ada Obi <ada@rights.example>\nDatum: ma 2 mrt 2026\nOnderwerp: Concept\nAan: <bola@press.example>'),
    gmail('-------- Message original --------', 'Objet: Projet\nDate: 2026-03-02 10:00\nDe: Ada Obi <ada@rights.example>\nÀ: bola@press.example'),
    gmail('---------- 转发的邮件 ----------', '发件人: Ada Obi <ada@rights.example>\n日期: 2026年3月2日\n主题: 草案\n收件人: <bola@press.example>'),
    'Begin forwarded message:\n\n> From: Ada Obi <ada@rights.example>\n> Subject: The draft\n> Date: 2 March 2026\n> To: bola@press.example\n>\n> Part I asks for removal.',
    'Anfang der weitergeleiteten Nachricht:\n\n> Von: Ada Obi <ada@rights.example>\n> Betreff: Entwurf\n> Datum: 2. März 2026\n> An: bola@press.example\n>\n> Teil I.',
  ])('is shown: %s', (text) => {
    expect(folded(text).filter(([kind]) => kind === 'quote')).toEqual([]);
    expect(folded(text)).toHaveLength(1);
    expect(kinds(`For your information.\n\n${text}`).filter((kind) => kind === 'quote')).toEqual(text.startsWith('-----O') || text.startsWith('____') ? ['quote'] : []);
  });
  it.each([
    ['Outlook, French', 'De : Ada Obi <ada@rights.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Bola Ade <bola@press.example>\nObjet : Projet'],
    ['Outlook, German', 'Von: Ada Obi <ada@rights.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: Bola Ade <bola@press.example>\nBetreff: Entwurf'],
    ['Outlook, Arabic', 'من: Ada Obi <ada@rights.example>\nتاريخ الإرسال: الاثنين، 2 مارس 2026 10:00 ص\nإلى: Bola Ade <bola@press.example>\nالموضوع: المسودة'],
    ['Samsung', '-------- Original message --------\nFrom: Ada Obi <ada@rights.example>\nDate: 02/03/2026 10:00 (GMT+01:00)\nTo: bola@press.example\nSubject: The draft'],
    ['Samsung, French', "-------- Message d'origine --------\nDe : Ada Obi <ada@rights.example>\nDate : 02/03/2026 10:00 (GMT+01:00)\nÀ : bola@press.example\nObjet : Projet"],
    ['Samsung, Arabic', '-------- الرسالة الأصلية --------\nمن: Ada Obi <ada@rights.example>\nالتاريخ: ٢/٣/٢٠٢٦ ١٠:٠٠ ص (GMT+01:00)\nإلى: bola@press.example\nالموضوع: المسودة'],
    ['Samsung, phone line', '\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: Ada Obi <ada@rights.example>\nDate: 02/03/2026 10:00 (GMT+01:00)\nTo: bola@press.example\nSubject: The draft'],
  ])('is shown where nobody says anything above a bare head: %s', (_, head) => {
    expect(kinds(`${head}\n\nPart I asks for removal.`)).not.toContain('quote');
    expect(kinds(`I agree.\n\n${head}\n\nPart I asks for removal.`)).toContain('quote');
  });
  it('is shown under what a phone put there alone', () => {
    expect(kinds(`Sent from my iPhone\n\nBegin forwarded message:\n\n> ${english.split('\n').join('\n> ')}\n>\n> Part I.`)).toEqual(['signature', 'text']);
    expect(kinds(`Get Outlook for iOS<https://aka.example/o>\n________________________________\n${english}\n\nPart I.`)).not.toContain('quote');
  });
  it('does not open what is answered under it', () => {
    expect(kinds(`---------- Forwarded message ---------\n${english}\n\nYes.\n\nOn Mon, 2 Mar 2026, Bola wrote:\n> Shall we?`)).toEqual(['text', 'quote']);
    expect(kinds('We spoke of forwarded mail:\nIt is late.\n\n> Shall we?\n\nYes.')).toEqual(['text', 'quote', 'text']);
  });
});

describe('what is answered', () => {
  it.each([
    'On Mon, 2 Mar 2026 at 10:00, Ada Obi <ada@rights.example> wrote:',
    'On Mon, 2 Mar 2026 at 10:00, Ada Obi\n<ada@rights.example> wrote:',
    'Le lun. 2 mars 2026 à 10:00, Ada Obi <ada@rights.example> a écrit :',
    'Am 02.03.2026 um 10:00 schrieb Ada Obi <ada@rights.example>:',
    'Den mån 2 mars 2026 kl 10:00 skrev Ada Obi <ada@rights.example>:',
    'W dniu 2.03.2026 o 10:00 Ada Obi <ada@rights.example> napisał(a):',
    'في الاثنين، ٢ مارس ٢٠٢٦ كتب Ada Obi <ada@rights.example>:',
  ])('folds without marks below a line that says who wrote it: %s', (line) => {
    expect(folded(`Agreed.\n\n${line}\n\nPart I asks.\n\nFor removal.`)).toEqual([['text', 'Agreed.'], ['quote', `${line}\n\nPart I asks.\n\nFor removal.`]]);
    expect(kinds(`${line}\n\nPart I asks.\n\nI agree.`)).toEqual(['text']);
  });
  it('leaves open what is said between marks below such a line', () => {
    expect(kinds('Agreed.\n\nOn Mon, 2 Mar 2026 at 10:00, Ada Obi <ada@rights.example> wrote:\n> Part I\n\nYes.\n\n> Part II\n\nNo.')).toEqual(['text', 'quote', 'text', 'quote', 'text']);
  });
  it('is not what somebody says that another wrote', () => {
    expect(kinds('As asked:\n\nIn 2024 the agency wrote:\n\nnothing at all.')).toEqual(['text']);
  });
  it.each([
    'Från: Ada Obi <ada@rights.example>\nSkickat: den 2 mars 2026 10:00\nTill: cop@lists.example\nÄmne: Utkast',
    'Fra: Ada Obi <ada@rights.example>\nSendt: 2. marts 2026 10:00\nTil: cop@lists.example\nEmne: Udkast',
    'Lähettäjä: Ada Obi <ada@rights.example>\nLähetetty: 2. maaliskuuta 2026\nVastaanottaja: cop@lists.example\nAihe: Luonnos',
    'Van: Ada Obi <ada@rights.example>\nVerzonden: maandag 2 maart 2026\nAan: cop@lists.example\nOnderwerp: Concept',
    'Da: Ada Obi <ada@rights.example>\nInviato: lunedì 2 marzo 2026\nA: cop@lists.example\nOggetto: Bozza',
    'Od: Ada Obi <ada@rights.example>\nWysłano: 2 marca 2026\nDo: cop@lists.example\nTemat: Projekt',
    'Od: Ada Obi <ada@rights.example>\nOdesláno: 2. března 2026\nKomu: cop@lists.example\nPředmět: Návrh',
    'Kimden: Ada Obi <ada@rights.example>\nGönderildi: 2 Mart 2026\nKime: cop@lists.example\nKonu: Taslak',
    'От: Ada Obi <ada@rights.example>\nОтправлено: 2 марта 2026\nКому: cop@lists.example\nТема: Проект',
    '发件人: Ada Obi <ada@rights.example>\n发送时间: 2026年3月2日\n收件人: cop@lists.example\n主题: 草案',
    '差出人: Ada Obi <ada@rights.example>\n送信日時: 2026年3月2日\n宛先: cop@lists.example\n件名: 草案',
  ])('folds below its head: %s', (head) => {
    expect(kinds(`Agreed.\n\n${head}\n\nPart I asks.`)).toEqual(['text', 'quote']);
  });
});

describe('signatures', () => {
  it.each([
    'Sent from my iPhone', 'Sent from my iPad', 'Sent from my Galaxy', 'Sent from my Samsung Galaxy smartphone.', 'Sent from my Huawei phone', 'Sent from my Android phone with K-9 Mail.', 'Sent from Outlook for Android', 'Sent from Outlook for iOS<https://aka.example/o>',
    'Get Outlook for iOS', 'Get Outlook for Android<https://aka.example/a>', 'Sent from Yahoo Mail on Android', 'Sent from Yahoo Mail for iPhone', 'Sent with Proton Mail secure email.', 'Sent from Proton Mail for iOS', 'Sent from Mail for Windows', 'Sent via BlackBerry',
    'Envoyé de mon iPhone', 'Envoyé depuis mon téléphone Samsung', 'Envoyé à partir de Outlook pour Android', 'Télécharger Outlook pour iOS', 'Von meinem iPhone gesendet', 'Von meinem Samsung Galaxy Smartphone gesendet.', 'Gesendet von Outlook für Android', 'Diese Nachricht wurde von meinem Android-Gerät gesendet.', 'Gesendet mit der GMX Mail App',
    'Enviado desde mi iPhone', 'Enviado do meu iPhone', 'Enviado a partir do meu smartphone Samsung Galaxy.', 'Inviato da iPhone', 'Inviato dal mio Galaxy', 'Verstuurd vanaf mijn iPhone', 'Verzonden vanaf mijn Galaxy', 'Skickat från min iPhone', 'Sendt fra min iPhone', 'Lähetetty iPhonesta', 'Wysłano z iPhone’a', 'Wysłane z iPhone’a', 'Odesláno z iPhonu', 'Trimis de pe iPhone',
    'Отправлено с iPhone', 'Отправлено из мобильной Почты Mail.ru', 'Надіслано з iPhone', 'iPhone’umdan gönderildi', 'Στάλθηκε από το iPhone μου', 'أُرسلت من الـ iPhone', 'أرسلت من هاتفي', 'تم الإرسال من هاتف Huawei', 'احصل على Outlook لـ iOS', 'נשלח מה-iPhone שלי', '发自我的iPhone', '從我的 iPhone 傳送', 'iPhoneから送信', '나의 iPhone에서 보냄', 'Dikirim dari iPhone saya',
  ])('fold what a phone or a program put there: %s', (line) => {
    expect(folded(`Agreed.\n\n${line}`)).toEqual([['text', 'Agreed.'], ['signature', line]]);
    expect(kinds(`Agreed.\n\n${line}\n\nOn Mon, Ada wrote:\n> Shall we?`)).toEqual(['text', 'signature', 'quote']);
  });
  it.each([
    'Sent from the ministry to the agency on Monday', 'Sent by the convenors', 'Von meinem Standpunkt aus ist das klar', 'Enviado por la secretaría el lunes', 'Get the draft to the agency', 'Envoyé par le ministère', 'I was sent from my phone to the web page:',
  ])('are no words of somebody: %s', (line) => {
    expect(fromDevice(line)).toBe(false);
    expect(kinds(`Agreed.\n\n${line}`)).toEqual(['text']);
  });
  it('are short, and below the last two dashes', () => {
    expect(kinds('Yes.\n-- \nFunke\nHarbour')).toEqual(['text', 'signature']);
    expect(kinds('Yes.\n--\nFunke')).toEqual(['text', 'signature']);
    expect(kinds('Part I.\n\n--\n\nPart II asks for removal.\n\nPart III asks for an appeal.')).toEqual(['text']);
    expect(kinds(`Part I.\n--\n${'Part II asks for removal.\n'.repeat(20)}`)).toEqual(['text']);
    expect(kinds(`Part I.\n-- \n${'Part II asks for removal.\n'.repeat(20)}`)).toEqual(['text']);
    expect(kinds('Part I.\n\n---\n\nPart II.')).toEqual(['text']);
    expect(kinds('Part I.\n--\nPart II.\n-- \nFunke')).toEqual(['text', 'signature']);
  });
});
