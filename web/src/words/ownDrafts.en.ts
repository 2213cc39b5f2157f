// The words for drafts on several devices.
import type { Catalogue } from './language';

export const ownDrafts = {
  title: 'You have another version of this on another device',
  lead: (when: string) => `Last changed there: ${when}. Both versions are kept until you choose.`,
  readers: (audience: string) => `Audience there: ${audience}`,
  there: 'On the other device', below: 'On this device',
  useTheirs: 'Use the other version', useBoth: 'Put the other below mine', useMine: 'Keep only mine',
  gone: 'This text was sent or deleted on another device. Your copy is still here.',
  /** the page of all of them */
  page: {
    title: 'Your drafts', none: 'No drafts', noneHelp: 'What you begin to write and do not send is kept here. Only you can see it.', toActivity: 'Go to activity',
    help: 'Only you can see these, on all your devices. A draft is deleted 90 days after its last change. The limit is 100 drafts.',
    becomes: { thread: 'New thread', reply: 'Reply', issue: 'New issue', action: 'New action', poll: 'New poll', update: 'New update', edit: 'Edit' },
    parts: { message: 'Edit of a message', title: 'Edit of a title', description: 'Edit of a description', provision: 'Edit of a provision', minutes: 'Edit of minutes', outcome: 'Edit of an outcome', agenda: 'Edit of an agenda' } as Record<string, string>,
    here: 'only in this browser so far', readers: (audience: string) => `Audience: ${audience}`,
    open: 'Open', discard: 'Discard', discardNamed: (title: string) => `Discard: ${title}`, discarded: 'Draft discarded.',
  },
};

export type OwnDraftWords = Catalogue<typeof ownDrafts>;
