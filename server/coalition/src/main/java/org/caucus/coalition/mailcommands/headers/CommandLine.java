package org.caucus.coalition.mailcommands.headers;

import java.util.Locale;

/**
 * One thing that a letter asks for.
 *
 * @param key empty of one that is no more than its words
 * @param inSubject whether it stands in the brackets of the subject, not at the head
 */
public record CommandLine(String key, String value, boolean inSubject) {
  /** At the head. */
  public CommandLine(String key, String value) {
    this(key, value, false);
  }

  /** Its key, as it is looked up. */
  public String name() {
    return key.toLowerCase(Locale.ROOT);
  }

  /** The same, with another value. */
  public CommandLine saying(String other) {
    return new CommandLine(key, other, inSubject);
  }

  /** The same, by another key. */
  public CommandLine called(String other) {
    return new CommandLine(other, value, inSubject);
  }
}
