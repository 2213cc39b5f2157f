// The words for a convenor whose coalition has just begun.
import type { Catalogue } from './language';

export const begin = {
  title: 'First steps', help: 'Take these steps in any order. This note disappears when they are done.',
  people: 'Add organisations and invite their members', list: 'Open a list: one email address to write to all of them', tracker: 'Open a tracker for the issues you follow', done: 'Done',
};

export type BeginWords = Catalogue<typeof begin>;
