package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import org.caucus.kernel.Refusal;
import org.caucus.platform.observability.security.SecurityLog;
import org.caucus.platform.ratelimit.RateLimited;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request: the holder of a personal token, else of a session cookie. That it does not
 * come from another site's page was seen to by {@link org.caucus.http.filters.CsrfGuard}.
 */
final class RequestAuthenticator {
  /** Over https: bound to the host, never sent in clear. */
  static final String SECURE_COOKIE = "__Host-caucus";

  /** Over http, for a server on this machine. */
  static final String PLAIN_COOKIE = "caucus";

  private static final String BEARER = "Bearer ";
  private static final String ASKED = RequestAuthenticator.class.getName();

  private final Callers callers;
  private final String cookieName;
  private final HttpServer.Gate gate;
  private final SessionMatch oneSignIn;

  /** By session cookies of this name. */
  RequestAuthenticator(Callers callers, String cookieName, HttpServer.Gate gate) {
    this.oneSignIn = new SessionMatch(cookieName);
    this.callers = callers;
    this.cookieName = cookieName;
    this.gate = gate;
  }

  /** The name of the session cookie; over https never one that another host could plant. */
  static String cookieName(URI baseUrl) {
    return "https".equalsIgnoreCase(baseUrl.getScheme()) ? SECURE_COOKIE : PLAIN_COOKIE;
  }

  /** Asks, and lets the request on unless its page belongs to another ({@link SessionMatch}). */
  void ask(RoutingContext ctx) {
    Future<Optional<Caller>> asked = find(ctx);
    ctx.put(ASKED, asked);
    oneSignIn.check(ctx, asked);
  }

  /** Who it is; {@link RateLimited} if they have asked too often. Awaits. */
  Optional<Caller> request(RoutingContext ctx) {
    @Nullable Future<Optional<Caller>> asked = ctx.get(ASKED);
    if (asked == null) {
      throw Refusal.absent(); // no request gets past the question whose it is
    }
    Optional<Caller> caller = asked.await();
    if (token(ctx).isPresent()) {
      return byToken(ctx, caller);
    }
    caller.ifPresent(c -> RefusalLog.by(ctx, c.person()));
    caller.ifPresent(c -> gate.pace().ofPerson(c.person()));
    return caller;
  }

  /** The cookie of a sign-in that an answer tells of. */
  String cookie(String signIn) {
    return oneSignIn.cookie(signIn);
  }

  private Future<Optional<Caller>> find(RoutingContext ctx) {
    Optional<String> token = token(ctx);
    if (token.isPresent()) {
      try {
        gate.pace().ofToken(token.get());
      } catch (RateLimited e) {
        return Future.failedFuture(e);
      }
      return callers.byToken(token.get());
    }
    Cookie cookie = ctx.request().getCookie(cookieName);
    return cookie == null
        ? Future.succeededFuture(Optional.empty())
        : callers.bySession(cookie.getValue());
  }

  private static Optional<String> token(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getHeader("authorization"))
        .filter(a -> a.startsWith(BEARER))
        .map(a -> a.substring(BEARER.length()).trim());
  }

  private Optional<Caller> byToken(RoutingContext ctx, Optional<Caller> caller) {
    String peer = gate.proxies().peer(ctx.request());
    if (caller.isEmpty()) {
      gate.pace().ofWrongToken(peer);
      gate.security().notEntered(SecurityLog.Way.TOKEN, "unknown-or-ended", null, peer);
    } else {
      RefusalLog.by(ctx, caller.get().person());
      gate.security().entered(caller.get().ends(), caller.get().person(), peer);
    }
    return caller;
  }
}
