package org.caucus.coalition.reviews;

/** What an organisation thinks of a provision. */
public enum Stance {
  SUPPORT,
  CONCERN,
  OPPOSE,
  /** It proposes other words. */
  AMEND,
  NO_VIEW
}
