package org.caucus.coalition.capability;

/** A surface on which a capability can show itself, beside its pages. */
public enum Facet {
  /** Somebody is told of what happened, in the inbox and by mail. */
  NOTIFIED,
  /** Members do it by e-mail. */
  MAILED,
  /** Something happens by itself at a time. */
  SCHEDULED,
  /** A member's own copy says it. */
  EXPORTED,
  /** It is in a feed for other programs. */
  FED,
  /** It has a date in the calendar. */
  DATED,
  /** It is found by a search. */
  SEARCHED
}
