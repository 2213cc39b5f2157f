import { at, part } from '../../shell/router/address';
import { byTime } from '../../stream/moments';
import { t } from '../../words/words';
import { feature, type Row, type Thing, waiting } from '../feature';

const to = {
  actions: (w: string, view?: string) => at(w, 'actions') + (view && view !== 'agenda' ? `?view=${part(view)}` : ''),
  commitments: (w: string, by?: string) => at(w, 'commitments') + (by === 'action' ? '?by=action' : ''),
  action: (w: string, id: string) => at(w, 'actions', id),
};

const isTask = (x: Thing<'actions'>): boolean => x.kind === 'TASK' || x.kind === 'DEADLINE';
const row = (x: Thing<'actions'>, w: string): Row => ({ key: `action ${x.id}`, title: x.title, href: to.action(w, x.id), starts: x.startsAt });
const soonest = (these: Thing<'actions'>[], w: string): Row[] => these.sort((a, b) => byTime(a.startsAt, b.startsAt)).map((x) => row(x, w));

export const actions = feature({
  pages: {
    actions: { path: '/w/:w/actions', view: () => import('./ActionsView.svelte') },
    commitments: { path: '/w/:w/commitments', view: () => import('./TallyView.svelte') },
    action: { path: '/w/:w/actions/:id', view: () => import('./ActionView.svelte'), shows: 'action' },
  },
  to,
  place: { name: 'actions', icon: 'actions', words: () => t.nav.actions },
  group: { name: 'action', words: () => t.nav.actions },
  kinds: {
    actions: {
      key: (x) => x.id, kind: 'action', icon: 'actions', route: to.action, words: (x) => x.title, noun: () => t.nav.actions, audience: (x) => x.audience,
      doubtful: true, linked: true,
      palette: (x, w) => ({ title: x.title, href: to.action(w, x.id), place: t.nav.actions }),
      row,
      found: (hit) => (hit.minutes ? { part: 'minutes', marks: [{ words: t.palette.inMinutes }] } : {}),
    },
  },
  waits: [
    waiting({
      ask: ({ w }, { read }) => read.actions(w),
      show: (me) => [
        { heading: t.activity.waitingActions, rows: me.mayWrite ? soonest(me.all('actions').filter((x) => x.state === 'PLANNED' && !isTask(x) && (!x.startsAt || new Date(x.startsAt) > me.at) && !x.commitments.some((one) => one.organisation === me.organisation)), me.w) : [] },
        { heading: t.activity.waitingTasks, rows: soonest(me.all('actions').filter((x) => x.owner === me.seat && isTask(x) && (x.state === 'PLANNED' || x.state === 'UNDER_WAY')), me.w) },
      ],
    }),
  ],
  begin: (w) => [{ key: 'new action', title: t.palette.planAction, place: t.nav.actions, href: `${to.actions(w)}#new` }],
});
