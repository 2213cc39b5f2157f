// Whether two things that were read say the same. Pure; for what JSON can say.
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  let names = 0;
  for (const name in a) {
    if (!(name in b) || !same((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name])) return false;
    names++;
  }
  for (const _ in b) names--;
  return names === 0;
}
