package org.caucus.mail.reply;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where mail programs put what is answered: behind marks, below a line that says who wrote it, or,
 * without marks, below a line across or a copy of its head.
 */
final class QuotedText {
  /** Shorter lines are a rule between somebody's own words, in characters. */
  private static final int RULE_CHARS = 20;

  /** Lines of a copied head that are looked at; a long To goes over several. */
  private static final int HEAD_LINES = 12;

  /** Lines that say who is quoted and when. */
  private static final int LEADING_LINES = 3;

  /** Longer lines are read as words, in characters. */
  private static final int MOST_CHARS = 400;

  private static final Pattern FIELD =
      Pattern.compile(
          "[*_]{0,2}+(\\p{L}[\\p{L} '\u2019-]{0,24}+)[*_]{0,2}+ ?[:\uff1a][*_]{0,2}+.{0,380}");

  private static final Pattern DATED =
      Pattern.compile(
          "(?:19|20|\u0661\u0669|\u0662\u0660)[\\d\u0660-\u0669]{2}|\\d{1,2}[:.h]\\d{2}|\\d/\\d");

  /** What a field of a copied head says. */
  private enum Role {
    FROM,
    SENT,
    TO,
    SUBJECT
  }

  private static final Map<String, List<String>> HEARD = PhraseFile.of("quoted");

  private static final Map<String, Role> FIELDS =
      Stream.of(Role.values())
          .flatMap(role -> heard(role.name()).stream().map(word -> Map.entry(word, role)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** With which such a line says that somebody wrote. */
  private static final List<String> WROTE = heard("wrote");

  private QuotedText() {}

  private static List<String> heard(String which) {
    return Objects.requireNonNull(HEARD.get(which.toLowerCase(Locale.ROOT)));
  }

  /** Whether a line stands behind a mark. */
  static boolean isMarked(String line) {
    return line.startsWith(">");
  }

  /**
   * Whether what is quoted without marks begins with a line.
   *
   * @param lines as they are seen
   */
  static boolean begins(List<String> lines, int at) {
    String line = lines.get(at);
    if (line.isEmpty() || line.length() > MOST_CHARS || isMarked(line)) {
      return false;
    }
    boolean across = line.length() >= RULE_CHARS && line.chars().allMatch(c -> c == '_');
    return across
        || isNamedRule(line)
        || isHead(lines, at)
        || isAttribution(line)
        || (at + 1 < lines.size()
            && !isEnd(line)
            && !lines.get(at + 1).isEmpty()
            && !isMarked(lines.get(at + 1))
            && DATED.matcher(line).find()
            && isAttribution(line + " " + lines.get(at + 1)));
  }

  /** Whether what stands below a line, which may go over two, is quoted behind marks. */
  static boolean isMarkedBelow(List<String> lines, int at) {
    int next = at + 1;
    if (!isEnd(lines.get(at)) && next < lines.size() && isEnd(lines.get(next))) {
      next++;
    }
    while (next < lines.size() && lines.get(next).isEmpty()) {
      next++;
    }
    return next < lines.size() && isMarked(lines.get(next));
  }

  /** A line across with words in it, or, as one program draws it, with who wrote from where. */
  private static boolean isNamedRule(String line) {
    boolean named = line.startsWith("-----") && line.endsWith("-----");
    boolean wrote = line.startsWith("---- ") && line.endsWith(" ---") && line.indexOf('@') > 0;
    return wrote || (named && line.chars().anyMatch(Character::isLetter));
  }

  /** A line that says who wrote what, and when, from which address. */
  private static boolean isAttribution(String line) {
    return isEnd(line)
        && line.indexOf('@') > 0
        && DATED.matcher(line).find()
        && WROTE.stream().anyMatch(VisibleLine.plain(line)::contains);
  }

  /** A copy of a letter's head: who wrote it, what it is about, and when or to whom. */
  private static boolean isHead(List<String> lines, int at) {
    Role first = role(lines.get(at));
    if (first != Role.FROM && first != Role.SENT) {
      return false;
    }
    Set<Role> found = EnumSet.noneOf(Role.class);
    int end = Math.min(lines.size(), at + HEAD_LINES);
    for (int i = at; i < end && !lines.get(i).isEmpty(); i++) {
      Role role = role(lines.get(i));
      if (role != null) {
        found.add(role);
      }
    }
    return found.contains(Role.FROM) && found.contains(Role.SUBJECT) && found.size() > 2;
  }

  private static @Nullable Role role(String line) {
    Matcher field = FIELD.matcher(line);
    return line.length() <= MOST_CHARS && field.matches()
        ? FIELDS.get(VisibleLine.plain(field.group(1)))
        : null;
  }

  private static boolean isEnd(String line) {
    return line.endsWith(":") || line.endsWith("\uff1a");
  }

  /**
   * Where the lines begin that lead to what is quoted behind marks: such as "On Monday Amina
   * wrote:", which programs break into two or three.
   *
   * @param quote the first line behind a mark
   */
  static int leads(List<String> lines, int quote) {
    int end = quote;
    while (end > 0 && lines.get(end - 1).isEmpty()) {
      end--;
    }
    if (end == 0 || !isEnd(lines.get(end - 1)) || isMarked(lines.get(end - 1))) {
      return end;
    }
    int from = end - 1;
    while (from > 0 && end - from < LEADING_LINES && isBroken(lines, from)) {
      from--;
    }
    return from;
  }

  /** Whether the line above belongs to the one that leads to a quote. */
  private static boolean isBroken(List<String> lines, int at) {
    String above = lines.get(at - 1);
    String line = lines.get(at);
    boolean dated = DATED.matcher(line).find();
    return !above.isEmpty()
        && !isMarked(above)
        && !isEnd(above)
        && (above.endsWith("<") || (!dated && DATED.matcher(above).find()));
  }
}
