import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature } from '../feature';

export const activity = feature({
  pages: {
    activity: { path: '/w/:w', view: () => import('./ActivityView.svelte') },
  },
  to: {
    activity: (w: string) => at(w),
  },
  place: { name: 'activity', icon: 'activity', words: () => t.nav.activity },
});
