// The words of `post.en.ts` in the language in use.
import { post as en } from './post.en';
import { inLanguage, type Catalogue } from './language';

export type PostWords = Catalogue<typeof en>;
export const post: PostWords = await inLanguage<PostWords>(en, {
  fr: async () => (await import('./post.fr')).post,
  ar: async () => (await import('./post.ar')).post,
});
