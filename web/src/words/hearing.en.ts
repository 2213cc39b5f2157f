// What one hears of, and how: the choices of the page "My mail", and those at each thing.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const hearing = {
  title: 'What you hear of, and how', help: 'Each kind comes in one way, so nothing comes twice. Everything stays in the activity view whatever you choose.',
  burst: (minutes: string) => `What happens to one thing within ${minutes} comes as one letter, when they are over. What waits for your decision does not wait.`, minutes: (n: number) => counted(n, '# minute', '# minutes'),
  mailOff: 'Notices by mail are off above: what would come by mail only rings here.',
  kinds: { DECISION: 'It waits for your decision', ASSIGNED: 'It is yours to do', NAMED: 'It was said to you by name', REQUEST: 'It asks your organisation', REPLY: 'It answers you', FOLLOWED: 'You take part in it, or follow it', NEW: 'It is new', CARE: 'A member’s mail does not arrive' },
  kindHelp: { DECISION: 'Letters that are held, and whether you wrote one. Always at once: somebody waits.', ASSIGNED: 'Issues assigned to you, actions you own, requests you keep.', NAMED: 'What has a few people by name as its readers.', REQUEST: 'Questions to your company.', REPLY: 'Answers to what you said or opened.', FOLLOWED: 'What happens to a thing after you spoke there or chose to follow it.', NEW: 'New issues, updates and actions that you can read. They never ring.', CARE: 'For convenors.' },
  ways: { AT_ONCE: 'Mail, within minutes', DIGEST: 'Mail, each morning', WEB: 'Only here', MUTE: 'Not at all' },
  weekly: 'Once a week, on Monday morning', weeklyHelp: 'In your time zone, of the seven days before, as far as you can read it by then. Nothing comes of a week in which nothing happened.',
  weeklies: { UPDATES: 'What companies said, company by company', ACTIVITY: 'What was done, organisation by organisation' },
  preview: 'See it today', previewOf: (letter: string) => `See it today: ${letter}`, previewHelp: 'As it would come if it left now, of the last seven days. Nothing is sent.', previewNothing: 'Nothing happened in the last seven days that you can read, so no letter would come.', previewNext: (when: string) => `The next would leave ${when}.`,
  thing: 'Notices of this', wishes: { USUAL: 'Notices as usual', FOLLOW: 'Follow', MUTE: 'Mute' },
  wished: { USUAL: 'You hear of it as of all others.', FOLLOW: 'You hear of all that happens to it.', MUTE: 'You hear nothing more of it but what is said to you in particular.' },
};

export type HearingWords = Catalogue<typeof hearing>;
