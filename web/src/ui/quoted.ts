// Which lines of a letter are of the letter that it answers: quoted line by line, or below its head, as programs that answer
// on top put it. Programs write in the language of their users.

import { fromDevice } from './signature';

const QUOTED = /^\s?>/;
/** The end of the line above a quotation, in the languages of many programs. */
const WROTE = /(?:wrote(?:\son\s.{5,40})?|writes|écrit|كتبت?|كتب(?:\/?كتبت|ت)?\s.{1,120}|كتابة ما يلي بواسطة.{0,200}|schrieb(?:\s.{1,120})?|escribió|escreveu(?:\sno\sdia\s.{5,40})?|ha scritto|schreef(?:\s.{1,120})?|skrev(?:\s.{1,120})?|kirjoitti|napisał(?:\(a\)|a)?|napsala?|napísala?|írta(?:\s.{0,60})?|a scris|писала?|написала?(?:\(а\))?|пишет|пише|yazdı|(?:şunu|şöyle) yazdı|έγραψε|כתב(?:ה|\/ה)?|نوشت|写道|寫道|aliandika|ameandika|menulis|đã viết|のメッセージ|님이 작성)[\s\u200e\u200f]*[:：]\s*$/iu;
/** The same without a verb: when, and from which address. */
const FROM_ADDRESS = /\d.*<[^<>\s]{1,100}@[^<>\s]{1,200}>\s*[:：]\s*$/u;
/** A day and an hour as programs write them. */
const STAMPED = /[\d٠-٩۰-۹]{1,4}[-./][\d٠-٩۰-۹]{1,2}[-./][\d٠-٩۰-۹]{1,4}.{1,9}\d{1,2}[:.h]\d{2}/u;
/** Marks of direction and vowels, which some programs put between letters. */
const UNSEEN = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u064b-\u0652]/gu;
/** How such a line begins where a program broke it into several. */
const BEGINS = /^(?:On|Le|Am|No dia|Mnamo|Tarehe|Il giorno|Den|El|Em|Il|Op|W dniu|Dne|Dňa|Pe|La data|Στις|Vào|Pada|في|بتاريخ|בתאריך)\s/u;
/** Lines that one such line may be broken into. */
const MOST_BROKEN = 3;

const DASHED = /^(?:-{2,}\s?(?:original (?:message|appointment)|message (?:d['’]origine|original|initial)|ursprüngliche nachricht|originalnachricht|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|opprinnelig melding|alkuperäinen viesti|(?:wiadomość oryginalna|oryginalna wiadomość)|původní zpráva|eredeti üzenet|orijinal (?:ileti|mesaj)|исходное сообщение|ujumbe asilia?|(?:ال)?رسالة (?:ال)?أصلية|原始邮件|原始郵件|元のメッセージ|원본 메시지)\s?-{2,}|_{10,})\s*$/iu;
const AUTHOR = /^\*?(?:From|De|Von|Da|Van|Från|Fra|Lähettäjä|Od|Feladó|De la|Kimden|Gönderen|Από|От|Від|מאת|من|از|发件人|寄件者|寄件人|差出人|보낸 사람|Kutoka|Dari|Expéditeur|Remitente|Mittente|Avsender|Afzender)\s?[:：]\*?\s?\S/u;
const FIELD =
  /^\*?(?:Sent|Date|To|Cc|Subject|Envoyé(?: le)?|À|Objet|Gesendet|Datum|An|Betreff|Enviado(?: el| em)?|Enviada em|Fecha|Data|Para|Asunto|Assunto|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp|Skickat|Till|Kopia|Ämne|Sendt|Dato|Til|Kopi|Emne|Lähetetty|Päivämäärä|Vastaanottaja|Kopio|Aihe|Wysłano|Wysłane|Do|DW|Temat|Odesláno|Odoslané|Komu|Kopie|Předmět|Predmet|Elküldve|Címzett|Tárgy|Trimis|Către|Subiect|Gönderildi|Tarih|Kime|Bilgi|Konu|Στάλθηκε|Προς|Θέμα|Отправлено|Дата|Кому|Копия|Тема|Надіслано|נשלח|אל|נושא|תאריך|ارسال|به|موضوع|发送时间|日期|收件人|抄送|主题|寄件日期|副本|主旨|送信日時|宛先|件名|보낸 날짜|받는 사람|제목|Imetumwa|Tarehe|Kwa|Mada|Dikirim|Tanggal|Kepada|Subjek|Perihal|Alıcı|Pour|Sujet|تم الإرسال|تاريخ الإرسال|أُ?رسلت|التاريخ|إلى|نسخة|الموضوع)\s?[:：]\*?\s?\S/u;
/** In the line that leads to what is sent on, in the languages of many programs. */
const SENT_ON = /forwarded|transféré|réexpédié|transmis|weitergeleitet|reenviad|encaminhad|inoltrat|doorgestuurd|vidarebefordra|videresend|välitetty|edelleenlähetetty|przekaz|přeposl|preposl|továbbított|redirecționat|iletilen|yönlendirilen|προωθημ|προωθούμ|пересыл|переслан|переадресован|перенаправл|перенаправлен|препрат|معاد توجيه|معاد إرسال|إعادة توجيه|محول|مُحوّل|מועבר|הועבר|بازارسال|转发|轉寄|轉發|転送|전달|diteruskan|chuyển tiếp|(?:ulio|iliyo)(?:sambazwa|elekezwa|pelekwa)/iu;
const ACROSS = /^\s*[-=]{3,}.{2,60}[-=]{3,}\s*$/u;
const MOST_LEADING = 60;

/** With a date or an hour, and an address, a line that says who wrote leads to a letter without marks before its lines. */
const DATED = /(?:19|20|١٩|٢٠|۱۹|۲۰)[\d٠-٩۰-۹]{2}|\d{1,2}[:.h]\d{2}|\d\/\d/u;

/** Lines in which the fields of a head stand, and how many of them besides its author make one. */
const HEAD_LINES = 6;
const LEAST_FIELDS = 2;

/** Where a letter that is sent on begins, with the line that leads to it; -1 if none is. It is what its sender wants read. */
export function sentOn(lines: string[]): number {
  return lines.findIndex((line, i) => {
    if (QUOTED.test(line) || line.length > MOST_LEADING + 20 || !SENT_ON.test(line)) return false;
    if (ACROSS.test(line)) return true;
    const below = lines.slice(i + 1, i + 4).map((one) => one.replace(/^[>\s]+/, ''));
    return line.length <= MOST_LEADING && /[:：]\s*$/u.test(line) && below.some((one) => AUTHOR.test(one) || FIELD.test(one));
  });
}

/** Whether the head of another letter begins at a line. */
export const isHead = (lines: string[], at: number): boolean =>
  AUTHOR.test(lines[at] ?? '') && lines.slice(at + 1, at + HEAD_LINES).filter((one) => FIELD.test(one)).length >= LEAST_FIELDS;

/** Whether a line, however it was broken, says who wrote what is quoted below it. */
const introduces = (whole: string): boolean => WROTE.test(whole) || (DATED.test(whole) && FROM_ADDRESS.test(whole));

/** Where a letter without marks begins, with none below it, below something said and a line that says who wrote it when from which address. */
function unmarked(lines: string[]): number {
  let said = false;
  for (let i = lines.findLastIndex((line) => QUOTED.test(line)) + 1; i < lines.length; i++) {
    const line = lines[i] as string;
    if (said && line !== '' && lines[i - 1]?.trim() === '') {
      for (let to = i; to < i + MOST_BROKEN && to < lines.length - 1 && lines[to] !== ''; to++) {
        const whole = lines.slice(i, to + 1).join(' ');
        if (whole.length <= 400 && introduces(whole) && DATED.test(whole) && (whole.includes('@') || (BEGINS.test(whole) && STAMPED.test(whole)))) return i;
      }
    }
    said ||= line.trim() !== '';
  }
  return -1;
}

/** Where the head of an answered letter begins: below something said, for what is sent on alone is what is said. */
function head(lines: string[]): number {
  let said = false;
  for (const [i, line] of lines.entries()) {
    if (said && isHead(lines, i)) {
      let from = i;
      while (from > 0 && lines[from - 1] === '') from--;
      return from > 0 && DASHED.test(lines[from - 1] as string) ? from - 1 : i;
    }
    said ||= line.trim() !== '' && !DASHED.test(line) && !(ACROSS.test(line) && isHead(lines, i + 1)) && !fromDevice(line);
  }
  return -1;
}

/** The first of the lines that introduce the quotation after this one; -1 if it introduces none. */
function introduction(lines: string[], last: number): number {
  for (let from = last; from > last - MOST_BROKEN && from >= 0 && lines[from] !== ''; from--) {
    const whole = lines.slice(from, last + 1).join(' ');
    if (!introduces(whole.slice(-400))) continue;
    for (let begin = from; begin > last - MOST_BROKEN && begin >= 0 && lines[begin] !== ''; begin--) {
      if (BEGINS.test(lines[begin] as string)) return begin;
    }
    return from;
  }
  return -1;
}

/** For each line whether it is of the letter that is answered, or introduces it; what is sent on is not folded. */
export function quoted(written: string[]): boolean[] {
  const lines = written.map((line) => line.replace(UNSEEN, ''));
  const sent = sentOn(lines);
  if (sent >= 0) return [...answered(lines.slice(0, sent)), ...further(lines.slice(sent))];
  return answered(lines);
}

/** What is sent on: some programs put marks before all of it, and what has marks further down is answered there. */
function further(lines: string[]): boolean[] {
  const first = lines.findIndex((line, i) => i > 0 && line.trim() !== '');
  const marked = first > 0 && QUOTED.test(lines[first] as string);
  if (!marked) return introduced(lines);
  let end = first;
  while (end < lines.length && (QUOTED.test(lines[end] as string) || lines[end]?.trim() === '')) end++;
  return [...lines.slice(0, end).map(() => false), ...introduced(lines.slice(end))];
}

function answered(lines: string[]): boolean[] {
  const kinds = introduced(lines);
  const starts = [head(lines), unmarked(lines)].filter((from) => from >= 0);
  return starts.length === 0 ? kinds : kinds.fill(true, Math.min(...starts));
}

/** What stands behind marks, and the lines that introduce it. */
function introduced(lines: string[]): boolean[] {
  const kinds = lines.map((line) => QUOTED.test(line));
  for (let i = 0; i < lines.length - 1; i++) {
    const next = kinds[i + 1] ? i + 1 : lines[i + 1] === '' && kinds[i + 2] ? i + 2 : -1;
    const from = next > 0 && !kinds[i] ? introduction(lines, i) : -1;
    if (from >= 0) kinds.fill(true, from, next);
    else if (next > 0 && DASHED.test(lines[i] as string)) kinds.fill(true, i, next);
  }
  return kinds;
}
