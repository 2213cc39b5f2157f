package org.caucus.messaging.inbound.pipeline;

import java.net.InetAddress;

/**
 * A block of addresses, such as {@code 127.0.0.0/8} or {@code 2001:db8::/32} (RFC 4632, RFC 4291).
 *
 * @param network any address in it
 * @param bits how many leading bits are the same in all
 */
public record Cidr(InetAddress network, int bits) {
  /** Checks the length. */
  public Cidr {
    if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("the prefix length does not fit the address");
    }
  }

  /**
   * Reads {@code address/bits}, or an address alone.
   *
   * @throws IllegalArgumentException when it is neither; host names are not looked up
   */
  public static Cidr of(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress network = InetAddress.ofLiteral(parts[0]);
    int all = network.getAddress().length * Byte.SIZE;
    return new Cidr(network, parts.length == 1 ? all : Integer.parseInt(parts[1]));
  }

  /** Whether the address is in the block. */
  public boolean holds(InetAddress address) {
    byte[] a = address.getAddress();
    byte[] n = network.getAddress();
    if (a.length != n.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((a[bit / Byte.SIZE] ^ n[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
