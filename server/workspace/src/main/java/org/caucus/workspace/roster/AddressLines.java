package org.caucus.workspace.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses as mail programs copy them: {@code Ada Obi <ada@x.example>; ben@x.example}, on one line
 * or on many. Pure.
 */
final class AddressLines {
  private static final Pattern BRACKETS = Pattern.compile("<\\s*([^\\s<>@]+@[^\\s<>@]+)\\s*>");

  private AddressLines() {}

  /** An address and the name before it; empty if none stands there. */
  record Named(int line, String name, String address) {}

  /**
   * Whether a text is such a list and no table: addresses in brackets, or nothing but addresses.
   */
  static boolean isList(String text) {
    String bare = text.strip();
    if (bare.isEmpty() || bare.indexOf('\t') >= 0) {
      return false;
    }
    if (BRACKETS.matcher(bare).find()) {
      List<Named> all = pieces(bare);
      long addressed = all.stream().filter(p -> !p.address().isEmpty()).count();
      return !all.getFirst().address().isEmpty() && addressed * 2 > all.size();
    }
    Named first = bare(1, bare);
    return !first.address().isEmpty()
        && Stream.of(bare.split("[,;\\s]+", -1))
            .allMatch(part -> part.isEmpty() || bare(1, part).address().equals(plain(part)));
  }

  /** All of them in order. A piece without an address has an empty one. */
  static List<Named> pieces(String text) {
    List<Named> found = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int line = 1;
    int begun = 1;
    boolean quoted = false;
    boolean whole = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      whole |= c == '@' && !quoted;
      quoted ^= c == '"';
      if (!quoted && (c == ';' || c == '\n' || (c == ',' && whole))) {
        add(found, begun, piece.toString());
        piece.setLength(0);
        whole = false;
        begun = c == '\n' ? line + 1 : line;
      } else {
        piece.append(c);
      }
      line += c == '\n' ? 1 : 0;
    }
    return found;
  }

  private static void add(List<Named> found, int line, String piece) {
    String text = piece.strip();
    if (text.isEmpty()) {
      return;
    }
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.find()) {
      found.add(new Named(line, name(text.substring(0, brackets.start())), brackets.group(1)));
      return;
    }
    found.add(bare(line, text));
  }

  private static String name(String written) {
    String name = written.strip().replaceAll("^[,;]+", "").strip();
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\\\"", "\"").strip()
        : name.replace("\"", "").strip();
  }

  /** Whether an address stands in this text, with more or not. */
  static boolean holdsAddress(String text) {
    return !bare(1, text).address().isEmpty();
  }

  /** The first address that stands in a text; what is no address is a name. */
  private static Named bare(int line, String text) {
    int at = text.indexOf('@');
    int from = at;
    while (from > 0 && isPart(text.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to > 0 && to < text.length() && isPart(text.charAt(to))) {
      to++;
    }
    return at <= 0 || from == at || to == at + 1
        ? new Named(line, text, "")
        : new Named(line, "", plain(text.substring(from, to)));
  }

  private static boolean isPart(char c) {
    return !Character.isWhitespace(c) && "@<>,;\"".indexOf(c) < 0;
  }

  private static String plain(String address) {
    return address.regionMatches(true, 0, "mailto:", 0, 7) ? address.substring(7) : address;
  }
}
