package org.caucus.platform.observability;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The operator's port, on loopback: {@code GET /metrics}, {@code /health}, {@code /ready} and
 * {@code /loop/TOKEN}, whether a test letter came back. It has no sign-in, so it is never opened to
 * a network; a collector elsewhere comes through a tunnel or an agent on this machine.
 */
public final class MetricsServer extends VerticleBase {
  /** Prometheus text format 0.0.4. */
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  /** Before the token of a test letter. */
  private static final String LOOP = "/loop/";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int IDLE_TIMEOUT_SECONDS = 60;

  private final int port;
  private final PrometheusMeterRegistry registry;
  private final Gauges gauges;
  private final Readiness readiness;
  private final Supplier<List<String>> unloadable;
  private final Predicate<String> arrived;

  /**
   * Deploy it on virtual threads.
   *
   * @param unloadable a sentence of each workspace that cannot be loaded
   * @param arrived whether the test letter with this token came back
   */
  public MetricsServer(
      int port,
      PrometheusMeterRegistry registry,
      Gauges gauges,
      Readiness readiness,
      Supplier<List<String>> unloadable,
      Predicate<String> arrived) {
    this.port = port;
    this.registry = registry;
    this.gauges = gauges;
    this.readiness = readiness;
    this.unloadable = unloadable;
    this.arrived = arrived;
  }

  @Override
  public Future<HttpServer> start() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(LOOPBACK)
            .setPort(port)
            .setIdleTimeout(IDLE_TIMEOUT_SECONDS);
    return vertx.createHttpServer(options).requestHandler(this::answer).listen();
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    if (!HttpMethod.GET.equals(request.method())) {
      response.setStatusCode(405).putHeader("allow", "GET").end();
      return;
    }
    String path = String.valueOf(request.path());
    if (path.startsWith(LOOP)) {
      boolean here = arrived.test(path.substring(LOOP.length()));
      say(response, here ? 200 : 404, new JsonObject().put("arrived", here));
      return;
    }
    switch (path) {
      case "/metrics" -> metrics(response);
      case "/health" -> {
        var reasons = new JsonArray(unloadable.get());
        say(response, 200, new JsonObject().put("status", "alive").put("reasons", reasons));
      }
      case "/ready" -> {
        Readiness.Report report = readiness.look();
        say(response, report.ready() ? 200 : 503, report.json());
      }
      default ->
          say(
              response,
              404,
              new JsonObject().put("reason", "there are /metrics, /health and /ready"));
    }
  }

  private void metrics(HttpServerResponse response) {
    gauges.refresh();
    response.putHeader("content-type", TEXT).end(registry.scrape());
  }

  private static void say(HttpServerResponse response, int status, JsonObject body) {
    response
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body.encodePrettily() + "\n");
  }
}
