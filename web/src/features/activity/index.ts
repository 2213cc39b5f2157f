import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature, waiting } from '../feature';

export const activity = feature({
  pages: {
    activity: { path: '/w/:w', view: () => import('./ActivityView.svelte') },
  },
  to: {
    activity: (w: string) => at(w),
  },
  waits: [
    waiting({
      after: 'asking',
      ask: async (me, { api }) => {
        const { items } = await api.waitingMentions(me.w);
        return items.length > 0 ? (await import('./asked')).asked(items, me) : [];
      },
      show: (_, all = []) => all,
    }),
  ],
  place: { name: 'activity', icon: 'activity', words: () => t.nav.activity },
});
