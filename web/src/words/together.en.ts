// The words of several acts that stand in one line of the activity and of the bell.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const together = {
  many: {
    'issue.opened': (n: number) => counted(n, '{actor} opened # issue', '{actor} opened # issues'),
    'issue.edited': (n: number) => counted(n, '{actor} changed # issue', '{actor} changed # issues'),
    'issue.closed': (n: number) => counted(n, '{actor} closed # issue', '{actor} closed # issues'),
    'issue.reopened': (n: number) => counted(n, '{actor} reopened # issue', '{actor} reopened # issues'),
    'invitation.sent': (n: number) => counted(n, '{actor} invited # person', '{actor} invited # people'),
  },
  byMany: {
    'entry.thread': '{actor} replied in {item}',
    'entry.posted': '{actor} wrote in {item}',
    'entry.comment': '{actor} commented on {item}',
    'reaction.added': '{actor} reacted to {item}',
    'action.committed': '{actor} answered the request to take part in {item}',
    'action.answered': '{actor} answered the invitation to {item}',
    'poll.answered': '{actor} answered {item}',
    'issue.watched': '{actor} follow {item}',
    'update.acknowledged': '{actor} confirmed reading {item}',
  },
  two: '{actor} and {other}',
  more: (n: number) => counted(n, '{actor}, {other} and # other', '{actor}, {other} and # others'),
  undone: '{actor} changed {item} and undid the change',
  undoneMany: (n: number) => counted(n, '{actor} changed # issue and undid the change', '{actor} changed # issues and undid the change'),
  all: (n: number) => counted(n, 'Show all #', 'Show all #'),
  fewer: 'Show fewer',
};

export type TogetherWords = Catalogue<typeof together>;
