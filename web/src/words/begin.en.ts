// The words for a convenor whose coalition has just begun.
import type { Catalogue } from './language';

export const begin = {
  title: 'First steps', help: 'A coalition begins with people and a place to talk. Take these steps in any order; this note goes by itself.',
  people: 'Add the organisations and invite their people', list: 'Open a list: an e-mail address that reaches them', tracker: 'Open a tracker for the matters you follow', done: 'Done',
};

export type BeginWords = Catalogue<typeof begin>;
