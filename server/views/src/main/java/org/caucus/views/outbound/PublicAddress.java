package org.caucus.views.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses are of the public Internet: those that the registries of special-purpose
 * addresses (RFC 6890) do not set apart. Of IPv6 only global unicast, 2000::/3, without what embeds
 * an IPv4 address or is for documentation.
 */
public final class PublicAddress {
  private PublicAddress() {}

  /** Whether this is one of them. */
  public static boolean is(InetAddress address) {
    byte[] octets = address.getAddress();
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return address instanceof Inet4Address ? four(octets) : six(octets);
  }

  private static boolean four(byte[] octets) {
    int a = octets[0] & 0xFF;
    int b = octets[1] & 0xFF;
    int c = octets[2] & 0xFF;
    boolean shared = a == 100 && b >= 64 && b <= 127; // RFC 6598
    boolean assigned = a == 192 && b == 0 && (c == 0 || c == 2); // RFC 6890, RFC 5737
    boolean relay = a == 192 && b == 88 && c == 99; // RFC 7526
    boolean benchmark = a == 198 && (b == 18 || b == 19); // RFC 2544
    boolean documents =
        (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113); // RFC 5737
    return a != 0 && a < 240 && !shared && !assigned && !relay && !benchmark && !documents;
  }

  private static boolean six(byte[] octets) {
    int first = word(octets, 0);
    int second = word(octets, 2);
    boolean unicast = (first & 0xE000) == 0x2000;
    boolean special = first == 0x2001 && second < 0x0200; // RFC 2928: Teredo and others
    boolean documents =
        (first == 0x2001 && second == 0x0DB8) || (first & 0xFFF0) == 0x3FF0; // RFC 3849, RFC 9637
    boolean sixToFour = first == 0x2002; // RFC 3056
    return unicast && !special && !documents && !sixToFour;
  }

  private static int word(byte[] octets, int at) {
    return (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
  }
}
