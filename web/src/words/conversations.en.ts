// Conversations between named people, in English.
import { counted } from './counts.en';
import type { Catalogue } from './language';

export const conversations = {
  start: 'New conversation', write: 'Write to these people', to: (n: number) => counted(n, '# person', '# people'), change: 'Change the people',
  none: 'No conversations yet', noneHelp: 'A conversation is between people you choose by name. Each message also reaches them by email, and they can reply by email.',
  byMail: 'You can also start a conversation by email, with the others in To or Cc.',
  pick: 'Choose people', pickHelp: 'They can all read the conversation, reply, and add others. No one else can read it, not even convenors.',
  find: 'Find a person or an organisation', noMatch: 'No results.', next: 'Continue', most: (n: number) => `A conversation has at most ${counted(n, '# person', '# people')}.`,
  named: (names: string, more: number) => (more > 0 ? `${names} and ${counted(more, '# more person', '# more people')}` : names),
  only: 'Only these people can read this conversation. Convenors who are not in it cannot.',
  add: 'Add people', addHelp: 'They see the name of the conversation and read messages from now on. Earlier messages stay closed to them until their author shares them.', added: 'Added to the conversation.', allIn: 'Everyone is in this conversation.',
  rename: 'Rename conversation', renameHelp: 'Everyone in the conversation sees the new name.', renamed: 'Conversation renamed.',
  leave: 'Leave conversation', leaveHelp: 'You get no more messages of this conversation and cannot be added again. You can still read the earlier messages.', leaveNow: 'Leave', isLeft: 'You left the conversation.',
  writeTo: (name: string) => `Write to ${name}`,
};

export type ConversationWords = Catalogue<typeof conversations>;
