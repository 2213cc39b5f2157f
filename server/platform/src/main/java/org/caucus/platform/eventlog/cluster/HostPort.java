package org.caucus.platform.eventlog.cluster;

import java.util.Arrays;
import java.util.List;

/**
 * Where a node is reached.
 *
 * @param host a name or an address; a name may stand for many nodes
 * @param port of its membership; that of its event bus is the next one
 */
public record HostPort(String host, int port) {
  /** Highest port of a membership. */
  public static final int MOST = 65_534;

  /** Checks that two ports in a row are there. */
  public HostPort {
    if (host.isBlank() || port < 1 || port > MOST) {
      throw new IllegalArgumentException("not a host and a port from 1 to " + MOST);
    }
  }

  /** Reads {@code host}, {@code host:port}, {@code [::1]} or {@code [::1]:port}. */
  public static HostPort parse(String text, int port) {
    int bracket = text.indexOf(']');
    int colon = text.indexOf(':', Math.max(0, bracket));
    boolean bare = bracket < 0 && text.indexOf(':', colon + 1) >= 0 && colon >= 0;
    if (colon < 0 || bare) {
      return new HostPort(unbracketed(text), port);
    }
    return new HostPort(
        unbracketed(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  /** Reads several, separated by commas. */
  public static List<HostPort> list(String text, int port) {
    return Arrays.stream(text.split(",")).map(p -> parse(p.strip(), port)).toList();
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** The port of its event bus. */
  int busPort() {
    return port + 1;
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
