package org.caucus.http.filters;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request names one host, once (RFC 9112, section 3.2): one without a {@code Host}, with two, or
 * with another in its first line, may be read in two ways by two servers in a row. And it has a
 * method that is answered anywhere here: {@code TRACE} would show a page what it must not read.
 */
public final class HostHeaderCheck implements Handler<RoutingContext> {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final int BAD_REQUEST = 400;

  /** This method is answered nowhere here. */
  public static final class NoMethod extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The methods that there are, as {@code Allow} has them. */
    public static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE";

    NoMethod() {
      super("no method", null, false, false);
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    if (!METHODS.contains(request.method().name())) {
      ctx.fail(new NoMethod());
    } else if (!namesOneHost(request)) {
      ctx.fail(BAD_REQUEST);
    } else {
      ctx.next();
    }
  }

  private static boolean namesOneHost(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll("host");
    String uri = request.uri();
    boolean old = request.version() == HttpVersion.HTTP_1_0;
    if (hosts.isEmpty() ? !old : hosts.size() > 1 || !isHost(hosts.getFirst())) {
      return false;
    }
    // written whole, as to a proxy: it says where, and that is here
    return uri.startsWith("/") || (hosts.size() == 1 && isOf(uri, hosts.getFirst()));
  }

  private static boolean isHost(String host) {
    return host.matches("(?:[A-Za-z0-9._~-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::[0-9]{1,5})?");
  }

  private static boolean isOf(String uri, String host) {
    String lower = uri.toLowerCase(Locale.ROOT);
    return List.of("http://", "https://").stream()
        .map(scheme -> scheme + host.toLowerCase(Locale.ROOT))
        .anyMatch(
            there ->
                lower.equals(there)
                    || lower.startsWith(there + "/")
                    || lower.startsWith(there + "?"));
  }
}
