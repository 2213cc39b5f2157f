package org.caucus.mail.auth.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mechanism of a record with what follows from it (RFC 7208 section 5).
 *
 * @param result if it matches
 * @param target the domain it names, with macros; empty for the one that is checked
 * @param network of {@code ip4} and {@code ip6}; empty for others
 * @param prefix4 how many bits of an address of IPv4 count
 * @param prefix6 how many bits of an address of IPv6 count
 */
record SpfTerm(
    SpfResult result, Kind kind, String target, String network, int prefix4, int prefix6) {
  private static final int BITS4 = 32;
  private static final int BITS6 = 128;

  /** Networks with fewer bits than that are everybody's. */
  private static final int OPEN4 = 8;

  private static final int OPEN6 = 16;

  private static final Pattern PREFIXES = Pattern.compile("(?:/([0-9]{1,3}))?(?://([0-9]{1,3}))?");
  private static final Pattern DOTTED =
      Pattern.compile("[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");

  /** What a mechanism looks at. */
  enum Kind {
    ALL,
    INCLUDE,
    A,
    MX,
    PTR,
    IP4,
    IP6,
    EXISTS;

    /** Whether name servers are asked for it. */
    boolean asks() {
      return this != ALL && this != IP4 && this != IP6;
    }
  }

  /**
   * Reads one.
   *
   * @param name of the mechanism, in any case
   * @param rest what stands behind it
   * @throws SpfError if it is not one
   */
  static SpfTerm parse(SpfResult result, String name, String rest) throws SpfError {
    Kind kind = kind(name);
    return switch (kind) {
      case ALL -> {
        require(rest.isEmpty(), "all has nothing behind it");
        yield new SpfTerm(result, kind, "", "", 0, 0);
      }
      case INCLUDE, EXISTS -> {
        require(rest.startsWith(":"), "it needs a domain");
        yield new SpfTerm(result, kind, domain(rest.substring(1)), "", 0, 0);
      }
      case PTR -> {
        require(rest.isEmpty() || rest.startsWith(":"), "it has no prefix");
        yield new SpfTerm(result, kind, rest.isEmpty() ? "" : domain(rest.substring(1)), "", 0, 0);
      }
      case A, MX -> ofHosts(result, kind, rest);
      case IP4, IP6 -> ofNetwork(result, kind, rest);
    };
  }

  private static Kind kind(String name) throws SpfError {
    try {
      return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw SpfError.forGood("no such mechanism");
    }
  }

  private static SpfTerm ofHosts(SpfResult result, Kind kind, String rest) throws SpfError {
    // a slash may be part of a domain's name: only digits after the last ones are prefixes
    int end = rest.length();
    while (end > 0 && isPrefixPart(rest.charAt(end - 1))) {
      end--;
    }
    int from = rest.indexOf('/', end);
    String prefixes = from < 0 ? "" : rest.substring(from);
    String domain = from < 0 ? rest : rest.substring(0, from);
    Matcher m = PREFIXES.matcher(prefixes);
    require(m.matches(), "no prefix");
    require(domain.isEmpty() || domain.startsWith(":"), "no mechanism");
    String target = domain.isEmpty() ? "" : domain(domain.substring(1));
    return new SpfTerm(result, kind, target, "", bits(m.group(1), BITS4), bits(m.group(2), BITS6));
  }

  private static boolean isPrefixPart(char c) {
    return c == '/' || (c >= '0' && c <= '9');
  }

  private static SpfTerm ofNetwork(SpfResult result, Kind kind, String rest) throws SpfError {
    require(rest.startsWith(":"), "it needs a network");
    int slash = rest.indexOf('/');
    String network = rest.substring(1, slash < 0 ? rest.length() : slash);
    String prefix = slash < 0 ? null : rest.substring(slash + 1);
    int most = kind == Kind.IP4 ? BITS4 : BITS6;
    require(prefix == null || prefix.matches("[0-9]{1,3}"), "no prefix");
    require(isAddress(kind, network), "no address");
    int bits = bits(prefix, most);
    return new SpfTerm(result, kind, "", network, bits, bits);
  }

  private static boolean isAddress(Kind kind, String text) {
    if (kind == Kind.IP4 && !DOTTED.matcher(text).matches()) {
      return false;
    }
    if (kind == Kind.IP6 && (!text.contains(":") || text.contains("%"))) {
      return false;
    }
    try {
      InetAddress.ofLiteral(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int bits(@Nullable String digits, int most) throws SpfError {
    if (digits == null) {
      return most;
    }
    require(digits.equals("0") || !digits.startsWith("0"), "a prefix with a leading zero");
    int bits = Integer.parseInt(digits);
    require(bits <= most, "a prefix that is too long");
    return bits;
  }

  private static String domain(String text) throws SpfError {
    SpfMacros.checkDomain(text);
    return text;
  }

  private static void require(boolean holds, String why) throws SpfError {
    if (!holds) {
      throw SpfError.forGood(why);
    }
  }

  /** Whether an address is in the network of {@code ip4} or {@code ip6}. */
  boolean holds(InetAddress address) {
    boolean four = address instanceof Inet4Address;
    // an address of IPv4 written as one of IPv6 is not one of either: who wrote it meant no peer
    return four == (kind == Kind.IP4) && isIn(InetAddress.ofLiteral(network), address);
  }

  /** Whether two addresses of one kind are the same as far as the prefix goes. */
  boolean isIn(InetAddress host, InetAddress address) {
    byte[] one = host.getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    int bits = address instanceof Inet4Address ? prefix4 : prefix6;
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % Byte.SIZE);
      if (((one[i / Byte.SIZE] ^ other[i / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it fits anybody, so that it says nothing of anybody. */
  boolean isOpen(InetAddress address) {
    return switch (kind) {
      case ALL -> true;
      case A, MX, IP4, IP6 -> address instanceof Inet4Address ? prefix4 < OPEN4 : prefix6 < OPEN6;
      case INCLUDE, PTR, EXISTS -> false;
    };
  }
}
