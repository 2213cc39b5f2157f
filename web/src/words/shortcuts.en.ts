// The words of the keys and what each does: apart from the rest, since few look at them.
import type { Catalogue } from './language';

export const shortcuts = {
  keys: {
    filter: 'Filter what is shown', refuse: 'Refuse a letter that waits', discard: 'Discard a letter that waits', leave: 'Close it, or choose nothing',
    single: 'Letters act by themselves', singleHelp: 'If you speak to your computer, or keys are pressed by chance, let them not. What is pressed together with Ctrl stays.', undo: 'Undo what was just done, while that is offered',
    title: 'Keyboard shortcuts', sheet: 'This sheet', down: 'Next in a list', up: 'Previous in a list', open: 'Open it', compose: 'Write something new, or a reply', edit: 'Edit; while you catch up, mark as read', assign: 'Assign', due: 'Set the due date', state: 'Change the state', choose: 'Choose a row of a list', column: 'On a board: take the card to the next column', extend: 'Choose the next one too', bulk: 'Change all that are chosen', send: 'Send what you are writing', search: 'Search', bell: 'What concerns you', unread: 'Go to the next unread message', mute: 'Mute a conversation while you catch up', allRead: 'Mark all as read', bold: 'Bold, while you write', italic: 'Italic, while you write', goto: 'Go to one of the places in the rail',
  },
};

export type ShortcutsWords = Catalogue<typeof shortcuts>;
