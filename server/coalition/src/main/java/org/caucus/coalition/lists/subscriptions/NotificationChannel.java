package org.caucus.coalition.lists.subscriptions;

/**
 * By which channel one hears of a kind of happening: one of them, so never twice. Everything stays
 * in the activity view whatever is chosen. The names are in the log and are never changed.
 */
public enum NotificationChannel {
  /** By mail, a few minutes later at the most; it rings too. */
  AT_ONCE,
  /** By mail, with others, the next morning; it rings at once. */
  DIGEST,
  /** It rings in the browser, and no mail is sent. */
  WEB,
  /** It neither rings nor is mailed. */
  MUTE;

  /** Whether it comes by mail. */
  public boolean isMail() {
    return this == AT_ONCE || this == DIGEST;
  }
}
