// What is done to threads, and what messages become, in English.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const threads = {
  leftHelp: 'You left this conversation. You can still read the messages from before you left. To write to these people, start a new conversation.', people: 'In this conversation', left: 'Left', pinned: 'Pinned', locked: 'Locked',
  lockedHelp: 'A convenor locked this thread. Only convenors can reply. Replies by email wait for a convenor.',
  was: (title: string) => `Earlier title: ${title}`,
  rename: 'Rename thread', title: 'Title', save: 'Rename',
  renameHelp: 'Everyone who can read the thread sees the new title. The earlier title stays in the history, and replies to earlier emails still arrive here.',
  renamed: 'Thread renamed.',
  pin: 'Pin for everyone', unpin: 'Unpin', isPinned: 'Thread pinned.', isUnpinned: 'Thread unpinned.',
  lock: 'Lock thread', unlock: 'Unlock thread', isLocked: 'Thread locked.', isUnlocked: 'Thread unlocked.',
  move: 'Move to another list', moveHelp: 'The same people can read the thread there. Email replies to the earlier list still arrive in it.', moveDoes: 'Move', toList: 'List', noList: 'You can read no other list.',
  moved: (list: string) => `Thread moved to ${list}.`,
  split: 'Split thread from here', splitHelp: 'This message and later messages become a new thread.', splitDoes: 'Split',
  splitMoves: (n: number) => counted(n, '# message moves to the new thread.', '# messages move to the new thread.'),
  splitStays: (n: number) => counted(n, '# later message stays here because more people can read it.', '# later messages stay here because more people can read them.'),
  splitFirst: 'This is the first message of the thread, so nothing would stay. Rename or move the thread instead.',
  splitDone: 'Thread split.', joined: 'The messages are back in the thread.',
  merge: 'Merge into another thread', mergeHelp: 'The messages move to the other thread, sorted by time. Each message keeps its readers.', mergeDoes: 'Merge', find: 'Find a thread', noThread: 'No thread matches.',
  mergeDiffers: (audience: string) => `The readers differ. Messages from this thread stay readable only for: ${audience}.`,
  mergeDone: 'Threads merged.', unmerge: 'Undo merge', unmerged: 'Merge undone.',
  leftTo: (list: string) => `moved to ${list}`, leftInto: (title: string) => `merged into ${title}`, leftRows: 'Moved threads',
  movedFrom: 'Earlier list', splitFrom: 'Original thread', splitOff: 'Split into a new thread', mergedHere: 'Merged here',
  nowIn: 'The messages of this thread are now in',
  make: { issue: 'Make an issue', action: 'Make an action', question: 'Ask a company' },
  inTracker: 'Choose the tracker.', next: 'Continue', related: 'Related',
  noCompany: 'No company can read this message, so none can be asked with its words. Share the message first, or ask in your own words.',
};

export type ThreadWords = Catalogue<typeof threads>;
