import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const imports = feature({
  pages: {
    import: { path: '/w/:w/lists/:list/import', view: () => import('./ImportView.svelte'), place: 'lists' },
  },
  to: {
    import: (w: string, list: string) => at(w, 'lists', list, 'import'),
  },
});
