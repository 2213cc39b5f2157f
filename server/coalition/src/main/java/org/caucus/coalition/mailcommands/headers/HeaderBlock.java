package org.caucus.coalition.mailcommands.headers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines at the head of a letter that ask for something. One is {@code Priority: high}: a key
 * that is known, a colon, a value. They stand one below the other; some programs put a blank line
 * between all lines, so one of those may stand before a line whose key is written right. A line
 * whose key is nearly one belongs to a head as well: it is refused where it is read, and not posted
 * as words. A line between two of a head is the end of the first, which a program broke. The head
 * ends where another line stands.
 */
public final class HeaderBlock {
  /** Most lines at the head of any letter; more are refused where they are read. */
  public static final int MAX_LINES = 20;

  /** The key of words that may be longer than a line. */
  private static final String QUOTE = "quote";

  /** Marks that open a quotation, and behind each the one that closes it. */
  private static final String CLOSING = "\"\"“”«»";

  /** Of a longer line no more is read, in characters; no line may be so long. */
  private static final int MAX_LINE_CHARS = 20_100;

  /**
   * Programs set keys in stars or strokes where they were bold. A word may name two forms of one,
   * with a stroke between them.
   */
  private static final Pattern LINE =
      Pattern.compile(
          "[*_]{0,2}+(\\p{L}[\\p{L}\\p{M}\\d'\\u2019/-]{0,19}+"
              + "(?: [\\p{L}\\p{M}\\d'\\u2019/-]{1,20}+){0,4}+)[*_]{0,2}+ {0,4}+"
              + "[:\\uff1a\\ufe55\\ufe13\\u2236\\ua789][*_]{0,2}(.{0,20000})");

  /** They are seen by nobody, and stand where a phone or an Arabic keyboard put them. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

  private static final Pattern BLANKS = Pattern.compile("[\\t\\u00a0\\u2007\\u202f]");

  private final String text;
  private final List<Found> found;

  private HeaderBlock(String text, List<Found> found) {
    this.text = text;
    this.found = List.copyOf(found);
  }

  /** A line, and where in the text it stands. */
  private record Found(CommandLine line, int from, int to) {
    /** With what its program broke off it. */
    Found and(String more, int until) {
      return new Found(line.saying(line.value() + " " + more), from, until);
    }
  }

  /**
   * Of a text.
   *
   * @param most lines that are read; one more is found, so that there are too many
   */
  public static HeaderBlock of(String text, HeaderKeys keys, int most) {
    List<Found> found = new ArrayList<>();
    int at = words(text, 0);
    Optional<Found> next = first(text, at, keys);
    while (next.isPresent() && found.size() <= most) {
      Found one = next.get();
      next = later(text, one.to(), keys);
      if (next.isEmpty() && isBroken(text, one.to(), keys)) {
        one = one.and(plain(text, one.to()), end(text, one.to()));
        next = later(text, one.to(), keys);
      }
      found.add(one);
      int to = one.to();
      if (next.isEmpty() && to < text.length() && isBlank(text, to)) {
        next = known(text, end(text, to), keys).filter(f -> !f.line().value().isEmpty());
      }
    }
    return new HeaderBlock(text, found);
  }

  /**
   * Whether another line of the head stands below a line that is not one: what is between is its.
   */
  private static boolean isBroken(String text, int at, HeaderKeys keys) {
    return at < text.length()
        && !isBlank(text, at)
        && known(text, end(text, at), keys).filter(f -> !f.line().value().isEmpty()).isPresent();
  }

  /** In their order. */
  public List<CommandLine> lines() {
    return found.stream().map(Found::line).toList();
  }

  /** What comes after them; the whole text if there are none. */
  public String rest() {
    return found.isEmpty()
        ? text
        : text.substring(words(text, found.getLast().to())).stripLeading();
  }

  /** The text without one of the lines. */
  public String without(int line) {
    Found out = found.get(line);
    String rest = text.substring(0, out.from()) + text.substring(out.to());
    return rest.substring(words(rest, 0)).stripLeading();
  }

  /** Where the next line begins that is not blank. */
  private static int words(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text, at)) {
      at = end(text, at);
    }
    return at;
  }

  private static Optional<Found> first(String text, int at, HeaderKeys keys) {
    return known(text, at, keys)
        .or(
            () -> {
              int end = end(text, at);
              boolean alone = isBlank(text, end) || known(text, end, keys).isPresent();
              return parted(text, at)
                  .filter(m -> keys.isSlip(m.group(1), alone))
                  .map(m -> found(text, at, m, m.group(1)));
            });
  }

  private static Optional<Found> later(String text, int at, HeaderKeys keys) {
    return known(text, at, keys)
        .or(
            () ->
                parted(text, at)
                    .filter(m -> keys.meant(m.group(1)).isPresent())
                    .map(m -> found(text, at, m, m.group(1))));
  }

  private static Optional<Found> known(String text, int at, HeaderKeys keys) {
    return parted(text, at)
        .flatMap(m -> keys.known(m.group(1)).map(key -> found(text, at, m, key)));
  }

  private static Found found(String text, int at, Matcher parted, String key) {
    int end = end(text, at);
    String value = parted.group(2).strip();
    int open = goesOn(key, value, text.substring(end));
    String more = text.substring(end, end + open);
    int to = open > 0 && text.startsWith("\n", end + open) ? end + open + 1 : end + open;
    return new Found(new CommandLine(key, joined(value, more)), at, to);
  }

  /** The line that stands there, in key and value. */
  private static Optional<Matcher> parted(String text, int at) {
    Matcher line = LINE.matcher(plain(text, at));
    return line.lookingAt() ? Optional.of(line) : Optional.empty();
  }

  private static boolean isBlank(String text, int at) {
    return plain(text, at).isEmpty();
  }

  /** Where the next line begins; the end of the text if there is none. */
  private static int end(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /** The line that begins there, with plain blanks, without what is not seen. */
  private static String plain(String text, int at) {
    String line = text.substring(at, Math.min(end(text, at), at + MAX_LINE_CHARS));
    String seen = UNSEEN.matcher(line).replaceAll("");
    return Normalizer.normalize(BLANKS.matcher(seen).replaceAll(" "), Normalizer.Form.NFC).strip();
  }

  /**
   * How many characters after its line still belong to a quotation that was opened there and not
   * closed: mail programs break long lines.
   */
  private static int goesOn(String key, String value, String more) {
    int close = value.isEmpty() ? -1 : CLOSING.indexOf(value.charAt(0));
    boolean opens = key.equalsIgnoreCase(QUOTE) && close >= 0 && close % 2 == 0;
    if (!opens || (value.length() > 1 && value.indexOf(CLOSING.charAt(close + 1), 1) > 0)) {
      return 0;
    }
    int end = more.indexOf(CLOSING.charAt(close + 1));
    int blank = more.startsWith("\n") ? 0 : more.indexOf("\n\n");
    return end < 0 || (blank >= 0 && blank < end) ? 0 : end + 1;
  }

  private static String joined(String value, String more) {
    return more.isEmpty() ? value : value + " " + more.strip().replaceAll("\\s+", " ");
  }
}
