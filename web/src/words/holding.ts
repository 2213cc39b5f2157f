// The words of held letters, for who decides about them and for who wrote them. In the language in use.
import { inLanguage } from './language';
import { holding as en, type HoldingWords } from './holding.en';

export const holding: HoldingWords = await inLanguage<HoldingWords>(en, {
  fr: async () => (await import('./holding.fr')).holding,
  ar: async () => (await import('./holding.ar')).holding,
});
