package org.caucus.http.gate;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How long a connection may take to ask. The idle limit begins anew with every octet, so whoever
 * sends one a minute would hold a connection for ever, and ten thousand of them every file handle
 * there is. While something is asked and answered no time is counted: streams last.
 */
public final class Patience implements Handler<RoutingContext> {
  private final Vertx vertx;
  private final long firstMillis;
  private final long nextMillis;
  private final ConcurrentMap<HttpConnection, Long> timers = new ConcurrentHashMap<>();

  /**
   * @param firstMillis until the first request is there, whole but for its body
   * @param nextMillis until the next one is, after an answer
   */
  public Patience(Vertx vertx, long firstMillis, long nextMillis) {
    this.vertx = vertx;
    this.firstMillis = firstMillis;
    this.nextMillis = nextMillis;
  }

  /** A connection was opened. */
  public void opened(HttpConnection connection) {
    connection.closeHandler(v -> stop(connection));
    begin(connection, firstMillis);
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpConnection connection = ctx.request().connection();
    stop(connection);
    ctx.addEndHandler(v -> begin(connection, nextMillis));
    ctx.next();
  }

  private void begin(HttpConnection connection, long millis) {
    stop(connection);
    timers.put(connection, vertx.setTimer(millis, t -> connection.close()));
  }

  private void stop(HttpConnection connection) {
    Long timer = timers.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  /** Connections that are waited for. */
  int waiting() {
    return timers.size();
  }
}
