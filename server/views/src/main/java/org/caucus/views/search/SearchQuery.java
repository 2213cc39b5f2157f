package org.caucus.views.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.views.search.analysis.TextAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: words, which may stand anywhere and in any form of their language;
 * phrases, which stand as they are; and where, whose and when. All of it must hold. What begins
 * with a minus must not: {@code -word}, {@code -"a phrase"}, {@code -from:name}. There are no
 * wildcards, no expressions and no brackets: their signs are passed over like a comma.
 *
 * @param words each a run of characters without a blank
 * @param from authors' names or addresses
 * @param place short name of a list, or key of a tracker, in lower case; null for any
 * @param since not before this; null for any time
 * @param until before this
 * @param attachment only what came with a file
 * @param not what must not hold; a question of these alone asks for all else
 */
record SearchQuery(
    List<String> words,
    List<String> phrases,
    List<String> from,
    @Nullable String place,
    @Nullable Instant since,
    @Nullable Instant until,
    boolean attachment,
    Not not) {
  /**
   * What must not hold of what is looked for.
   *
   * @param places short names of lists, and keys of trackers, in lower case
   * @param attachment nothing that came with a file
   */
  record Not(
      List<String> words,
      List<String> phrases,
      List<String> from,
      Set<String> places,
      boolean attachment) {
    /** Whether any of it is said by words that stand there. */
    boolean isSaid() {
      return !words.isEmpty() || !phrases.isEmpty() || !from.isEmpty();
    }

    private boolean isNothing() {
      return !isSaid() && places.isEmpty() && !attachment;
    }
  }

  /** Longest question, in characters. */
  static final int MAX_CHARS = 300;

  /** Most words, phrases and conditions of one. */
  static final int MAX_PARTS = 24;

  /** What some keyboards write for a minus (U+2212). */
  private static final char MINUS = '\u2212';

  /** The last year that can be asked for. */
  private static final int MAX_YEAR = 9_999;

  private static final Message NO_NAME = Message.of("right-after-from-stands-a-name");

  private static final Message NO_PLACE = Message.of("right-after-list-stands-the-short");

  /** Most words of a phrase, or of what stands without a blank. */
  static final int MAX_PHRASE_WORDS = 24;

  /**
   * Reads it.
   *
   * @throws Refusal naming {@code q}, with what would be right
   */
  static SearchQuery of(String typed) {
    if (typed.length() > MAX_CHARS) {
      throw Refusal.invalid("q", Message.of("ask-for-less-at-most-characters", "limit", MAX_CHARS));
    }
    Reader reader = new Reader();
    for (String part : parts(typed)) {
      reader.take(part);
    }
    return reader.question();
  }

  /** What stands between blanks that are in no quotes. */
  private static List<String> parts(String typed) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      boolean quote = c == '"' || c == '\u201c' || c == '\u201d' || c == '\u00ab' || c == '\u00bb';
      if (quote) {
        quoted = !quoted;
      }
      if (Character.isWhitespace(c) && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(quote ? '"' : c);
      }
    }
    parts.add(part.toString());
    return parts.stream().filter(p -> !p.isBlank()).toList();
  }

  /** What is said of words, to hold or not. */
  private static final class Said {
    private final List<String> words = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private boolean attachment;

    void add(String part) {
      boolean phrase = part.indexOf('"') >= 0;
      String text = part.replace('"', ' ').strip();
      if (!TextAnalyzer.of(TextAnalyzer.EXACT, text, 1).isEmpty()) { // else signs alone
        (phrase ? phrases : words).add(text);
      }
    }

    boolean isNothing() {
      return words.isEmpty() && phrases.isEmpty() && from.isEmpty() && !attachment;
    }
  }

  /** Gathers the parts. */
  private static final class Reader {
    private final Said all = new Said();
    private final Said none = new Said();
    private final Set<String> elsewhere = new LinkedHashSet<>();
    private @Nullable String place;
    private @Nullable Instant since;
    private @Nullable Instant until;
    private int parts;

    void take(String part) {
      if (++parts > MAX_PARTS) {
        throw Refusal.invalid("q", Message.of("ask-for-less-at-most-words", "limit", MAX_PARTS));
      }
      boolean not = part.charAt(0) == '-' || part.charAt(0) == MINUS;
      take(not ? part.substring(1) : part, not);
    }

    private void take(String part, boolean not) {
      Said said = not ? none : all;
      int colon = part.indexOf(':');
      String value = colon < 0 ? "" : part.substring(colon + 1).replace("\"", " ").strip();
      switch (colon < 0 ? "" : part.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "from" -> said.from.add(given(value, NO_NAME));
        case "list" -> in(given(value, NO_PLACE).toLowerCase(Locale.ROOT), not);
        case "after" -> when(day("after:", value), !not);
        case "before" -> when(day("before:", value), not);
        case "has" -> said.attachment = isAttachment(value);
        default -> said.add(part);
      }
    }

    private void in(String named, boolean not) {
      if (not) {
        elsewhere.add(named);
      } else {
        place = named;
      }
    }

    /** What is not after a day is before it. */
    private void when(Instant day, boolean after) {
      if (after) {
        since = day;
      } else {
        until = day;
      }
    }

    /** Nothing is called nothing; the person who left a blank there would look for it in vain. */
    private static String given(String value, Message wanting) {
      if (TextAnalyzer.of(TextAnalyzer.FROM, value, 1).isEmpty()) {
        throw Refusal.invalid("q", wanting);
      }
      return value;
    }

    private static boolean isAttachment(String what) {
      if (!what.equalsIgnoreCase("attachment")) {
        throw Refusal.invalid("q", Message.of("after-has-stands-attachment-and-nothing"));
      }
      return true;
    }

    private static Instant day(String field, String value) {
      try {
        LocalDate day =
            switch (value.length()) {
              case 4 -> Year.parse(value).atDay(1);
              case 7 -> YearMonth.parse(value).atDay(1);
              default -> LocalDate.parse(value);
            };
        if (day.getYear() < 0 || day.getYear() > MAX_YEAR) {
          throw new DateTimeException("no year in which anything is said");
        }
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeException e) {
        throw Refusal.invalid("q", Message.of("after-stands-a-day-a-month", "field", field));
      }
    }

    SearchQuery question() {
      Not not = new Not(none.words, none.phrases, none.from, elsewhere, none.attachment);
      boolean nothing =
          all.isNothing()
              && not.isNothing()
              && Optional.ofNullable(place).isEmpty()
              && since == null
              && until == null;
      if (nothing) {
        throw Refusal.invalid("q", Message.of("write-a-word-to-look-for"));
      }
      return new SearchQuery(
          all.words, all.phrases, all.from, place, since, until, all.attachment, not);
    }
  }
}
