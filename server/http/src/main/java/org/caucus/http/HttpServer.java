package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.openapi.contract.OpenAPIContract;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.http.compression.CompressionCache;
import org.caucus.http.filters.ContentLengthCheck;
import org.caucus.http.filters.CostlyRequestLimiter;
import org.caucus.http.filters.CsrfGuard;
import org.caucus.http.filters.HostHeaderCheck;
import org.caucus.http.filters.JsonBodyLimits;
import org.caucus.http.filters.RateLimiter;
import org.caucus.http.filters.SlowClientTimeout;
import org.caucus.http.filters.StrictJson;
import org.caucus.http.filters.TrustedProxies;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.observability.security.SecurityLog;
import org.caucus.platform.ratelimit.RateLimited;

/** One HTTP server, deployed on virtual threads: handlers read in straight lines and may await. */
public final class HttpServer extends VerticleBase {
  /** Largest request body, in bytes. */
  public static final int MAX_BODY_BYTES = 2 * 1024 * 1024;

  /** Longest idle time of a connection without a stream, in seconds; streams send heartbeats. */
  static final int IDLE_TIMEOUT_SECONDS = 120;

  /** Longest time that a connection may take until its first request is there, in seconds. */
  static final int FIRST_REQUEST_SECONDS = 30;

  /**
   * Time until the body of a request must come at the least rate that is waited for, in seconds.
   */
  static final int BODY_SECONDS = 60;

  /** Largest request head, in bytes. */
  static final int MAX_HEADER_BYTES = 16 * 1024;

  /**
   * Longest first line of a request, in bytes: a filter of a thousand letters, each of which has up
   * to nine in an address, and more, so that what is too long is told by its name.
   */
  static final int MAX_ADDRESS_BYTES = 16 * 1024;

  /**
   * Nothing inline, nothing from elsewhere, no text turned into markup except by Svelte's own
   * templates, which hold no words of people.
   */
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'; frame-src 'self'; require-trusted-types-for"
          + " 'script'; trusted-types svelte-trusted-html caucus-worker";

  /**
   * What a server is made of.
   *
   * @param pages pages outside the contract
   * @param gate what every request passes
   */
  public record Parts(
      String host,
      int port,
      URI baseUrl,
      OpenAPIContract contract,
      Callers callers,
      WorkspaceAccess doors,
      InstantSource clock,
      List<Routes> routes,
      Health health,
      List<Pages> pages,
      Gate gate) {}

  /** What every request passes and every answer leaves by, the same on every instance. */
  public record Gate(
      TrustedProxies proxies,
      RateLimiter pace,
      CostlyRequestLimiter heavy,
      CompressionCache press,
      SecurityLog security,
      UnaryOperator<String> kept) {}

  /** What no page here uses, no script that got in may use. */
  private static final String PERMISSIONS =
      Stream.of(
              "accelerometer",
              "autoplay",
              "browsing-topics",
              "camera",
              "display-capture",
              "geolocation",
              "gyroscope",
              "hid",
              "idle-detection",
              "local-fonts",
              "magnetometer",
              "microphone",
              "midi",
              "payment",
              "screen-wake-lock",
              "serial",
              "usb",
              "xr-spatial-tracking")
          .map(feature -> feature + "=()")
          .collect(Collectors.joining(", "));

  /**
   * What is too short for the {@link CompressionCache} is compressed here; quickly, and a tenth
   * larger.
   */
  private static final int QUICKEST = 1;

  /** As {@code Date} is written: RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Parts parts;

  /** A server; it listens when deployed. */
  public HttpServer(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(parts.host())
            .setPort(parts.port())
            .setCompressionSupported(true)
            .setCompressionLevel(QUICKEST)
            .setIdleTimeout(IDLE_TIMEOUT_SECONDS)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxInitialLineLength(MAX_ADDRESS_BYTES)
            // ends at the proxy in front; and while it may be that, nobody is told of a connection
            .setHttp2ClearTextEnabled(false);
    SlowClientTimeout patience =
        new SlowClientTimeout(
            vertx,
            TimeUnit.SECONDS.toMillis(FIRST_REQUEST_SECONDS),
            TimeUnit.SECONDS.toMillis(IDLE_TIMEOUT_SECONDS),
            TimeUnit.SECONDS.toMillis(BODY_SECONDS));
    return vertx
        .createHttpServer(options)
        .connectionHandler(patience::opened)
        .requestHandler(router(patience))
        .invalidRequestHandler(Problems::unreadable)
        .listen();
  }

  private Router router(SlowClientTimeout patience) {
    Router router = Router.router(vertx);
    router.route().handler(patience);
    router.route().handler(this::headers);
    router.route().handler(new ContentLengthCheck());
    router.route().handler(new HostHeaderCheck());
    router.route().handler(this::count);
    router.get().handler(HttpServer::withoutForm);
    router.head().handler(HttpServer::withoutForm);
    router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
    router.route().handler(new JsonBodyLimits());
    router.route().handler(new StrictJson());
    router
        .get("/robots.txt")
        .handler(
            ctx ->
                ctx.response()
                    .putHeader("content-type", "text/plain")
                    .end("User-agent: *\nDisallow: /\n"));
    router.get("/plain.css").handler(PlainPage::css);
    router.get("/health").handler(parts.health()::answer);
    router.get("/health/connection").handler(new ConnectionCheck(parts.gate().proxies())::answer);
    parts.pages().stream().filter(Pages::isProof).forEach(p -> p.mount(router));
    String cookieName = RequestAuthenticator.cookieName(parts.baseUrl());
    router.route().handler(new CsrfGuard(parts.baseUrl(), cookieName));
    parts.pages().stream().filter(p -> !p.isProof()).forEach(p -> p.mount(router));
    RequestAuthenticator callerOf =
        new RequestAuthenticator(parts.callers(), cookieName, parts.gate());
    router.route("/api/*").handler(callerOf::ask);
    router.route("/*").subRouter(Contract.router(vertx, parts, callerOf));
    router.route("/api/*").handler(ctx -> ctx.fail(404));
    WebApp.mount(router);
    RefusalLog refusals = new RefusalLog(parts.gate());
    router
        .route()
        .failureHandler(
            ctx -> {
              refusals.note(ctx, ctx.failure());
              Problems.answer(ctx);
            });
    return router;
  }

  /** The body handler below would take a form without a body for a fault of its own. */
  private static void withoutForm(RoutingContext ctx) {
    String type = ctx.request().getHeader("content-type");
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
    if (lower.startsWith("application/x-www-form-urlencoded")
        || lower.startsWith("multipart/form-data")) {
      ctx.fail(Refusal.invalid("content-type", Message.of("reading-a-page-takes-no-form")));
    } else {
      ctx.next();
    }
  }

  private void headers(RoutingContext ctx) {
    var response = ctx.response();
    response
        // a browser whose clock is wrong goes by ours
        .putHeader("date", HTTP_DATE.format(parts.clock().instant()))
        .putHeader("content-security-policy", CSP)
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("referrer-policy", "no-referrer")
        .putHeader("x-robots-tag", "noindex, nofollow, noarchive")
        .putHeader("cache-control", "no-store")
        .putHeader("vary", "accept-encoding")
        .putHeader("cross-origin-opener-policy", "same-origin")
        .putHeader("cross-origin-resource-policy", "same-origin")
        .putHeader("permissions-policy", PERMISSIONS);
    if ("https".equals(parts.baseUrl().getScheme())) {
      response.putHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
    }
    ctx.next();
  }

  private void count(RoutingContext ctx) {
    try {
      parts.gate().pace().ofPeer(parts.gate().proxies().peer(ctx.request()));
      ctx.next();
    } catch (RateLimited e) {
      ctx.fail(e);
    }
  }
}
