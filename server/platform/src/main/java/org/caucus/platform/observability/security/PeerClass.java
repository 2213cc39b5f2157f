package org.caucus.platform.observability.security;

import java.net.Inet4Address;
import java.net.InetAddress;

/** From what kind of network somebody came: all that the log says of where they are. */
final class PeerClass {
  private PeerClass() {}

  /**
   * One of {@code loopback}, {@code private}, {@code public4}, {@code public6} and {@code unknown}.
   *
   * @param peer an IP address as text, or anything else
   */
  static String kind(String peer) {
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(peer);
    } catch (IllegalArgumentException e) {
      return "unknown";
    }
    if (address.isLoopbackAddress()) {
      return "loopback";
    }
    if (address.isSiteLocalAddress() || address.isLinkLocalAddress() || isUniqueLocal(address)) {
      return "private";
    }
    return address instanceof Inet4Address ? "public4" : "public6";
  }

  /** RFC 4193. */
  private static boolean isUniqueLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
  }
}
