import { at } from '../../shell/router/address';
import { t } from '../../words/words';
import { feature } from '../feature';
import { CONVERSATIONS } from './where';

const to = {
  conversations: (w: string) => at(w, 'conversations'),
  /** the conversation with one person, or a new one */
  writeTo: (w: string, seat: string) => `${at(w, 'conversations')}?with=${encodeURIComponent(seat)}`,
};

export const conversations = feature({
  pages: {
    conversations: { path: '/w/:w/conversations', view: () => import('./ConversationsView.svelte') },
  },
  to,
  place: { name: 'conversations', icon: 'chat', words: () => t.nav.conversations, unread: `thread>${CONVERSATIONS}` },
  begin: (w) => [{ key: 'new conversation', title: t.nav.converse, place: t.nav.conversations, href: `${to.conversations(w)}#new` }],
});
