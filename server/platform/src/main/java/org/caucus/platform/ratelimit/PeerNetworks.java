package org.caucus.platform.ratelimit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Which addresses count as one peer. */
public final class PeerNetworks {
  /** One household or office has a whole /64 of IPv6 addresses (RFC 6177), so that is one peer. */
  private static final int IPV6_PEER_BYTES = 8;

  private PeerNetworks() {}

  /** The peer as it is counted. */
  public static String of(String peer) {
    try {
      return of(InetAddress.ofLiteral(peer));
    } catch (IllegalArgumentException e) {
      return peer; // a socket without an IP address: counted by what it is called
    }
  }

  /** The peer as it is counted. */
  public static String of(InetAddress peer) {
    return peer instanceof Inet6Address six
        ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_PEER_BYTES))
        : peer.getHostAddress();
  }
}
