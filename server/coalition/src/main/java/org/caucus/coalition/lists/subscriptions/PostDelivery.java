package org.caucus.coalition.lists.subscriptions;

/** How one post comes to one seat by mail; the choice that held when it was posted decides. */
public enum PostDelivery {
  /** As a letter of its own. */
  LETTER,
  /** With others, in the next digest. */
  DIGEST,
  /** Not at all. */
  NONE
}
