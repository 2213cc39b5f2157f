package org.caucus.coalition.capability;

import org.caucus.coalition.access.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says that becomes something.
 *
 * @param letter the letter itself; null for words from the browser that waited
 * @param audience whom its author named as its readers; null if they named nobody
 */
public record MailedLetter(
    String subject, String text, @Nullable EntryLetter letter, @Nullable Audience audience) {
  private static final int MAX_TITLE_CHARS = 250;

  /** What it is called. */
  public String title() {
    return title(subject);
  }

  /**
   * What it is called by this part of its subject; without a subject, by its first words.
   *
   * @param of what of its subject is a title
   */
  public String title(String of) {
    String title = of.isBlank() ? text.strip().lines().findFirst().orElse("") : of.strip();
    if (title.isBlank()) {
      title = "(no subject)";
    }
    return title.length() <= MAX_TITLE_CHARS
        ? title
        : title.substring(0, MAX_TITLE_CHARS - 1) + "…";
  }

  /** The Message-ID of the letter; null if it has none, or is not there. */
  public @Nullable String messageId() {
    return letter == null ? null : letter.messageId();
  }
}
