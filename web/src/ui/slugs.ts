// Short names in addresses, from the names people type: in Latin letters, whatever the name is written in. Where nothing
// is left of a name (another script than these), who names the thing is asked for its short name.
export const LONGEST_SLUG = 63;
export const SLUG_PATTERN = '[a-z0-9][a-z0-9\\-]{0,62}';

/** Letters of Latin and Arabic script that do not come apart into a plain letter and its marks, and how they are spelt. */
const SPELT = Object.fromEntries(
  ('æ ae œ oe ø o ß ss ł l đ d ð d þ th ı i ا a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h و w ي y ى a ة a'
    + ' پ p چ ch ژ zh گ g ڤ v ک k ی y ٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9').split(' ').flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1]]] : [])),
) as Record<string, string>;

export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\p{M}ءـ]/gu, '').toLowerCase();
  const latin = plain.replace(/[^\0-\x7f]/gu, (sign) => SPELT[sign] ?? sign);
  return latin.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, LONGEST_SLUG).replace(/-+$/, '');
}
