package org.caucus.mail.auth;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Whose hosts' word on SPF counts: which addresses are the sender's own. */
public enum TrustedSpfHosts {
  /** None: which host a letter came from is not looked at. */
  OFF,
  /**
   * Those of the public internet. A private address is a gateway's here, and others stand behind.
   */
  ON,
  /** All, where anyone who sends is in the same private network. */
  LOCAL;

  private static final int SHARED_FIRST = 100;
  private static final int SHARED_SECOND = 64;
  private static final int SHARED_MASK = 0xC0;
  private static final int UNIQUE_LOCAL = 0xFC;
  private static final int UNIQUE_LOCAL_MASK = 0xFE;

  /** Whether an address may be looked at as its sender's. */
  public boolean counts(InetAddress address) {
    return switch (this) {
      case OFF -> false;
      case ON -> isPublic(address);
      case LOCAL -> true;
    };
  }

  /** Neither of one machine, one link, nor one private network (RFC 1918, 4193, 6598). */
  private static boolean isPublic(InetAddress address) {
    byte[] octets = address.getAddress();
    boolean shared =
        address instanceof Inet4Address
            && octets[0] == SHARED_FIRST
            && (octets[1] & SHARED_MASK) == SHARED_SECOND;
    boolean local6 =
        address instanceof Inet6Address && (octets[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    return !(shared
        || local6
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress());
  }
}
