package org.caucus.mail.reply;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** How letters begin and end in the languages here: it says nothing of what they are about. */
public final class CourtesyPhrases {
  /** Longer lines say something, in characters. */
  private static final int MOST_CHARS = 60;

  /** What stands below the end of a letter: a name, an organisation, a number. */
  static final int MOST_LINES = 6;

  /** A greeting without a mark at its end has no more words. */
  private static final int FEW_WORDS = 3;

  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final List<String> GREETINGS = heard("greeting");
  private static final Set<String> CLOSINGS = Set.copyOf(heard("closing"));

  private CourtesyPhrases() {}

  private static List<String> heard(String which) {
    return Objects.requireNonNull(PhraseFile.of("courtesy").get(which));
  }

  /** Whether a line greets somebody and says nothing else. */
  public static boolean isGreeting(String line) {
    String words = words(line);
    boolean marked = endsWith(line, ",،!.:;—–-");
    return line.length() <= MOST_CHARS
        && GREETINGS.stream().anyMatch(g -> words.equals(g) || words.startsWith(g + " "))
        && (marked || BLANKS.split(words).length <= FEW_WORDS);
  }

  /** Whether lines are nothing but the end of a letter, such as "Best, Bola". */
  public static boolean isEnd(List<String> lines) {
    List<String> said =
        lines.stream().filter(line -> !line.isBlank()).limit(MOST_LINES + 1L).toList();
    return said.isEmpty()
        || (said.size() <= MOST_LINES
            && isClosing(said.getFirst())
            && said.stream().skip(1).allMatch(CourtesyPhrases::isName));
  }

  private static boolean isClosing(String line) {
    int comma = Math.max(line.indexOf(','), line.indexOf('،'));
    return CLOSINGS.contains(words(line))
        || (comma > 0
            && CLOSINGS.contains(words(line.substring(0, comma)))
            && BLANKS.split(words(line.substring(comma))).length <= FEW_WORDS
            && isName(line));
  }

  /** What may stand below: no sentence. */
  static boolean isName(String line) {
    return line.length() <= MOST_CHARS && !endsWith(line, ".?؟:");
  }

  private static boolean endsWith(String line, String marks) {
    String bare = line.strip();
    return !bare.isEmpty() && marks.indexOf(bare.charAt(bare.length() - 1)) >= 0;
  }

  /** In small letters, without marks. */
  private static String words(String line) {
    String plain = VisibleLine.plain(line);
    return BLANKS
        .matcher(MARKS.matcher(plain.replace("'", "\u0001")).replaceAll(" "))
        .replaceAll(" ")
        .replace('\u0001', '\'')
        .strip();
  }
}
