// The catalogue in use. A language is a file of the same shape, which `npm run check` holds it to.
import { en, type Words } from './en';
import { inLanguage } from './language';

export { locale } from './language';
export type { Words };
export const t: Words = await inLanguage<Words>(en, {
  fr: async () => (await import('./fr')).fr,
  ar: async () => (await import('./ar')).ar,
});
