package org.caucus.relay.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caucus.email.Header;
import org.caucus.email.RawLetter;
import org.caucus.email.text.HeaderText;

/**
 * The tag of a list in a subject, once, whether it stands before or after the words that mail
 * programs of all languages put before an answer. A subject that has it once stays as it is.
 */
public final class SubjectTag {
  /** What mail programs write before answers and before what is passed on, in lower case. */
  private static final Set<String> WORDS =
      Set.of(
          "re",
          "aw",
          "sv",
          "antw",
          "odp",
          "ynt",
          "vs",
          "vá",
          "ref",
          "rif",
          "res",
          "r",
          "bls",
          "atb",
          "ang",
          "yan",
          "ha",
          "на",
          "отв",
          "fw",
          "fwd",
          "wg",
          "tr",
          "rv",
          "vb",
          "doorst",
          "i",
          "pd",
          "ilt",
          "trs",
          "vl",
          "enc",
          "továbbítás",
          "απ",
          "σχετ",
          "πρθ",
          "回复",
          "回覆",
          "答复",
          "返信",
          "转发",
          "轉寄",
          "رد",
          "إعادة",
          "تحويل",
          "תשובה",
          "תגובה",
          "הועבר",
          "השב");

  private static final int MAX_WORD_CHARS = 12;

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
      int word = answerWord(rest);
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

  /** The length of a word for an answer with its colon, such as {@code Re[2]:}; 0 if none is. */
  private static int answerWord(String text) {
    int end = 0;
    while (end < Math.min(text.length(), MAX_WORD_CHARS) && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (!WORDS.contains(text.substring(0, end).toLowerCase(Locale.ROOT))) {
      return 0;
    }
    int colon = blanks(text, number(text, end));
    boolean is = colon < text.length() && (text.charAt(colon) == ':' || text.charAt(colon) == '：');
    return is ? colon + 1 : 0;
  }

  /** Past how often it was answered: {@code [2]}, {@code (2)}, {@code ^2}. */
  private static int number(String text, int from) {
    int at = blanks(text, from);
    if (at >= text.length() || "[(^".indexOf(text.charAt(at)) < 0) {
      return from;
    }
    at++;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return at < text.length() && "])".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
