// The words for who joins a workspace or opens one.
import type { Catalogue } from './language';

export const joining = {
  join: {
    title: (workspace: string) => `Join ${workspace}`, lead: (by: string, organisation: string) => `${by} invites you to join for ${organisation}.`,
    asWhat: 'Your role', name: 'Your name, visible to the coalition', accept: 'Join', expires: 'Invitation valid until',
    closed: 'This is a closed workspace. Every item shows who can read it.', gone: 'This invitation is not valid', goneHelp: 'It was used, cancelled or has expired. Ask for a new one.',
  },
  open: {
    title: 'Open a workspace', lead: 'A workspace is for one coalition. You become its first convenor.', name: 'Workspace name', slug: 'Short name in addresses',
    slugHelp: 'Lower-case letters, digits and hyphens', party: 'Short name of your organisation', organisation: 'Your organisation', convenor: 'Your name, visible to the coalition', submit: 'Open workspace',
  },
};

export type JoiningWords = Catalogue<typeof joining>;
