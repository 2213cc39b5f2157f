package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Each request of a page belongs to one sign-in (rule A4): the page says to which, and where the
 * session cookie is another's by now nothing is read and nothing is done. The server knows nobody
 * but the cookie, and in one browser that is the person who signed in last, whatever an older tab
 * shows.
 *
 * <p>What a page says is the id of the sign-in. It lets nobody in: it stands beside the session in
 * a cookie that pages may read, so that a page knows it before its first request, and so that one
 * which slept sees without a request that somebody else is here.
 *
 * <p>A program that holds a cookie, and a link that is followed, need not say it.
 */
public final class SessionMatch {
  /** The header in which a page says it, and in which each answer to a session says it. */
  public static final String HEADER = "caucus-sign-in";

  /** The same in the query, for what the browser asks by itself: a frame, a download. */
  static final String PARAMETER = "sign-in";

  /** What a page says that belongs to nobody so far: it may read, and is told whose it is. */
  public static final String NOBODY = "none";

  private static final String COOKIE = "caucus-who";
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final List<String> WRITTEN_BY_PAGES = List.of("problem+json", "event-stream");

  /** As long as a session lasts at most. */
  private static final Duration AGE = Duration.ofDays(60);

  private final String cookieName;
  private final String attributes;

  /**
   * @param sessionCookie name of the cookie of sessions: over https that of this host alone
   */
  SessionMatch(String sessionCookie) {
    boolean secure = sessionCookie.equals(RequestAuthenticator.SECURE_COOKIE);
    this.cookieName = secure ? "__Host-" + COOKIE : COOKIE;
    this.attributes = "; Path=/; SameSite=Lax" + (secure ? "; Secure" : "");
  }

  /** The cookie that goes along with a session of this installation. */
  public static String cookie(URI baseUrl, String signIn) {
    return new SessionMatch(RequestAuthenticator.cookieName(baseUrl)).cookie(signIn);
  }

  /** Lets a request on, unless the session is another's than the one its page belongs to. */
  void check(RoutingContext ctx, Future<Optional<Caller>> asked) {
    asked.onComplete(
        found -> {
          // what failed fails again where it is needed
          @Nullable String is =
              found.succeeded() ? found.result().map(Caller::signIn).orElse(null) : null;
          if (is == null) {
            ctx.next();
          } else {
            compare(ctx, is);
          }
        });
  }

  private void compare(RoutingContext ctx, String is) {
    @Nullable String said = said(ctx.request());
    if (said != null) {
      tell(ctx, is);
    }
    if (said == null || said.equals(is) || (said.equals(NOBODY) && isRead(ctx.request()))) {
      ctx.next();
    } else {
      ctx.fail(new Other(said.isEmpty()));
    }
  }

  private static boolean isRead(HttpServerRequest request) {
    return SAFE.contains(request.method());
  }

  /** Null where nobody has to say it. */
  private static @Nullable String said(HttpServerRequest request) {
    @Nullable String header = request.getHeader(HEADER);
    if (header != null) {
      return header;
    }
    @Nullable String parameter = request.getParam(PARAMETER);
    boolean acts = parameter == null && !isRead(request) && isOfOldPage(request);
    return acts ? "" : parameter;
  }

  /** A page of a build that did not say whose it is: it reads, and acts once it is loaded again. */
  private static boolean isOfOldPage(HttpServerRequest request) {
    @Nullable String accept = request.getHeader("accept");
    return "cors".equals(request.getHeader("sec-fetch-mode"))
        && accept != null
        && WRITTEN_BY_PAGES.stream().anyMatch(accept::contains);
  }

  /** The page, by the header; other pages of this browser, by the cookie. */
  private void tell(RoutingContext ctx, String is) {
    ctx.response().putHeader(HEADER, is);
    @Nullable Cookie known = ctx.request().getCookie(cookieName);
    if (known == null || !known.getValue().equals(is)) {
      ctx.response().headers().add("set-cookie", cookie(is));
    }
  }

  /** The cookie that goes along with a session; with that of {@link #NOBODY} it is forgotten. */
  String cookie(String signIn) {
    boolean over = signIn.equals(NOBODY);
    return cookieName
        + "="
        + (over ? "" : signIn)
        + "; Max-Age="
        + (over ? 0 : AGE.toSeconds())
        + attributes;
  }

  /** The session is another's than the page's, or the page is too old to say whose it is. */
  static final class Other extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The type of its answer. */
    static final String TYPE = "other-sign-in";

    private final boolean old;

    Other(boolean old) {
      super("another sign-in", null, false, false);
      this.old = old;
    }

    boolean isOfOldPage() {
      return old;
    }
  }
}
