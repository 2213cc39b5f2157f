// The words of settings: of a workspace, a list, a tracker, an organisation.
import type { Catalogue } from './language';

export const settings = {
  title: 'Settings',
  lead: 'Every change is in the audit log, which all members can read.', onlyConvenors: 'Only convenors can change these settings.',
  words: 'Name and description', name: 'Name', description: 'Description',
  nameHelp: { list: 'The email address and links stay the same.', tracker: 'The key, the email address and links stay the same.', organisation: 'The short name and links stay the same.' },
  descriptionHelp: 'What it is for, in one or two sentences.', organisationHelp: 'What this organisation does, in one or two sentences. All members can read it.',
  nameByConvenors: 'Only convenors can change the name.',
  saved: 'Saved.', before: (name: string) => `Saved. The name was “${name}” before.`, undone: 'Change undone.', discard: 'Discard changes',
  unsaved: 'Unsaved changes', unsavedHelp: 'You changed settings on this page and did not save them.', leave: 'Leave without saving', restored: 'Your unsaved changes are still here.',
  current: 'Current version', everyoneReads: 'All members can read this.', nobody: 'No description yet.',
  workspace: {
    words: 'About this workspace', name: 'Name of the workspace', nameHelp: 'Shown on every page and in emails. The short name, links and email addresses stay the same.',
    purpose: 'Purpose', purposeHelp: 'One or two sentences, shown in the welcome guide.', welcome: 'Welcome text', welcomeHelp: 'What new members read first: what this place is for, who is here, where to begin.',
    languages: 'Languages', languagesHelp: 'The languages people write in here.', addLanguage: 'Add a language…', removeLanguage: (name: string) => `Remove ${name}`,
    audience: 'Default audience', audienceHelp: 'Who can read a new message, issue, update or action in a place for everyone, unless its author chooses. Authors can always choose fewer readers.',
    usual: { OWN_SIDE: 'The author’s own side', EVERYONE: 'Everyone' },
    usualHelp: { OWN_SIDE: 'Civil society writes to civil society. A company writes to civil society and itself.', EVERYONE: 'Everything is shown to all companies unless its author remembers to choose fewer readers.' },
    usualSaved: { OWN_SIDE: 'New items are for the author’s own side by default.', EVERYONE: 'New items are for everyone by default.' }, saveAudience: 'Save default audience',
    moderation: 'Moderation', moderationHelp: 'Which lists and members wait for approval.', moderationOpen: 'Open moderation',
    places: 'Lists, trackers and organisations', placesHelp: 'Each has its own settings.', lists: 'Lists', trackers: 'Trackers', organisations: 'Organisations', none: 'None yet',
    peopleOpen: 'Invitations and roles', audit: 'Audit log',
  },
  list: { mail: 'Emails of this list', layout: 'Email layout…', privacy: 'Email privacy…', moderation: 'Moderation', import: 'Import an archive' },
};

export type SettingsWords = Catalogue<typeof settings>;
