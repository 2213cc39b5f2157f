import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const subscriptions = feature({
  pages: {
    notified: { path: '/notified/:id', view: () => import('./NotifiedView.svelte') },
    'my-mail': { path: '/w/:w/my-mail', view: () => import('./MyMailView.svelte') },
  },
  to: {
    myMail: (w: string) => at(w, 'my-mail'),
  },
});
