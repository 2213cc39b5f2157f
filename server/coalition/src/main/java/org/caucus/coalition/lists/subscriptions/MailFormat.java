package org.caucus.coalition.lists.subscriptions;

/** In which form one's mail is written. */
public enum MailFormat {
  /** As text, and as a page that says the same. */
  HTML,
  /** As text alone. */
  TEXT
}
