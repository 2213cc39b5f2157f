package org.caucus.messaging.distribution.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.mail.message.text.SubjectPrefixes;

/**
 * The tag of a list in a subject, once, whether it stands before or after the words that mail
 * programs of all languages put before an answer. A subject that has it once stays as it is.
 */
public final class SubjectTag {
  /** Longer subjects stay as they are. */
  private static final int MAX_SUBJECT_CHARS = 4_000;

  /** What is longer in brackets is words. */
  private static final int MAX_TAG_CHARS = 40;

  private SubjectTag() {}

  /** The letter with the tag in its subject; its bytes as they are if it has it. */
  public static RawLetter on(RawLetter letter, String tag) {
    String subject = HeaderText.clean(HeaderText.decode(letter.value("Subject").orElse("")));
    return on(subject, tag)
        .map(tagged -> letter.with(Header.text("Subject", tagged)))
        .orElse(letter);
  }

  /** The subject with the tag; empty if it stays as it is. */
  public static Optional<String> on(String subject, String tag) {
    if (tag.isEmpty() || subject.length() > MAX_SUBJECT_CHARS) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    int tags = 0;
    int marks = 0; // those before any other list's tag
    String rest = subject.strip();
    while (true) {
      boolean own = rest.regionMatches(true, 0, tag, 0, tag.length());
      int mark = SubjectPrefixes.length(rest);
      int word = own ? tag.length() : mark > 0 ? mark : bracketed(rest);
      if (word == 0) {
        break;
      }
      if (own) {
        tags++;
      } else {
        marks += mark > 0 && marks == words.size() ? 1 : 0;
        words.add(rest.substring(0, word).strip());
      }
      rest = rest.substring(word).strip();
    }
    if (tags == 1) {
      return Optional.empty();
    }
    words.add(marks, tag);
    words.add(rest);
    return Optional.of(String.join(" ", words).strip());
  }

  /**
   * The length of what another list may have put there, such as {@code [COP]}: a letter that goes
   * to and fro between two lists has the tags of both, each once. 0 if there is none.
   */
  private static int bracketed(String subject) {
    int end = subject.startsWith("[") ? subject.indexOf(']') : -1;
    boolean is = end > 1 && end <= MAX_TAG_CHARS && subject.lastIndexOf('[', end) == 0;
    return is ? end + 1 : 0;
  }
}
