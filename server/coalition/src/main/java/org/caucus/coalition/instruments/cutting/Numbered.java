package org.caucus.coalition.instruments.cutting;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number at the start of a line.
 *
 * @param family the meaning of the word before the number; null if no such word stands there
 * @param word before it, as the document has it
 * @param shape its punctuation and figures: {@code (1)}, {@code 1.}, {@code 1.1}, {@code (a)}; what
 *     could be a letter or roman has the shape of a letter
 * @param label in its simplest form
 * @param end where the words after it begin
 */
record Numbered(@Nullable Family family, String word, String shape, String label, int end) {
  static final String BULLETS = "•◦▪‣·●○■–—-*";
  private static final int MOST_DIGITS = 3;

  /** The number at {@code from}; empty if the line begins with none. */
  static Optional<Numbered> at(String text, int from, int to, boolean isHeading) {
    int start = skip(text, from, to);
    if (start == to) {
      return Optional.empty();
    }
    Optional<Numbered> worded = worded(text, start, to, isHeading);
    return worded.isPresent() ? worded : bare(text, start, to, isHeading);
  }

  /** The number that a format gives on its own, as {@code (a)} or {@code Part II}; null if none. */
  static NumberPath.@Nullable Step step(Segment.Kind kind, String number) {
    Optional<Numbered> found = at(number, 0, number.length(), true).filter(n -> !n.isBullet());
    String word = found.map(Numbered::word).orElse("");
    String label = found.map(Numbered::label).orElseGet(() -> alone(number));
    return label.isEmpty() ? null : new NumberPath.Step(kind, word, label);
  }

  private static String alone(String number) {
    StringBuilder built = new StringBuilder();
    Labels.digits(number)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == '.')
        .forEach(built::appendCodePoint);
    String label = built.toString();
    return label.endsWith(".") ? label.substring(0, label.length() - 1) : label;
  }

  /** Spaces, and marks of direction. */
  static int skip(String text, int from, int to) {
    int at = from;
    while (at < to && (isSpace(text.charAt(at)) || isMark(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.FORMAT;
  }

  private static Optional<Numbered> worded(String text, int from, int to, boolean isHeading) {
    int end = letters(text, from, to);
    Optional<Family> family = end == from ? Optional.empty() : Family.of(text.substring(from, end));
    if (family.isEmpty()) {
      return Optional.empty();
    }
    String word = text.substring(from, end);
    int at = end < to && text.charAt(end) == '.' ? end + 1 : end;
    int number = skip(text, at, to);
    boolean isOpen = number < to && text.charAt(number) == '(';
    int first = isOpen ? skip(text, number + 1, to) : number;
    Token token = Token.after(text, first, to);
    if (token == null || (number == at && !isOpen && at == end)) {
      return Optional.empty();
    }
    int after = token.end();
    if (isOpen) {
      int close = skip(text, after, to);
      if (close == to || text.charAt(close) != ')') {
        return Optional.empty();
      }
      after = close + 1;
    }
    if (!isHeading && !isOpen && isProse(text, after, to)) {
      return Optional.empty();
    }
    int next = separators(text, after, to);
    String shape = family.get().kind().name();
    return Optional.of(new Numbered(family.get(), word, shape, token.label(), next));
  }

  /** Whether the sentence goes on: Section 3 applies to, Article 5, as amended. */
  private static boolean isProse(String text, int after, int to) {
    if (after < to && (text.charAt(after) == ',' || text.charAt(after) == ';')) {
      return true;
    }
    if (after < to && text.charAt(after) == '(') {
      return true;
    }
    int next = skip(text, after, to);
    return next < to && next > after && Character.isLowerCase(text.codePointAt(next));
  }

  private static int separators(String text, int from, int to) {
    int at = from;
    while (at < to && (isSpace(text.charAt(at)) || ".:-–—".indexOf(text.charAt(at)) >= 0)) {
      if (text.charAt(at) == '\n') {
        return at;
      }
      at++;
    }
    return at;
  }

  private static Optional<Numbered> bare(String text, int from, int to, boolean isHeading) {
    int at = from;
    if (text.charAt(at) == '§') {
      at = skip(text, at + 1, to);
    }
    boolean isOpen = at < to && text.charAt(at) == '(';
    Token token = Token.number(text, isOpen ? at + 1 : at, to);
    if (token == null) {
      return bullet(text, from, to);
    }
    int end = token.end();
    char closing = end < to ? text.charAt(end) : '\n';
    boolean isSigned = text.charAt(from) == '§';
    String mark;
    if (closing == ')') {
      mark = isOpen ? "()" : ")";
      end++;
    } else if (isOpen) {
      return Optional.empty();
    } else if (closing == '.' || closing == '-' || closing == '–' || closing == '٫') {
      mark = closing == '.' ? "." : "-";
      end++;
    } else if (isSpace(closing) && isDashed(text, end, to)) {
      mark = "-";
      end = skip(text, end, to) + 1;
    } else if (token.isDotted() || isSigned || (isTabbed(text, end, to) || isHeading)) {
      mark = "";
    } else {
      return Optional.empty();
    }
    boolean isApart = end == to || isSpace(text.charAt(end)) || "()".equals(mark);
    if (!isApart || !token.isLikely(mark, MOST_DIGITS)) {
      return Optional.empty();
    }
    String shape = token.shape() + (token.isDotted() ? "" : mark);
    return Optional.of(new Numbered(null, "", shape, token.label(), skipLine(text, end, to)));
  }

  private static boolean isDashed(String text, int end, int to) {
    int dash = skip(text, end, to);
    return dash + 1 < to && "-–—".indexOf(text.charAt(dash)) >= 0 && isSpace(text.charAt(dash + 1));
  }

  private static boolean isTabbed(String text, int end, int to) {
    return end < to && text.charAt(end) == '\t';
  }

  private static Optional<Numbered> bullet(String text, int from, int to) {
    boolean isBullet =
        BULLETS.indexOf(text.charAt(from)) >= 0 && from + 1 < to && isSpace(text.charAt(from + 1));
    return isBullet
        ? Optional.of(new Numbered(null, "", "bullet", "", skipLine(text, from + 1, to)))
        : Optional.empty();
  }

  private static int skipLine(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) != '\n' && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int letters(String text, int from, int to) {
    int at = from;
    while (at < to && (isLetter(text.charAt(at)) || (at > from && text.charAt(at) == '-'))) {
      at++;
    }
    return at;
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  boolean isBullet() {
    return shape.equals("bullet");
  }

  /** The figures of a number, without what stands around them. */
  record Token(String label, String shape, int end) {
    /** After a word: figures, letters, or an ordinal in words. */
    static @Nullable Token after(String text, int from, int to) {
      Token number = number(text, from, to);
      if (number != null) {
        return number.withSuffix(text, to);
      }
      int end = letters(text, from, to);
      Optional<String> ordinal =
          end == from ? Optional.empty() : Family.ordinal(text.substring(from, end));
      return ordinal.map(label -> new Token(label, "word", end)).orElse(null);
    }

    static @Nullable Token number(String text, int from, int to) {
      int at = from;
      boolean isDotted = false;
      while (at < to && isFigure(text, at, to, at > from)) {
        isDotted |= text.charAt(at) == '.';
        at++;
      }
      if (at > from) {
        int end = at;
        if (end < to && Character.isLetter(text.charAt(end)) && isAlone(text, end, to)) {
          end++;
        }
        String label = Labels.digits(text.substring(from, end));
        long dots = label.chars().filter(c -> c == '.').count();
        return new Token(label, isDotted ? "1" + ".1".repeat((int) dots) : "1", end);
      }
      int end = letters(text, from, to);
      String word = text.substring(from, end);
      boolean isNumber = Labels.letter(word) > 0 && word.length() <= 2;
      if (end == from || !(isNumber || Labels.roman(word) > 0)) {
        return null;
      }
      return new Token(word, Character.isUpperCase(word.charAt(0)) ? "A" : "a", end);
    }

    /** A digit, or a dot between two. */
    private static boolean isFigure(String text, int at, int to, boolean isAfterDigit) {
      char c = text.charAt(at);
      return Character.isDigit(c)
          || (c == '.' && isAfterDigit && at + 1 < to && Character.isDigit(text.charAt(at + 1)));
    }

    private static boolean isAlone(String text, int at, int to) {
      return at + 1 == to || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** 5.º, 1er, 12 bis. */
    private Token withSuffix(String text, int to) {
      int at = end;
      if (at < to && text.charAt(at) == '.' && at + 1 < to && isOrdinal(text.charAt(at + 1))) {
        at++;
      }
      if (at < to && isOrdinal(text.charAt(at))) {
        at++;
      }
      int word = skip(text, at, to);
      int after = letters(text, word, to);
      String suffix = text.substring(word, after).toLowerCase(Locale.ROOT);
      boolean isRank = word == at && suffix.matches("er|re|ere|o|a|st|nd|rd|th");
      if (isRank) {
        return new Token(label, shape, after);
      }
      return suffix.matches("bis|ter|quater|quinquies")
          ? new Token(label + suffix, shape, after)
          : new Token(label, shape, at);
    }

    private static boolean isOrdinal(char c) {
      return c == 'º' || c == 'ª' || c == '°';
    }

    boolean isDotted() {
      return shape.length() > 1;
    }

    /** No year, no initial, no word of prose. */
    boolean isLikely(String mark, int most) {
      for (String part : label.split("\\.", -1)) {
        if (part.length() > most + 1 || (!isLetters() && digits(part) > most)) {
          return false;
        }
      }
      return !(isLetters() && mark.isEmpty());
    }

    private static long digits(String part) {
      return part.chars().filter(Character::isDigit).count();
    }

    private boolean isLetters() {
      return shape.equals("a") || shape.equals("A");
    }
  }
}
