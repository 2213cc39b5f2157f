package org.caucus.mail.auth;

/** What was found out about where a letter is from. */
public enum AuthenticatedOrigin {
  /** Nothing was asked. */
  UNKNOWN,
  /** Its author's domain signed it as it stands (DKIM). */
  SIGNED,
  /**
   * Its author's domain signed its words, and not all that decides how they are read, where they
   * hang and for whom they are.
   */
  LOOSE,
  /** It came from a host that its author's domain sends by (SPF). */
  SENT,
  /** The envelope's sender is of another domain than its author: nothing follows from the host. */
  ELSEWHERE,
  /** The domain does not say which hosts send for it, or not of this one. */
  UNSAID,
  /** The domain says that this host may not send for it, or should not. */
  FORBIDDEN,
  /** The domain asks that what it neither sent nor signed is refused or put aside (DMARC). */
  DISOWNED,
  /** The domain lets everybody send in its name. */
  OPEN,
  /** What the domain says of its hosts cannot be understood. */
  BROKEN,
  /** The name servers did not answer. */
  UNANSWERED;

  /** Whether the domain it is written in the name of says that it is not from there. */
  public boolean isDenied() {
    return this == FORBIDDEN || this == DISOWNED;
  }
}
