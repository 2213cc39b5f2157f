// Short names in addresses, from the names people type.
const LONGEST_SLUG = 63;
export const SLUG_PATTERN = '[a-z0-9][a-z0-9\\-]{0,62}';

export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, LONGEST_SLUG).replace(/-+$/, '');
}
