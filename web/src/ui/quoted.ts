// Which lines of a letter are of the letter that it answers: quoted line by line, or below its head, as programs that answer
// on top put it. Programs write in the language of whoever has them.

const QUOTED = /^\s?>/;
/** The end of the line above a quotation, in the languages of many programs. */
const WROTE = /(?:wrote|writes|écrit|كتبت?|كتب\s.{1,120}|كتابة ما يلي بواسطة.{0,200}|schrieb(?:\s.{1,120})?|escribió|escreveu|ha scritto|schreef(?:\s.{1,120})?|skrev(?:\s.{1,120})?|napisała?|писала?|написала?|yazdı)[\s\u200e\u200f]*:\s*$/iu;
/** How such a line begins where a program broke it into several. */
const BEGINS = /^(?:On|Le|Am|Den|El|Em|Il|Op|W dniu|في|بتاريخ)\s/u;
/** Lines that one such line may be broken into. */
const MOST_BROKEN = 3;

const DASHED = /^(?:-{2,}\s?(?:original message|message d['’]origine|ursprüngliche nachricht|mensaje original|mensagem original|messaggio originale|(?:ال)?رسالة (?:ال)?أصلية)\s?-{2,}|_{10,})\s*$/iu;
const AUTHOR = /^\*?(?:From|De|Von|Da|Van|От|من)\s?:\*?\s?\S/u;
const FIELD =
  /^\*?(?:Sent|Date|To|Cc|Subject|Envoyé(?: le)?|À|Objet|Gesendet|Datum|An|Betreff|Enviado(?: el| em)?|Enviada em|Fecha|Data|Para|Asunto|Assunto|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp|Отправлено|Дата|Кому|Тема|تم الإرسال|تاريخ الإرسال|أُ?رسلت|التاريخ|إلى|نسخة|الموضوع)\s?:\*?\s?\S/u;
/** Lines in which the fields of a head stand, and how many of them besides its author make one. */
const HEAD_LINES = 6;
const LEAST_FIELDS = 2;

/** Where the head of an answered letter begins: below something said, for what is sent on alone is what is said. */
function head(lines: string[]): number {
  let said = false;
  for (const [i, line] of lines.entries()) {
    if (said && AUTHOR.test(line)) {
      const fields = lines.slice(i + 1, i + HEAD_LINES).filter((one) => FIELD.test(one)).length;
      if (fields >= LEAST_FIELDS) {
        let from = i;
        while (from > 0 && lines[from - 1] === '') from--;
        return from > 0 && DASHED.test(lines[from - 1] as string) ? from - 1 : i;
      }
    }
    said ||= line.trim() !== '' && !DASHED.test(line);
  }
  return -1;
}

/** The first of the lines that introduce the quotation after this one; -1 if it introduces none. */
function introduction(lines: string[], last: number): number {
  for (let from = last; from > last - MOST_BROKEN && from >= 0 && lines[from] !== ''; from--) {
    const whole = lines.slice(from, last + 1).join(' ');
    if (!WROTE.test(whole.slice(-400))) continue;
    for (let begin = from; begin > last - MOST_BROKEN && begin >= 0 && lines[begin] !== ''; begin--) {
      if (BEGINS.test(lines[begin] as string)) return begin;
    }
    return from;
  }
  return -1;
}

/** For each line whether it is of the letter that is answered, or introduces it. */
export function quoted(lines: string[]): boolean[] {
  const kinds = lines.map((line) => QUOTED.test(line));
  for (let i = 0; i < lines.length - 1; i++) {
    const next = kinds[i + 1] ? i + 1 : lines[i + 1] === '' && kinds[i + 2] ? i + 2 : -1;
    const from = next > 0 && !kinds[i] ? introduction(lines, i) : -1;
    if (from >= 0) kinds.fill(true, from, next);
    else if (next > 0 && DASHED.test(lines[i] as string)) kinds.fill(true, i, next);
  }
  const from = head(lines);
  return from < 0 ? kinds : kinds.fill(true, from);
}
