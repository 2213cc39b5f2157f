import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const welcome = feature({
  pages: {
    welcome: { path: '/w/:w/welcome', view: () => import('./WelcomeView.svelte'), place: 'activity' },
  },
  to: { welcome: (w: string) => at(w, 'welcome') },
});
