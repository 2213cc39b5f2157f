package org.caucus.http;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import org.caucus.security.SecurityLog;

/**
 * Who sends a request: the holder of a personal token, else of a session cookie. That it does not
 * come from another site's page was seen to by {@link org.caucus.http.gate.OwnPages}.
 */
final class CallerOf {
  /** Over https: bound to the host, never sent in clear. */
  static final String SECURE_COOKIE = "__Host-caucus";

  /** Over http, for a server on this machine. */
  static final String PLAIN_COOKIE = "caucus";

  private static final String BEARER = "Bearer ";

  private CallerOf() {}

  /** The name of the session cookie; over https never one that another host could plant. */
  static String cookieName(URI baseUrl) {
    return "https".equalsIgnoreCase(baseUrl.getScheme()) ? SECURE_COOKIE : PLAIN_COOKIE;
  }

  static Optional<Caller> request(
      RoutingContext ctx, Callers callers, String cookieName, HttpServer.Gate gate) {
    String authorization = ctx.request().getHeader("authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      String token = authorization.substring(BEARER.length()).trim();
      gate.pace().ofToken(token);
      return byToken(ctx, callers.byToken(token).await(), gate);
    }
    Cookie cookie = ctx.request().getCookie(cookieName);
    if (cookie == null) {
      return Optional.empty();
    }
    Optional<Caller> caller = callers.bySession(cookie.getValue()).await();
    caller.ifPresent(c -> Refusals.by(ctx, c.person()));
    caller.ifPresent(c -> gate.pace().ofPerson(c.person()));
    return caller;
  }

  private static Optional<Caller> byToken(
      RoutingContext ctx, Optional<Caller> caller, HttpServer.Gate gate) {
    String peer = gate.proxies().peer(ctx.request());
    if (caller.isEmpty()) {
      gate.security().notEntered(SecurityLog.Way.TOKEN, "unknown-or-ended", null, peer);
    } else {
      Refusals.by(ctx, caller.get().person());
      gate.security().entered(caller.get().ends(), caller.get().person(), peer);
    }
    return caller;
  }
}
