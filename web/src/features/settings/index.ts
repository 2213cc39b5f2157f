import { at } from '../../shell/router/address';
import { feature } from '../feature';

const to = {
  settings: (w: string) => at(w, 'settings'),
};

export const settings = feature({
  pages: {
    settings: { path: '/w/:w/settings', view: () => import('./WorkspaceSettings.svelte') },
  },
  to,
});
