// The words of templates in the language in use; they come with the form in which an action is planned.
import { inLanguage } from './language';
import { planTemplates as en, type PlanTemplatesWords } from './planTemplates.en';

export const planTemplates: PlanTemplatesWords = await inLanguage<PlanTemplatesWords>(en, {
  fr: async () => (await import('./planTemplates.fr')).planTemplates,
  ar: async () => (await import('./planTemplates.ar')).planTemplates,
});
