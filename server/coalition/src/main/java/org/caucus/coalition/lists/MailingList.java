package org.caucus.coalition.lists;

import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.access.Scope;

/**
 * An address with a ceiling audience.
 *
 * @param slug its name in URLs, unique in the workspace
 * @param localPart what stands before the @ of its address, unique on this server
 */
public record MailingList(
    String slug, String name, String description, String localPart, Audience audience) {
  /**
   * What conversations of named people are on instead of a list: one for all, that nobody opened.
   * It has no address and no settings; each of its threads names who is in it.
   */
  public static final MailingList CONVERSATIONS =
      new MailingList(
          "conversations-of-named-people", "Conversations", "", "", Audience.everyone());

  /** Whether it is what conversations of named people are on, which has no address. */
  public boolean isConversations() {
    return slug.equals(CONVERSATIONS.slug);
  }

  /** The same under another name. */
  public MailingList named(String name) {
    return new MailingList(slug, name, description, localPart, audience);
  }

  /** What it is called, and what is said of it. */
  public Described words() {
    return new Described(name, description);
  }

  MailingList described(String called, String said) {
    return new MailingList(slug, called, said, localPart, audience);
  }

  /** The place its threads are in. */
  public Scope scope() {
    return Scope.place(audience);
  }
}
