package org.caucus.platform.antivirus;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/** Where ClamAV's daemon listens: on this machine, since files go to it in clear. */
public record ClamdAddress(SocketAddress socket) {
  private static final String UNIX = "unix:";

  /** What a setting may say. */
  public static final String ALLOWED =
      "unix:/run/clamav/clamd.ctl, or a loopback address and port such as 127.0.0.1:3310";

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException it is not one of {@link #ALLOWED}
   */
  public static ClamdAddress parse(String text) {
    if (text.startsWith(UNIX + "/")) {
      return new ClamdAddress(UnixDomainSocketAddress.of(text.substring(UNIX.length())));
    }
    int colon = text.lastIndexOf(':');
    String host = text.substring(0, Math.max(0, colon)).replace("[", "").replace("]", "");
    InetAddress address = InetAddress.ofLiteral(host);
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException("not on this machine");
    }
    return new ClamdAddress(
        new InetSocketAddress(address, Integer.parseInt(text.substring(colon + 1))));
  }
}
