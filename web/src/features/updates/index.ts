import { at, part } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature, type Me, type Row, waiting } from '../feature';
import type { AskedPage } from '../../api/types';
import { date } from '../../ui/times';

const to = {
  updates: (w: string, company?: string) => at(w, 'updates') + (company ? `?company=${part(company)}` : ''),
  update: (w: string, id: string) => at(w, 'updates', id),
  board: (w: string) => at(w, 'board'),
};

/** What the reader's company was asked, and none of its liaisons has answered: under an update, or by an issue. */
const asked = (one: AskedPage['items'][number], me: Me): Row => ({
  ...(one.kind === 'question' ? { key: `entry ${one.entry}`, href: `${to.update(me.w, one.id)}#${one.entry}` } : { key: `issue ${one.id}`, href: at(me.w, 'issues', one.id) }),
  title: one.title, due: one.due, note: t.activity.askedOn(me.nameOf(one.seat), date(new Date(one.at))),
});

export const updates = feature({
  pages: {
    updates: { path: '/w/:w/updates', view: () => import('./UpdatesView.svelte') },
    update: { path: '/w/:w/updates/:id', view: () => import('./UpdateView.svelte'), shows: 'update' },
    board: { path: '/w/:w/board', view: () => import('./BoardView.svelte') },
  },
  to,
  place: { name: 'updates', icon: 'updates', words: () => t.nav.updates },
  group: { name: 'update', words: () => t.nav.updates },
  kinds: {
    updates: {
      key: (x) => x.id, kind: 'update', icon: 'updates', route: to.update, words: (x) => x.title, noun: () => t.updates.title, audience: (x) => x.audience,
      text: (x) => x.body, terms: (x) => x.attribution, doubtful: true, linked: true,
      palette: (x, w, names) => ({ title: x.title, href: to.update(w, x.id), place: names.organisation(x.company), at: x.at }),
      found: (hit) => (hit.retracted ? { marks: [{ words: t.updates.retracted, careful: true }] } : {}),
    },
    companies: { key: (x) => x.company },
  },
  waits: [
    waiting({
      after: 'drafting',
      ask: async (me, { api }) => (me.liaison ? (await api.drafts(me.w)).items.filter((one) => one.state === 'WAITING' && (one.mine ? one.returnedBy !== undefined : one.confirmable)).length : 0),
      show: (me, drafts = 0) => [{ line: t.activity.waitingDrafts(drafts), n: drafts, href: to.updates(me.w) }],
    }),
    waiting({
      after: 'asking',
      ask: async (me, { api }) => (me.liaison ? (await api.askedOfMyCompany(me.w)).items : []),
      show: (me, all = []) => [{ heading: t.activity.waitingAsked, rows: all.map((one) => asked(one, me)) }],
    }),
  ],
  begin: (w, may) => (may.liaison ? [{ key: 'new update', title: t.updates.write, place: t.nav.updates, href: to.updates(w) }] : []),
});
