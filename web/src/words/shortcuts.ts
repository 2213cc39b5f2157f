// The words of the keys and what each does: apart from the rest, since few look at them. In the language in use.
import { inLanguage } from './language';
import { shortcuts as en, type ShortcutsWords } from './shortcuts.en';

export const shortcuts: ShortcutsWords = await inLanguage<ShortcutsWords>(en, {
  fr: async () => (await import('./shortcuts.fr')).shortcuts,
  ar: async () => (await import('./shortcuts.ar')).shortcuts,
});
