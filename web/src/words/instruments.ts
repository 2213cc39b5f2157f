// The words of instruments in the language in use.
import { inLanguage } from './language';
import { instruments as en, type InstrumentsWords } from './instruments.en';

export const instruments: InstrumentsWords = await inLanguage<InstrumentsWords>(en, {
  fr: async () => (await import('./instruments.fr')).instruments,
  ar: async () => (await import('./instruments.ar')).instruments,
});
