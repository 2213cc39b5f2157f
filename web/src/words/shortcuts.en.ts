// The words of the keys and what each does: apart from the rest, since few look at them.
import type { Catalogue } from './language';

export const shortcuts = {
  keys: {
    filter: 'Filter the list', refuse: 'Reject pending message', discard: 'Discard pending message', leave: 'Close, or clear selection',
    single: 'Single-key shortcuts', singleHelp: 'Turn them off if you dictate to your computer or press keys by accident. Shortcuts with Ctrl stay on.', undo: 'Undo the last change, while this is offered',
    title: 'Keyboard shortcuts', sheet: 'Show this help', down: 'Next in a list', up: 'Previous in a list', open: 'Open', compose: 'New message or reply', edit: 'Edit; while you catch up, mark as read', assign: 'Assign', due: 'Set due date', state: 'Change state', choose: 'Select a row', column: 'On a board: move card to the next column', extend: 'Select the next one too', bulk: 'Change all selected', send: 'Send', search: 'Search', bell: 'Notifications', unread: 'Go to the next unread message', mute: 'Mute a discussion while you catch up', allRead: 'Mark all as read', bold: 'Bold, while writing', italic: 'Italic, while writing', link: 'Link, with text selected', code: 'Code, while writing', lines: 'Numbered list, list or quote, while writing', goto: 'Go to a place in the sidebar',
  },
};

export type ShortcutsWords = Catalogue<typeof shortcuts>;
