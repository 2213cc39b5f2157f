import { at } from '../../shell/router/address';
import { byTime } from '../../stream/moments';
import { t } from '../../words/words';
import { hasAnswered } from './count';
import { feature, type Row, type Thing, waiting } from '../feature';

const to = {
  polls: (w: string) => at(w, 'polls'),
  poll: (w: string, id: string) => at(w, 'polls', id),
};

const row = (x: Thing<'polls'>, w: string): Row => ({ key: `poll ${x.id}`, title: x.title, href: to.poll(w, x.id), due: x.closes.slice(0, 10) });

export const polls = feature({
  pages: {
    polls: { path: '/w/:w/polls', view: () => import('./PollsView.svelte') },
    poll: { path: '/w/:w/polls/:id', view: () => import('./PollView.svelte'), shows: 'poll' },
  },
  to,
  place: { name: 'polls', icon: 'polls', words: () => t.nav.polls },
  group: { name: 'poll', words: () => t.nav.polls },
  kinds: {
    polls: {
      key: (x) => x.id, kind: 'poll', icon: 'polls', route: to.poll, words: (x) => x.title, noun: () => t.nav.poll, audience: (x) => x.audience, text: (x) => x.description,
      hangsOn: (x) => (x.on ? [x.on] : []), doubtful: true, row,
      palette: (x, w) => ({ title: x.title, href: to.poll(w, x.id), place: t.nav.polls, at: x.openedAt }),
    },
  },
  waits: [
    waiting({
      ask: ({ w }, { read }) => read.polls(w),
      show: (me) => [{ heading: t.activity.waitingPolls, rows: me.mayWrite ? me.all('polls').filter((x) => asks(x, me) && new Date(x.closes) > me.at).sort((a, b) => byTime(a.closes, b.closes)).map((x) => row(x, me.w)) : [] }],
    }),
  ],
  begin: (w) => [{ key: 'new poll', title: t.nav.openPoll, place: t.nav.polls, href: `${to.polls(w)}#new` }],
});

/** Whether it waits for an answer of the reader's: it is open, counts their side, and has none of theirs. */
const asks = (x: Thing<'polls'>, me: { seat: string; liaison: boolean }): boolean => x.state === 'OPEN' && !hasAnswered(x, me.seat) && !(me.liaison && x.eligible === 'CIVIL_SOCIETY');
