import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const unread = feature({
  pages: {
    catchUp: { path: '/w/:w/catch-up', view: () => import('./CatchUp.svelte'), place: 'activity' },
  },
  to: { catchUp: (w: string) => at(w, 'catch-up') },
});
