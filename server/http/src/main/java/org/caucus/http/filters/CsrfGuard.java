package org.caucus.http.filters;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * The one door against forged requests (CSRF). Whatever would change something, and whatever a
 * session cookie would read, must come from our own pages: {@code Sec-Fetch-Site} and {@code
 * Origin} are each checked, on top of the cookie's SameSite. A browser sends one of the two with
 * all that changes something, so a cookie without either is turned away too; a program has a token.
 *
 * <p>Our pages are sent with {@code Referrer-Policy: no-referrer}, under which a browser gives the
 * {@code Origin} of a form as {@code null} (Fetch, "append a request Origin header"). So does a
 * hostile page in a sandbox; only {@code Sec-Fetch-Site} tells the two apart.
 */
public final class CsrfGuard implements Handler<RoutingContext> {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final String origin;
  private final String cookieName;

  /**
   * @param baseUrl where browsers find this installation
   * @param cookieName the cookie that makes a request a session's
   */
  public CsrfGuard(URI baseUrl, String cookieName) {
    this.origin = baseUrl.toString().toLowerCase(Locale.ROOT);
    this.cookieName = cookieName;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (isForged(ctx.request())) {
      ctx.fail(Refusal.forbidden(Message.of("this-request-came-from-another-site")));
    } else {
      ctx.next();
    }
  }

  private boolean isForged(HttpServerRequest request) {
    boolean safe = SAFE.contains(request.method());
    boolean session = request.getCookie(cookieName) != null;
    if (safe && !session) {
      return false;
    }
    String site = request.getHeader("sec-fetch-site");
    String from = request.getHeader("origin");
    boolean ourForm = "null".equals(from) && "same-origin".equals(site);
    if (from != null && !ourForm && !isOurs(from, request)) {
      return true;
    }
    if (site != null && !OWN_SITES.contains(site)) {
      return !(safe && isFollowedLink(request));
    }
    return !safe && session && site == null && from == null;
  }

  /** The base URL's origin, or this server's as the request names it. */
  private boolean isOurs(String from, HttpServerRequest request) {
    String here = (request.isSSL() ? "https://" : "http://") + request.authority();
    return from.equals(origin) || from.equals(here.toLowerCase(Locale.ROOT));
  }

  /**
   * Following a link from elsewhere, as from a web mailer, is fine as long as it only reads a page.
   */
  private static boolean isFollowedLink(HttpServerRequest request) {
    String into = request.getHeader("sec-fetch-dest");
    return "navigate".equals(request.getHeader("sec-fetch-mode"))
        && (into == null || into.equals("document"));
  }
}
