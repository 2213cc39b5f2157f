package org.caucus.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.caucus.command.Refused;

/**
 * Who sends a request: the holder of a personal token, else of a session cookie. A request that
 * comes with a cookie must come from our own pages: SameSite, Origin and Fetch-Metadata are each
 * checked.
 */
final class CallerOf {
  /** Over https: bound to the host, never sent in clear. */
  static final String SECURE_COOKIE = "__Host-caucus";

  /** Over http, for a server on this machine. */
  static final String PLAIN_COOKIE = "caucus";

  private static final String BEARER = "Bearer ";
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private CallerOf() {}

  /** The name of the session cookie; over https never one that another host could plant. */
  static String cookieName(URI baseUrl) {
    return "https".equalsIgnoreCase(baseUrl.getScheme()) ? SECURE_COOKIE : PLAIN_COOKIE;
  }

  static Optional<Caller> request(RoutingContext ctx, Callers callers, String cookieName) {
    String authorization = ctx.request().getHeader("authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      return callers.byToken(authorization.substring(BEARER.length()).trim()).await();
    }
    Cookie cookie = ctx.request().getCookie(cookieName);
    if (cookie == null) {
      return Optional.empty();
    }
    mustBeOwnPage(ctx);
    return callers.bySession(cookie.getValue()).await();
  }

  /** Demands of what changes something that no other site's page sent it, whoever calls. */
  static void mustNotBeForged(RoutingContext ctx) {
    if (changes(ctx)) {
      mustBeOwnPage(ctx);
    }
  }

  /** Whether the request may change anything. */
  static boolean changes(RoutingContext ctx) {
    return !SAFE.contains(ctx.request().method());
  }

  private static void mustBeOwnPage(RoutingContext ctx) {
    String site = ctx.request().getHeader("sec-fetch-site");
    String origin = ctx.request().getHeader("origin");
    boolean fromElsewhere = site != null && !OWN_SITES.contains(site);
    boolean otherOrigin = origin != null && !origin.equals(HttpServer.originOf(ctx.request()));
    if (otherOrigin || (fromElsewhere && !navigation(ctx))) {
      throw Refused.forbidden(
          "This request came from another site's page. Open Caucus itself and try again.");
    }
  }

  /**
   * Following a link from elsewhere, as from a web mailer, is fine as long as it only reads a page.
   */
  private static boolean navigation(RoutingContext ctx) {
    return SAFE.contains(ctx.request().method())
        && "navigate".equals(ctx.request().getHeader("sec-fetch-mode"));
  }
}
