// Where conversations of named people are: on this, instead of a list. Nobody opened it, and it has no address.
export const CONVERSATIONS = 'conversations-of-named-people';
