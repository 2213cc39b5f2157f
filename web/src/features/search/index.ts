import { at, part } from '../../shell/router/address';
import { feature } from '../feature';

export const search = feature({
  pages: {
    search: { path: '/w/:w/search', view: () => import('./SearchView.svelte') },
  },
  to: {
    /** The words stand after `#`: no server is told of them. */
    search: (w: string, words = '') => at(w, 'search') + (words === '' ? '' : `#q=${part(words)}`),
  },
});
