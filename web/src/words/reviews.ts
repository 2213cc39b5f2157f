// The words of reviews in the language in use.
import { inLanguage } from './language';
import { reviews as en, type ReviewsWords } from './reviews.en';

export const reviews: ReviewsWords = await inLanguage<ReviewsWords>(en, {
  fr: async () => (await import('./reviews.fr')).reviews,
  ar: async () => (await import('./reviews.ar')).reviews,
});
