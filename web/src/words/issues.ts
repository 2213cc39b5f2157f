// The words of `issues.en.ts` in the language in use.
import { issues as en } from './issues.en';
import { inLanguage, type Catalogue } from './language';

export type IssuesWords = Catalogue<typeof en>;
export const issues: IssuesWords = await inLanguage<IssuesWords>(en, {
  fr: async () => (await import('./issues.fr')).issues,
  ar: async () => (await import('./issues.ar')).issues,
});
