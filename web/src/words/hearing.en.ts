// What one hears of, and how: the choices of the page "Email settings", and those at each thing.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const hearing = {
  title: 'Notification settings', help: 'Each type reaches you in one way, so nothing comes twice. The Activity page always shows everything.',
  burst: (minutes: string) => `Several events on one item within ${minutes} are sent as one email. Decisions that need you are sent without delay.`, minutes: (n: number) => counted(n, '# minute', '# minutes'),
  mailOff: 'Notification emails are off above. What would be emailed appears only here.',
  kinds: { DECISION: 'Your decision is needed', MENTIONED: 'Mentions', ASSIGNED: 'Assigned to you', NAMED: 'Addressed to you by name', REQUEST: 'Questions to your organisation', REPLY: 'Replies to you', FOLLOWED: 'Items you take part in or follow', NEW: 'New items', CARE: 'Bouncing email of a member' },
  kindHelp: { DECISION: 'Pending messages, and questions whether you wrote one. Always at once: someone is waiting.', MENTIONED: 'Your name, your organisation or a group with you after an @. Sent at once, even from lists that you get as a digest.', ASSIGNED: 'Issues assigned to you, actions you own, requests in your care.', NAMED: 'Items that only a few named people can read.', REQUEST: 'Questions to your company.', REPLY: 'Replies to your messages and to items you opened.', FOLLOWED: 'News on an item after you wrote there or chose to follow it.', NEW: 'New issues, updates and actions that you can read. Never in Notifications.', CARE: 'For convenors.' },
  ways: { AT_ONCE: 'Email, within minutes', DIGEST: 'Email, each morning', WEB: 'Only here', MUTE: 'Off' },
  weekly: 'Weekly email, on Monday morning', weeklyHelp: 'In your time zone, about the seven days before, as far as you can read them. No email is sent for a week without activity.',
  weeklies: { UPDATES: 'Updates, by company', ACTIVITY: 'Activity, by organisation' },
  preview: 'Preview', previewOf: (letter: string) => `Preview: ${letter}`, previewHelp: 'The email as it would look now, about the last seven days. Nothing is sent.', previewNothing: 'No activity you can read in the last seven days, so no email would be sent.', previewNext: (when: string) => `Next email: ${when}.`,
  thing: 'Notifications for this', wishes: { USUAL: 'Default notifications', FOLLOW: 'Follow', MUTE: 'Mute' },
  wished: { USUAL: 'Default notifications.', FOLLOW: 'Following: you get all its news.', MUTE: 'Muted: you only get messages addressed to you personally.' },
};

export type HearingWords = Catalogue<typeof hearing>;
