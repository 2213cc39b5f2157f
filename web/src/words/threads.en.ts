// What is done to threads, and what messages become, in English.
import type { Catalogue } from './language';

export const threads = {
  leftHelp: 'You left this conversation. You can still read the messages from before you left.', people: 'In this conversation', left: 'Left', pinned: 'Pinned', locked: 'Locked',
  lockedHelp: 'A convenor locked this thread. Only convenors can reply. Replies by email wait for a convenor.',
  was: (title: string) => `Earlier title: ${title}`,
  rename: 'Rename thread', title: 'Title', save: 'Rename',
  renameHelp: 'Everyone who can read the thread sees the new title. The earlier title stays in the history, and replies to earlier emails still arrive here.',
  renamed: 'Thread renamed.',
  pin: 'Pin for everyone', unpin: 'Unpin', isPinned: 'Thread pinned.', isUnpinned: 'Thread unpinned.',
  lock: 'Lock thread', unlock: 'Unlock thread', isLocked: 'Thread locked.', isUnlocked: 'Thread unlocked.',
  make: { issue: 'Make an issue', action: 'Make an action', question: 'Ask a company' },
  inTracker: 'Choose the tracker.', next: 'Continue', related: 'Related',
  noCompany: 'No company can read this message, so none can be asked with its words. Share the message first, or ask in your own words.',
};

export type ThreadWords = Catalogue<typeof threads>;
