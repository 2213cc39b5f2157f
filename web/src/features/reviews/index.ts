import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const reviews = feature({
  pages: {
    review: { path: '/w/:w/reviews/:id', view: () => import('./ReviewView.svelte'), shows: 'review' },
  },
  to: { review: (w: string, id: string) => at(w, 'reviews', id) },
});
