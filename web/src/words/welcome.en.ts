// The words of the guide for newcomers.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const welcome = {
  title: 'Welcome guide', step: (n: number, all: number) => `Step ${n} of ${all}`, next: 'Next', back: 'Back', skip: 'Skip guide', finish: 'Finish', finished: 'You can open the guide again from your account menu.', open: 'Welcome guide',
  card: 'Four short steps: what this place is, who reads what, your email, and one thing to do.', start: 'Start',
  place: 'What this place is', placeHelp: (name: string) => `${name} is a closed workspace. Only invited people can read it.`, you: (role: string, organisation: string) => `You take part as ${role} for ${organisation}.`,
  parties: (civil: number, companies: number) => `${counted(civil, '# civil society organisation', '# civil society organisations')} and ${counted(companies, '# company', '# companies')}`, roles: {
    CONVENOR: 'Convenors invite people, open lists and trackers, and decide on pending messages.', MEMBER: 'Members write on lists, open issues and plan actions.', LIAISON: 'Company liaisons post updates for their company and answer requests.', OBSERVER: 'Observers read. They do not write.',
  } as Record<string, string>,
  who: 'Who reads what', whoHelp: 'Each message, issue and action shows who can read it. You choose before you send.', inside: 'You can read this', outside: 'You cannot read this', example: {
    EVERYONE: 'All organisations and companies.', CIVIL_SOCIETY: 'Civil society organisations only. Companies cannot see it.', WITH: 'Civil society and one company. Other companies cannot see it.', ONLY: 'The company alone, among its own people.',
  },
  withOne: 'Civil society and one company', ownCompany: 'One company only',
  mail: 'Your email', mailHelp: 'Messages reach you by email, and you can answer them there. To write a new message, use the address of a list.', noLists: 'There are no lists yet.', mailSettings: 'Email settings', mailMore: 'In the email settings you choose how often email comes, and you can pause it.',
  act: 'One thing to do', acts: {
    CONVENOR: 'Invite the people who are still missing.', MEMBER: 'Introduce yourself on a list.', LIAISON: 'Post a first update for your company, or answer a request.', OBSERVER: 'Read the newest messages.',
  } as Record<string, string>, does: { CONVENOR: 'Open people', MEMBER: 'Open the lists', LIAISON: 'Open updates', OBSERVER: 'Catch up' } as Record<string, string>,
};

export type WelcomeWords = Catalogue<typeof welcome>;
