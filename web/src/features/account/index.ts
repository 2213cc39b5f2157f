import { feature } from '../feature';

export const account = feature({
  pages: {
    account: { path: '/account', view: () => import('./AccountView.svelte') },
  },
  to: {
    account: () => '/account',
  },
});
