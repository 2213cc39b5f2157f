package org.caucus.actions.presence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.actions.Commitment.Answer;

/**
 * An answer by mail to a notice about an action: the first line is one word and nothing else.
 *
 * @param alone whether nothing more is said below it: quotes and a signature say nothing more
 */
public record ReplyWord(Answer answer, boolean alone) {
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
                    .map(answer -> new ReplyWord(answer, first.alone())));
  }

  private static boolean saysNothing(List<String> lines) {
    int leading = 0;
    for (String line : lines) {
      if (line.equals("--") || line.startsWith(">")) {
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
