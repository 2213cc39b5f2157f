// The words of the agenda and of one action: apart from the rest, since the first view needs none of them. In the language in use.
import { inLanguage } from './language';
import { planning as en, type PlanningWords } from './planning.en';

export const planning: PlanningWords = await inLanguage<PlanningWords>(en, {
  fr: async () => (await import('./planning.fr')).planning,
  ar: async () => (await import('./planning.ar')).planning,
});
