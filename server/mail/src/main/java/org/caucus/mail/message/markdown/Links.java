package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in a text, and which of them a letter leads to. */
final class Links {
  /** Characters of a link; a longer one is text. */
  static final int MAX_CHARS = 2_000;

  /** A character of a link. */
  private static final String SIGN = "[^\\s<>\"'`{}|\\\\^\\p{Cf}\\p{Cntrl}]";

  private static final String ENDS_A_SENTENCE = ".,;:!?*_~…»”’";

  private static final Pattern HERE =
      Pattern.compile("(?i)https?://" + SIGN + "{1,2000}+", Pattern.UNICODE_CHARACTER_CLASS);

  /** A host, with no other name before it that hides it. */
  private static final String HOST =
      "(?i)https?://(?:[\\p{L}\\p{N}._-]{1,255}+|\\[[\\p{XDigit}:.]{2,45}+])(?::\\d{1,5}+)?";

  private static final Pattern SAFE = Pattern.compile(HOST + "(?:[/?#]\\P{Cntrl}*+)?");

  /**
   * How a link begins that is safe: behind its host comes a path, or no more than ends a sentence.
   * So the first characters tell that something is not a link, however much follows.
   */
  private static final Pattern BEGINS =
      Pattern.compile(
          HOST + "(?:[/?#]|[" + ENDS_A_SENTENCE + ")\\]]*+(?!" + SIGN + "))",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Characters of the parts of a mailbox (RFC 5321 section 4.5.3.1), and most labels of a host. */
  private static final int MAX_LOCAL_PART = 64;

  private static final int MAX_HOST = 253;
  private static final String IN_LOCAL_PARTS = "_.+%-";

  private Links() {}

  /** The address that a link leads to; empty if the link may not be followed. */
  static Optional<String> target(String link) {
    if (link.length() > MAX_CHARS) {
      return Optional.empty();
    }
    if (link.regionMatches(true, 0, "mailto:", 0, 7)) {
      return Optional.of(link.substring(7)).filter(Links::isMailbox).map(to -> "mailto:" + to);
    }
    return Optional.of(link).filter(l -> SAFE.matcher(l).matches());
  }

  /** The link that begins at this place, if one does. */
  static Optional<String> at(String text, int from) {
    boolean within = from > 0 && Character.isLetterOrDigit(text.charAt(from - 1));
    if (within || !in(BEGINS, text, from).lookingAt()) {
      return Optional.empty();
    }
    Matcher found = in(HERE, text, from);
    return found.lookingAt() ? target(trimmed(found.group())) : Optional.empty();
  }

  private static Matcher in(Pattern wanted, String text, int from) {
    return wanted.matcher(text).region(from, Math.min(text.length(), from + MAX_CHARS));
  }

  /** Without what ends a sentence, and without a bracket that was opened before it. */
  private static String trimmed(String link) {
    int end = link.length();
    long round = count(link, ')') - count(link, '(');
    long square = count(link, ']') - count(link, '[');
    for (; end > 0; end--) {
      char last = link.charAt(end - 1);
      boolean leftOut =
          switch (last) {
            case ')' -> round-- > 0;
            case ']' -> square-- > 0;
            default -> ENDS_A_SENTENCE.indexOf(last) >= 0;
          };
      if (!leftOut) {
        break;
      }
    }
    return link.substring(0, end);
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static boolean isMailbox(String text) {
    int at = text.indexOf('@');
    return at > 0 && begin(text, at) == 0 && end(text, at) == text.length();
  }

  /** A text with the mailboxes in it as links. */
  static List<Inline> mailboxes(String text) {
    List<Inline> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int begin = begin(text, at);
      int end = end(text, at);
      if (begin >= from && begin < at && end > at) {
        add(parts, text.substring(from, begin));
        String mailbox = text.substring(begin, end);
        parts.add(Inline.Link.bare("mailto:" + mailbox, mailbox));
        from = end;
      }
    }
    add(parts, text.substring(from));
    return parts;
  }

  private static void add(List<Inline> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Inline.Text(text));
    }
  }

  /** Where the mailbox begins that has its sign at this place; that place, if none does. */
  private static int begin(String text, int at) {
    int from = at;
    while (from > 0 && at - from <= MAX_LOCAL_PART && isOfLocalPart(text.charAt(from - 1))) {
      from--;
    }
    boolean within = from > 0 && (text.charAt(from - 1) == '/' || text.charAt(from - 1) == '@');
    return within || at - from > MAX_LOCAL_PART ? at : from;
  }

  private static boolean isOfLocalPart(char c) {
    return isAlphanumeric(c) || IN_LOCAL_PARTS.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Where its host ends, which has a dot within; -1 if it has none. */
  private static int end(String text, int at) {
    int to = at + 1;
    while (to < text.length() && to - at <= MAX_HOST && isOfHost(text.charAt(to))) {
      to++;
    }
    while (to > at + 1 && !isAlphanumeric(text.charAt(to - 1))) {
      to--;
    }
    String host = text.substring(at + 1, to);
    boolean joined = !host.contains("..") && !host.startsWith(".") && host.indexOf('.') > 0;
    boolean within = to < text.length() && (isOfHost(text.charAt(to)) && text.charAt(to) != '.');
    return joined && !within && host.length() <= MAX_HOST ? to : -1;
  }

  private static boolean isOfHost(char c) {
    return isAlphanumeric(c) || c == '-' || c == '.';
  }
}
