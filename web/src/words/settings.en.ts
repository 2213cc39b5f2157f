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
  closing: {
    archived: (day: string) => `Archived since ${day}`, archive: { list: 'Archive list', tracker: 'Archive tracker', organisation: 'Archive organisation', workspace: 'Close workspace' },
    reopen: { list: 'Open list again', tracker: 'Open tracker again', organisation: 'Open organisation again', workspace: 'Open workspace again' },
    title: { list: 'Archive this list', tracker: 'Archive this tracker', organisation: 'Archive this organisation', workspace: 'Close this workspace' },
    done: { list: 'List archived.', tracker: 'Tracker archived.', organisation: 'Organisation archived.', workspace: 'Workspace closed.' },
    opened: { list: 'List open again.', tracker: 'Tracker open again.', organisation: 'Organisation open again.', workspace: 'Workspace open again.' },
    what: {
      list: ['Nothing new can be posted in this list: in the browser, by the API and by email. An email to its address gets an answer with the reason and goes no further.', 'It moves to “Archived” on the page of lists. Its readers stay the same: they can read and search everything in it.', 'Emails that wait for approval stay there. They can be approved when the list is open again.'],
      tracker: ['Issues cannot be created, changed or commented on: in the browser, by the API and by email. An email to its address gets an answer with the reason.', 'It moves to “Archived” on the page of trackers. Its readers stay the same: they can read, search and export everything in it.', 'Reminders of due dates wait until the tracker is open again.'],
      organisation: ['Its members keep their memberships and can read the same as today, also by email. They cannot post, vote or change anything.', 'No other person can join it: its open invitations cannot be accepted.', 'It moves to “Archived” on the page of members. People who must not read any more need their membership ended.'],
      workspace: ['Posting, changing and approving stop for all members: in the browser, by the API and by email. An email gets an answer with the reason and goes no further.', 'All members can read, search and export the same as today. Memberships can still be ended.', 'Reminders and scheduled updates wait until the workspace is open again.'],
    },
    undo: 'Convenors can open it again at any time. Both are in the audit log.', exportFirst: 'You can save a copy first.', confirm: 'Close workspace?',
    note: { list: 'This list is archived. You can read and search everything in it; nothing new can be posted.', tracker: 'This tracker is archived. You can read, search and export everything in it; nothing can be changed.', organisation: 'Your organisation is archived. You can read everything as before; you cannot post or change anything.', workspace: 'This workspace is closed. You can read, search and export everything as before; nothing can be changed.', other: 'This organisation is archived. Its members read as before, and nothing new comes from it.' },
    ask: 'A convenor can open it again.', settings: 'Open settings',
  },
  list: {
    mail: 'Emails of this list', layout: 'Email layout…', layoutTitle: 'Layout', layoutHelp: 'Subject tag, destination of replies, footer, largest file in emails, and how long an email waits so that its author can undo it.',
    privacy: 'Email privacy…', privacyTitle: 'Privacy', privacyHelp: 'What emails show of their authors and readers: addresses, pictures from other sites, place and time in pictures, signed emails.',
    moderation: 'Moderation', moderationHelp: 'Whether messages wait for a convenor, and what happens to emails from people who cannot post here.', moderationOpen: 'Moderated members',
    importTitle: 'Archive from elsewhere', importHelp: 'Messages of an older list are added here. No one gets an email.', import: 'Import an archive',
  },
};

export type SettingsWords = Catalogue<typeof settings>;
