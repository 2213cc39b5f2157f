// The words of `templates.en.ts` in the language in use.
import { inLanguage } from './language';
import { templates as en, type TemplatesWords } from './templates.en';

export const templates: TemplatesWords = await inLanguage<TemplatesWords>(en, {
  fr: async () => (await import('./templates.fr')).templates,
  ar: async () => (await import('./templates.ar')).templates,
});
