package org.caucus.actions.presence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.actions.Commitment.Answer;
import org.caucus.hints.Signature;

/**
 * An answer by mail to a notice about an action: the first line is one word and nothing else. With
 * a word that begins with "we" an organisation says whether it takes part, and behind a colon with
 * what and by whom, as far as the next blank line.
 *
 * @param whose whether a person says that they come, or an organisation that it takes part
 * @param note with what and by whom; empty for a person
 * @param alone whether nothing more is said below it: quotes and a signature say nothing more
 */
public record ReplyWord(Whose whose, Answer answer, String note, boolean alone) {
  /** Most characters of a note; what is longer is refused, as in the browser. */
  public static final int MAX_NOTE_CHARS = 2_000;

  /** Whose word it is. */
  public enum Whose {
    PERSON,
    ORGANISATION
  }

  private static final Map<String, Answer> WORDS =
      Map.ofEntries(
          Map.entry("yes", Answer.WILL),
          Map.entry("oui", Answer.WILL),
          Map.entry("نعم", Answer.WILL),
          Map.entry("maybe", Answer.MAY),
          Map.entry("perhaps", Answer.MAY),
          Map.entry("peut-être", Answer.MAY),
          Map.entry("ربما", Answer.MAY),
          Map.entry("no", Answer.WILL_NOT),
          Map.entry("non", Answer.WILL_NOT),
          Map.entry("لا", Answer.WILL_NOT));

  private static final Map<String, Answer> OURS =
      Map.ofEntries(
          Map.entry("we will", Answer.WILL),
          Map.entry("nous participons", Answer.WILL),
          Map.entry("سنشارك", Answer.WILL),
          Map.entry("we may", Answer.MAY),
          Map.entry("nous participerons peut-être", Answer.MAY),
          Map.entry("قد نشارك", Answer.MAY),
          Map.entry("we will not", Answer.WILL_NOT),
          Map.entry("we won't", Answer.WILL_NOT),
          Map.entry("nous ne participons pas", Answer.WILL_NOT),
          Map.entry("لن نشارك", Answer.WILL_NOT));

  /** Lines between a word and the quote it leads, such as "On Monday Amina wrote:". */
  private static final int LEADING_LINES = 2;

  /**
   * The first line of a text.
   *
   * @param word in lower case, without a mark at its end
   * @param alone whether nothing more is said below it
   */
  public record First(String word, boolean alone) {
    /** Of this text; empty if it has no words. */
    public static Optional<First> of(String text) {
      List<String> lines = text.strip().lines().map(String::strip).toList();
      if (lines.isEmpty()) {
        return Optional.empty();
      }
      String word = lines.getFirst().toLowerCase(Locale.ROOT);
      while (word.endsWith(".") || word.endsWith("!") || word.endsWith(",")) {
        word = word.substring(0, word.length() - 1);
      }
      return Optional.of(new First(word, saysNothing(lines.subList(1, lines.size()))));
    }
  }

  /** The answer that a text begins with; empty if it begins with anything else. */
  public static Optional<ReplyWord> in(String text) {
    return First.of(text)
        .flatMap(
            first ->
                Optional.ofNullable(WORDS.get(first.word()))
                    .map(answer -> new ReplyWord(Whose.PERSON, answer, "", first.alone())))
        .or(() -> ours(text));
  }

  /** An organisation's word. A note goes on until a blank line: mail programs break lines. */
  private static Optional<ReplyWord> ours(String text) {
    List<String> lines = text.strip().lines().map(String::strip).toList();
    String first = lines.isEmpty() ? "" : lines.getFirst();
    int colon = first.indexOf(':');
    Optional<String> word =
        First.of(colon < 0 ? first : first.substring(0, colon)).map(First::word);
    Answer answer = word.map(w -> OURS.get(w.replace('\u2019', '\''))).orElse(null);
    if (answer == null) {
      return Optional.empty();
    }
    int end = colon < 0 ? 1 : end(lines);
    String note =
        colon < 0 ? "" : String.join(" ", lines.subList(0, end)).substring(colon + 1).strip();
    boolean alone = saysNothing(lines.subList(end, lines.size()));
    return Optional.of(new ReplyWord(Whose.ORGANISATION, answer, note, alone));
  }

  /** Where what belongs to the first line ends. */
  private static int end(List<String> lines) {
    int end = 1;
    while (end < lines.size()
        && !lines.get(end).isEmpty()
        && !isBelow(lines.get(end))
        && !leads(lines, end)) {
      end++;
    }
    return end;
  }

  /** The line right above a quote. */
  private static boolean leads(List<String> lines, int at) {
    return at + 1 < lines.size()
        && lines.get(at).endsWith(":")
        && lines.get(at + 1).startsWith(">");
  }

  /** A quote, or a signature. */
  private static boolean isBelow(String line) {
    return line.equals("--") || line.startsWith(">") || Signature.isOne(line);
  }

  private static boolean saysNothing(List<String> lines) {
    int leading = 0;
    for (String line : lines) {
      if (isBelow(line)) {
        return true;
      }
      if (!line.isEmpty() && !isLeading(line, ++leading)) {
        return false;
      }
    }
    return leading == 0 || lines.stream().allMatch(String::isEmpty);
  }

  /** The lines above a quote end in a colon, perhaps on the second. */
  private static boolean isLeading(String line, int count) {
    return count <= LEADING_LINES && (line.endsWith(":") || (count == 1 && line.length() > 30));
  }
}
