package org.caucus.http.filters;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a request came from. Proxies that are trusted say so in {@code X-Forwarded-For}, or in
 * {@code Forwarded} (RFC 7239); of the hops they name, the last that is no such proxy is believed.
 * What stands before it may have been written by anyone, and from anyone else it is not read at
 * all.
 */
public final class TrustedProxies {
  /** Hops that are read at most; a request through more counts as the last proxy's. */
  static final int MAX_HOPS = 16;

  private static final Logger LOG = LoggerFactory.getLogger(TrustedProxies.class);

  private final Predicate<InetAddress> trusted;
  private final AtomicBoolean warned = new AtomicBoolean();

  /** With the proxies whose word is believed. */
  public TrustedProxies(Predicate<InetAddress> trusted) {
    this.trusted = trusted;
  }

  /** The address a request came from, for rate limits. */
  public String peer(HttpServerRequest request) {
    String socket = request.remoteAddress().hostAddress();
    if (socket == null) {
      return "local"; // a socket without an IP address
    }
    List<String> hops = hops(request);
    if (hops.isEmpty() || !isTrusted(socket)) {
      warn(hops, socket);
      return socket;
    }
    String peer = socket;
    for (int i = hops.size() - 1; i >= 0 && isTrusted(peer); i--) {
      Optional<String> hop = address(hops.get(i));
      if (hop.isEmpty()) {
        return peer;
      }
      peer = hop.get();
    }
    return peer;
  }

  private boolean isTrusted(String address) {
    return trusted.test(InetAddress.ofLiteral(address));
  }

  private void warn(List<String> hops, String socket) {
    if (!hops.isEmpty() && warned.compareAndSet(false, true)) {
      LOG.warn(
          "a request came by a proxy at {} that CAUCUS_TRUSTED_PROXIES does not name: all who come"
              + " by it count as one",
          socket);
    }
  }

  private static List<String> hops(HttpServerRequest request) {
    List<String> plain = request.headers().getAll("x-forwarded-for");
    List<String> standard = request.headers().getAll("forwarded");
    List<String> all =
        (plain.isEmpty() ? standard : plain)
            .stream().flatMap(value -> List.of(value.split(",", -1)).stream()).toList();
    return all.subList(Math.max(0, all.size() - MAX_HOPS), all.size());
  }

  /**
   * The address of one hop, with or without a port; nothing if it is not one (RFC 7239 section 6).
   */
  static Optional<String> address(String hop) {
    String node = hop.strip();
    for (String pair : node.split(";", -1)) {
      if (pair.strip().toLowerCase(Locale.ROOT).startsWith("for=")) {
        node = pair.strip().substring(4);
      }
    }
    node = node.replace("\"", "").strip();
    int bracket = node.indexOf(']');
    int colon = node.indexOf(':');
    if (node.startsWith("[") && bracket > 0) {
      node = node.substring(1, bracket);
    } else if (colon >= 0 && colon == node.lastIndexOf(':')) {
      node = node.substring(0, colon);
    }
    try {
      return Optional.of(InetAddress.ofLiteral(node).getHostAddress());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
