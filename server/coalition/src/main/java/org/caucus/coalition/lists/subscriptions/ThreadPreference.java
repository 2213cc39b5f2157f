package org.caucus.coalition.lists.subscriptions;

/**
 * What a seat wishes of one thing, whatever it chose for its kind. The names are in the log and are
 * never changed.
 */
public enum ThreadPreference {
  /** As of all others. */
  USUAL,
  /** To hear of all that happens to it, as of what one takes part in. */
  FOLLOW,
  /** To hear nothing of it but what is said to oneself in particular, or asks for a decision. */
  MUTE
}
