// The words of mentions: the names after an @, whom they mean, and what they ask.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const mentions = {
  pick: 'People, organisations and groups to mention', found: (n: number) => counted(n, '# suggestion', '# suggestions'),
  groups: { EVERYONE: 'everyone', CIVIL_SOCIETY: 'civil society' }, groupHelp: { EVERYONE: 'All who can read this', CIVIL_SOCIETY: 'Civil society, as far as they can read this' },
  outside: (names: string) => `${names}: outside the audience. Write the name without @, or share this with more people.`,
  waiting: 'Questions to you', dismiss: 'Dismiss', dismissOf: (title: string) => `Dismiss: ${title}`,
  everyone: 'All who can read this message are notified.', civil: 'Civil society is notified, as far as they can read this message.', organisation: 'All people of this organisation who can read this message are notified.', writeTo: 'Write a message', open: 'Open the page of the organisation',
};

export type MentionsWords = Catalogue<typeof mentions>;
