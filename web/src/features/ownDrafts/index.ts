import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const ownDrafts = feature({
  pages: {
    drafts: { path: '/w/:w/drafts', view: () => import('./DraftsView.svelte') },
  },
  to: { drafts: (w: string) => at(w, 'drafts') },
});
