// The lines below a letter that nobody wrote for it: what phones and programs put there, and what stands below `-- `
// (RFC 3676). When in doubt a line is somebody's own word and is shown.

/** A longer line was written by somebody, in characters. */
const MOST_CHARS = 90;
/** Lines and characters below two dashes that may be a signature; more is a part of the text. */
const MOST_LINES = 12;
const MOST_SIGNED = 800;

const DEVICE = String.raw`(?:i-?(?:phon|pad|pod)|android|galaxy|samsung|huawei|honor|xiaomi|redmi|mi |oneplus|oppo|vivo|realme|nokia|pixel|blackberry|windows|outlook|yahoo|gmail|proton|aol|gmx|web\.de|blue ?mail|spark|nine|typeapp|canary|airmail|thunderbird|k-9|fairmail|fair ?email|aqua|superhuman|boxer|tecno|infinix|itel\b|orange|\bios\b|\bapp(?:li(?:cation)?)?\b|simu\b|мобильн|мобільн|mail\.ru|yandex|zoho|edison|tutanota|tuta|fastmail|apple|mobil|móvil|portable|handy|smartphone|tablet|phone|téléphone|telefon|teléfono|puhelime|matkapuhelin|telepon|телефон|что|هاتف|جوال|آيفون|الآيفون|موبايل|جهاز|بريد)`;
const BEGINS = String.raw`(?:sent (?:from|with|using|via)|secured with|envoyée? (?:de|depuis|à partir|avec|via)|verstuur vanaf|elküldve az?|saadetud|изпратено от|відправлено (?:з|із)|gönderen ?:|gesendet (?:von|mit|aus|über|vom)|von (?:meinem|unterwegs)|diese nachricht wurde (?:von|mit)|enviado (?:desde|do|da|de|a partir|con|com|por|pelo)|inviato (?:da|dal|dall|con|tramite)|verzonden (?:vanaf|met|via|van|vanuit)|verstuurd (?:vanaf|met|via)|skickat (?:från|med)|sendt (?:fra|med|via)|lähetetty|wysłano? (?:z|ze|za)|wysłane (?:z|ze)|odesláno (?:z|ze)|odoslané (?:z|zo)|trimis (?:de|din)|poslano (?:z|iz|s)|отправлено (?:с|из)|надіслано (?:з|із)|στάλθηκε από|dikirim dari|gửi từ|imetumwa (?:kutoka|kwa)|أُ?رسلت? (?:من|بواسطة)|مرسلة? (?:من|عبر)|تم الإ?رسال (?:من|باستخدام|بواسطة)|تم الارسال من|تم إرساله من|נשלח מ|ارسال شده از)`;
/** A line that begins as they do and names a program or a thing that letters are written on. */
const SENT = new RegExp(`^${BEGINS}\\s?.{0,40}?${DEVICE}.{0,50}$`, 'iu');
const OFFERED = /^(?:get|download|obtenir|obtenez|télécharger|téléchargez|holen sie sich|laden sie|obtener|obtenga|descargar|obter|baixar|scarica|ottieni|hämta|hent|pobierz|скачать|скачайте|завантажити|pata|získat|stáhnout|获取|取得|下载|下載|احصل على|الحصول على|تنزيل)\s.{0,20}(?:outlook|bluemail|yahoo|proton)\b.{0,60}$/iu;
/** A thing of one's own, by a name. */
const OWN_THING = /^Sent from my \p{Lu}[\p{L}\d+-]*(?: [\p{L}\d+-]+){0,3}[.!]?$/u;
const OTHERS = /^(?:yahoo mail: .{2,60}|provenance ?: courrier pour windows.{0,20}|sent from (?:mail|courrier) for windows.{0,12}|outlook (?:für|voor|pour|para|per|for) (?:ios|android)(?: herunterladen| downloaden)?|(?:ios|android) ?(?:版|用|용) ?outlook.{0,12}|發送自我的.{1,40}|.{1,30} से भेजा गया|.{1,30} سے بھیجا گیا|ส่งจาก .{1,40}|发自我的.{1,40}|(?:從|从)我的.{1,40}(?:傳送|发送|寄出)|.{1,40}から送信|.{1,40}에서 (?:보냄|보낸 메일)|.{1,30}umdan gönderildi|.{1,30}imden gönderildi|lähetetty .{1,40}(?:sta|stä|lta|ltä|ni)|von (?:meinem .{2,30} gesendet|unterwegs gesendet))[.!]?$/iu;

/** Whether a phone or a program put a line there. */
export function fromDevice(line: string): boolean {
  const words = line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u064b-\u0652]/g, '').replace(/[<(][a-z]{3,8}:[^<>()]{1,300}[>)]|[[\]*_]/gi, '').replace(/\s+/g, ' ').trim();
  return words !== '' && words.length <= MOST_CHARS && !words.endsWith(':') && (SENT.test(words) || OWN_THING.test(words) || OFFERED.test(words) || OTHERS.test(words));
}

/** Whether so little stands from there on that it may be a signature. */
export function isShort(lines: string[]): boolean {
  const said = lines.filter((line) => line.trim() !== '');
  return said.length > 0 && said.length <= MOST_LINES && said.reduce((sum, line) => sum + line.length, 0) <= MOST_SIGNED;
}

/** For each line whether it is part of a signature; `own` says which lines are somebody's words and no quotation. */
export function signatures(lines: string[], own: boolean[]): boolean[] {
  const kinds = lines.map(() => false);
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && own[to]) to++;
    if (to > from) part(lines, kinds, from, to);
    from = Math.max(to, from + 1);
  }
  return kinds;
}

/** Marks the signature at the end of a run of own lines. */
function part(lines: string[], kinds: boolean[], from: number, to: number): void {
  let end = to;
  const dashes = lines.lastIndexOf('-- ', to - 1);
  const bare = lines.lastIndexOf('--', to - 1);
  const at = Math.max(dashes, bare);
  // without its blank it may be a line across: then one line above and few below make it a signature
  if (at >= from && isShort(lines.slice(at + 1, to)) && (at === dashes || (at > from && lines.slice(at + 1, to).filter((line) => line.trim() !== '').length <= 4 && lines[at + 1]?.trim() !== ''))) end = at;
  while (end > from && (lines[end - 1]?.trim() === '' || fromDevice(lines[end - 1] as string))) end--;
  if (lines.slice(end, to).some((line) => line.trim() !== '')) {
    while (end < to && lines[end]?.trim() === '') end++;
    kinds.fill(true, end, to);
  }
}
