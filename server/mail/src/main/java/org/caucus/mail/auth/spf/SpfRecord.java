package org.caucus.mail.auth.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a domain published (RFC 7208 section 4.6).
 *
 * @param terms its mechanisms in order
 * @param redirect the domain that decides when none matches, with macros; empty if there is none
 */
record SpfRecord(List<SpfTerm> terms, Optional<String> redirect) {
  private static final String VERSION = "v=spf1";
  private static final Pattern TERM =
      Pattern.compile("([+?~-]?)([A-Za-z][A-Za-z0-9._-]{0,62})((?:[=:/].{0,4096})?)");

  SpfRecord {
    terms = List.copyOf(terms);
  }

  /** Whether a text record is one at all. */
  static boolean isOne(String text) {
    String start = text.substring(0, Math.min(text.length(), VERSION.length() + 1));
    return start.strip().equalsIgnoreCase(VERSION)
        && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
  }

  /**
   * Reads all of it: a mistake anywhere makes all void.
   *
   * @throws SpfError if there is one
   */
  static SpfRecord parse(String text) throws SpfError {
    List<SpfTerm> terms = new ArrayList<>();
    String redirect = null;
    boolean explained = false;
    for (String word : text.substring(VERSION.length()).split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      Matcher m = TERM.matcher(word);
      if (!SpfMacros.isVisible(word) || !m.matches()) {
        throw SpfError.forGood("no term");
      }
      if (!m.group(3).startsWith("=")) {
        terms.add(SpfTerm.parse(result(m.group(1)), m.group(2), m.group(3)));
        continue;
      }
      String name = m.group(1) + m.group(2).toLowerCase(Locale.ROOT);
      String value = m.group(3).substring(1);
      if (!m.group(1).isEmpty()
          || (name.equals("redirect") && redirect != null)
          || (name.equals("exp") && explained)) {
        throw SpfError.forGood("a modifier that may not stand there");
      }
      checkModifier(name, value);
      redirect = name.equals("redirect") ? value : redirect;
      explained |= name.equals("exp");
    }
    return new SpfRecord(terms, Optional.ofNullable(redirect));
  }

  private static void checkModifier(String name, String value) throws SpfError {
    if (name.equals("redirect") || name.equals("exp")) {
      SpfMacros.checkDomain(value);
    } else {
      SpfMacros.check(value, true);
    }
  }

  private static SpfResult result(String qualifier) {
    return switch (qualifier) {
      case "-" -> SpfResult.FAIL;
      case "~" -> SpfResult.SOFTFAIL;
      case "?" -> SpfResult.NEUTRAL;
      default -> SpfResult.PASS;
    };
  }
}
