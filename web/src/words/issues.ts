// The words of `issues.en.ts` in the language in use.
import { issues as en, type IssuesWords } from './issues.en';
import { inLanguage } from './language';

export const issues: IssuesWords = await inLanguage<IssuesWords>(en, {
  fr: async () => (await import('./issues.fr')).issues,
  ar: async () => (await import('./issues.ar')).issues,
});
