package org.caucus.relay.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.email.Header;
import org.caucus.email.RawLetter;
import org.caucus.email.text.AnswerMarks;
import org.caucus.email.text.HeaderText;

/**
 * The tag of a list in a subject, once, whether it stands before or after the words that mail
 * programs of all languages put before an answer. A subject that has it once stays as it is.
 */
public final class SubjectTag {
  /** Longer subjects stay as they are. */
  private static final int MAX_SUBJECT_CHARS = 4_000;

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
    String rest = subject.strip();
    while (true) {
      int word = AnswerMarks.length(rest);
      if (rest.regionMatches(true, 0, tag, 0, tag.length())) {
        tags++;
        rest = rest.substring(tag.length()).strip();
      } else if (word > 0) {
        words.add(rest.substring(0, word).strip());
        rest = rest.substring(word).strip();
      } else {
        break;
      }
    }
    if (tags == 1) {
      return Optional.empty();
    }
    words.add(tag);
    words.add(rest);
    return Optional.of(String.join(" ", words).strip());
  }
}
