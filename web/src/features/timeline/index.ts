import { at } from '../../shell/router/address';
import { feature } from '../feature';

export const timeline = feature({
  pages: {
    timeline: { path: '/w/:w/timeline', view: () => import('./TimelineView.svelte'), place: 'actions' },
  },
  to: { timeline: (w: string) => at(w, 'timeline') },
});
