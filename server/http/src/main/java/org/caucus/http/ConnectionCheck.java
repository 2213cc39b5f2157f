package org.caucus.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.caucus.http.filters.TrustedProxies;

/**
 * {@code GET /health/connection}: an event stream that shows its caller how requests come here. The
 * first event has the address that limits count it by; two more follow, {@value #PAUSE_MS} ms
 * apart, so that a proxy that collects answers before it passes them on is found.
 */
final class ConnectionCheck {
  /** Between events. */
  static final int PAUSE_MS = 400;

  /** Events in all. */
  private static final int EVENTS = 3;

  /** Streams at once on this instance; more are asked to come again. */
  private static final int AT_ONCE = 20;

  private final TrustedProxies proxies;
  private final AtomicInteger open = new AtomicInteger();

  ConnectionCheck(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  void answer(RoutingContext ctx) {
    if (open.incrementAndGet() > AT_ONCE) {
      open.decrementAndGet();
      ctx.response().setStatusCode(503).putHeader("retry-after", "5").end();
      return;
    }
    ctx.addEndHandler(ended -> open.decrementAndGet());
    HttpServerResponse response =
        ctx.response()
            .setChunked(true)
            .putHeader("content-type", "text/event-stream")
            .putHeader("cache-control", "no-store")
            .putHeader("x-accel-buffering", "no"); // as the stream of a workspace has it
    next(ctx, response, 1);
  }

  private void next(RoutingContext ctx, HttpServerResponse response, int number) {
    if (response.closed() || response.ended()) {
      return;
    }
    JsonObject event = new JsonObject().put("event", number);
    if (number == 1) {
      event.put("address", proxies.peer(ctx.request()));
    }
    response.write("data: " + event.encode() + "\n\n");
    if (number == EVENTS) {
      response.end();
    } else {
      ctx.vertx().setTimer(PAUSE_MS, timer -> next(ctx, response, number + 1));
    }
  }
}
