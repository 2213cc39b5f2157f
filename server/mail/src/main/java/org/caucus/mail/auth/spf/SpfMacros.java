package org.caucus.mail.auth.spf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a record leaves open, filled in for one letter (RFC 7208 section 7). */
final class SpfMacros {
  /** The longest name that is asked for, in characters (section 7.3). */
  static final int MAX_NAME = 253;

  private static final Pattern MACRO =
      Pattern.compile("%\\{([A-Za-z])([0-9]{0,3})([rR]?)([.+,/_=-]{0,16})\\}");
  private static final String FOR_DOMAINS = "slodipvh";
  private static final String FOR_TEXTS = "crt";
  private static final String UNRESERVED = "-._~";

  private final Question question;
  private final Names names;

  /**
   * Who asks about whom.
   *
   * @param address of the host
   * @param helo the name it gave itself
   * @param local the sender's local part
   * @param domain the sender's domain
   */
  record Question(InetAddress address, String helo, String local, String domain) {}

  /** The names of the host that its address confirms. */
  @FunctionalInterface
  interface Names {
    /** The best of them for a domain; {@code unknown} if there is none. */
    String best(String domain) throws SpfError;
  }

  SpfMacros(Question question, Names names) {
    this.question = question;
    this.names = names;
  }

  static boolean isVisible(String text) {
    return text.chars().allMatch(c -> c >= '!' && c <= '~');
  }

  /**
   * Whether a text is one that can be filled in.
   *
   * @param ofText whether what only explanations have is allowed
   */
  static void check(String text, boolean ofText) throws SpfError {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at)) {
      at += macroAt(text, at, ofText);
    }
  }

  /** How long the macro is that begins there. */
  private static int macroAt(String text, int at, boolean ofText) throws SpfError {
    if (at + 1 < text.length() && "%_-".indexOf(text.charAt(at + 1)) >= 0) {
      return 2;
    }
    Matcher m = MACRO.matcher(text).region(at, text.length());
    if (!m.lookingAt()) {
      throw SpfError.forGood("no macro");
    }
    String letter = m.group(1).toLowerCase(Locale.ROOT);
    boolean known = FOR_DOMAINS.contains(letter) || (ofText && FOR_TEXTS.contains(letter));
    boolean zero = !m.group(2).isEmpty() && Integer.parseInt(m.group(2)) == 0;
    if (!known || zero) {
      throw SpfError.forGood("no macro");
    }
    return m.end() - at;
  }

  /** Whether a text can become a domain: it ends with a macro, or like one (section 7.1). */
  static void checkDomain(String text) throws SpfError {
    check(text, false);
    String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    int dot = bare.lastIndexOf('.');
    boolean named = dot >= 0 && isTopLabel(bare.substring(dot + 1));
    if (!named && !endsInMacro(text)) {
      throw SpfError.forGood("no domain");
    }
  }

  /** Letters, digits and dashes, no dash at its ends, and not of digits alone. */
  private static boolean isTopLabel(String label) {
    return label.matches("[A-Za-z0-9-]{1,63}")
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().anyMatch(c -> c < '0' || c > '9');
  }

  private static boolean endsInMacro(String text) throws SpfError {
    int last = 0;
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at)) {
      at += macroAt(text, at, false);
      last = at;
    }
    return last > 0 && last == text.length();
  }

  /** The name that a text stands for, for a record of this domain. */
  String domain(String text, String domain) throws SpfError {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', from)) {
      out.append(text, from, at);
      from = at + macroAt(text, at, false);
      out.append(filled(text.substring(at, from), domain));
    }
    return shortened(out.append(text.substring(from)).toString());
  }

  private static String shortened(String name) {
    String rest = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    while (rest.length() > MAX_NAME && rest.indexOf('.') >= 0) {
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return rest;
  }

  private String filled(String macro, String domain) throws SpfError {
    return switch (macro) {
      case "%%" -> "%";
      case "%_" -> " ";
      case "%-" -> "%20";
      default -> expanded(macro, domain);
    };
  }

  private String expanded(String macro, String domain) throws SpfError {
    Matcher m = MACRO.matcher(macro);
    if (!m.matches()) {
      throw SpfError.forGood("no macro");
    }
    char letter = m.group(1).charAt(0);
    String value = value(Character.toLowerCase(letter), domain);
    String changed = changed(value, m.group(2), !m.group(3).isEmpty(), m.group(4));
    return Character.isUpperCase(letter) ? escaped(changed) : changed;
  }

  private String value(char letter, String domain) throws SpfError {
    return switch (letter) {
      case 's' -> question.local() + "@" + question.domain();
      case 'l' -> question.local();
      case 'o' -> question.domain();
      case 'd' -> domain;
      case 'i' -> dotted(question.address());
      case 'p' -> names.best(domain);
      case 'v' -> question.address() instanceof Inet4Address ? "in-addr" : "ip6";
      case 'h' -> question.helo();
      default -> throw SpfError.forGood("no macro");
    };
  }

  /** Numbers for IPv4, and for IPv6 its digits one by one. */
  private static String dotted(InetAddress address) {
    return address instanceof Inet4Address
        ? address.getHostAddress()
        : String.join(".", HexFormat.of().formatHex(address.getAddress()).split(""));
  }

  private static String changed(String value, String digits, boolean reversed, String delimiters) {
    String at = delimiters.isEmpty() ? "." : delimiters;
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      if (at.indexOf(value.charAt(i)) >= 0) {
        parts.add(value.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(value.substring(from));
    if (reversed) {
      Collections.reverse(parts);
    }
    int wanted = digits.isEmpty() ? parts.size() : Integer.parseInt(digits);
    return String.join(".", parts.subList(Math.max(0, parts.size() - wanted), parts.size()));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      boolean plain =
          (b >= '0' && b <= '9')
              || (b >= 'A' && b <= 'Z')
              || (b >= 'a' && b <= 'z')
              || UNRESERVED.indexOf(b) >= 0;
      out.append(plain ? Character.toString(b) : String.format(Locale.ROOT, "%%%02X", b));
    }
    return out.toString();
  }

  /** Whether name servers can be asked for it (section 4.3): labels of a length, more than one. */
  static boolean isName(String domain) {
    String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    String[] labels = bare.split("\\.", -1);
    return labels.length > 1
        && bare.length() <= MAX_NAME
        && !bare.startsWith("[")
        && Arrays.stream(labels).allMatch(l -> !l.isEmpty() && l.length() <= 63);
  }
}
