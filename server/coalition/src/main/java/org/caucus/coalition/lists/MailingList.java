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
