// The words of `post.en.ts` in the language in use.
import { post as en, type PostWords } from './post.en';
import { inLanguage } from './language';

export const post: PostWords = await inLanguage<PostWords>(en, {
  fr: async () => (await import('./post.fr')).post,
  ar: async () => (await import('./post.ar')).post,
});
