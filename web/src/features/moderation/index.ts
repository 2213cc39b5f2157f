import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature, waiting } from '../feature';

const to = {
  holds: (w: string) => at(w, 'holds'),
  hold: (w: string, id: string) => at(w, 'holds', id),
  moderation: (w: string) => at(w, 'moderation'),
};

export const moderation = feature({
  pages: {
    holds: { path: '/w/:w/holds', view: () => import('./HoldsView.svelte') },
    hold: { path: '/w/:w/holds/:id', view: () => import('./HoldView.svelte'), shows: 'hold' },
    moderation: { path: '/w/:w/moderation', view: () => import('./ModerationView.svelte') },
  },
  to,
  group: { name: 'thread', words: () => t.nav.lists },
  kinds: {
    holds: { key: (x) => x.id, kind: 'hold', icon: 'lists', route: to.hold, words: (x) => x.subject },
  },
  waits: [
    waiting({
      ask: ({ w }, { read }) => read.holds(w),
      show: (me) => {
        const holds = me.all('holds').filter((hold) => hold.state === 'HELD' && hold.decides).length;
        return [{ line: t.activity.waitingHolds(holds), n: holds, href: to.holds(me.w) }];
      },
    }),
  ],
});
