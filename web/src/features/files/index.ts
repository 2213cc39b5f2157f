import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const files = feature({
  pages: {
    files: { path: '/w/:w/files', view: () => import('./FilesView.svelte') },
  },
  to: { files: (w: string) => at(w, 'files') },
});
