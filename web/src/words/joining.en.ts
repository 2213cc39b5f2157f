// The words for who joins a workspace or opens one.
import type { Catalogue } from './language';

export const joining = {
  join: {
    title: (workspace: string) => `Join ${workspace}`, lead: (by: string, organisation: string) => `${by} invites you to a seat for ${organisation}.`,
    asWhat: 'Your seat', name: 'Your name, as the coalition sees it', accept: 'Take the seat', expires: 'The invitation is good until',
    closed: 'This is a closed workspace. Everything in it says who reads it.', gone: 'This invitation is not open', goneHelp: 'It was used, taken back, or has run out. Ask the person who invited you for another.',
  },
  open: {
    title: 'Open a workspace', lead: 'One workspace is one coalition. You become its first convenor.', name: 'Name of the workspace', slug: 'Short name in addresses',
    slugHelp: 'Small letters, digits and hyphens', organisation: 'Your organisation', convenor: 'Your name, as the coalition sees it', submit: 'Open it',
  },
};

export type JoiningWords = Catalogue<typeof joining>;
