package org.caucus.http.filters;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * How long a connection may take to ask. The idle limit begins anew with every octet, so anyone who
 * sends one a minute would hold a connection for ever, and ten thousand of them every file handle
 * there is. The body of a request may take as long as it comes at a rate that the slowest line has.
 * While something is answered no time is counted: streams last.
 */
public final class SlowClientTimeout implements Handler<RoutingContext> {
  /** Octets of a body in a second, at least: a bad line has twenty times as many. */
  private static final long LEAST_RATE = 500;

  private final Vertx vertx;
  private final long firstMillis;
  private final long nextMillis;
  private final long bodyMillis;
  private final ConcurrentMap<HttpConnection, Long> timers = new ConcurrentHashMap<>();

  /**
   * @param firstMillis until the first request is there, whole but for its body
   * @param nextMillis until the next one is, after an answer
   * @param bodyMillis until a body must come at {@link #LEAST_RATE}, from when it began on
   */
  public SlowClientTimeout(Vertx vertx, long firstMillis, long nextMillis, long bodyMillis) {
    this.bodyMillis = bodyMillis;
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
    HttpServerRequest request = ctx.request();
    HttpConnection connection = request.connection();
    stop(connection);
    if (request.getHeader("content-length") != null && !request.isEnded()) {
      look(request, System.nanoTime(), bodyMillis);
      // what was answered already has the time for the next one instead
      request.end().onSuccess(v -> unless(request.response().ended(), connection));
    }
    ctx.addEndHandler(v -> begin(connection, nextMillis));
    ctx.next();
  }

  private void unless(boolean answered, HttpConnection connection) {
    if (!answered) {
      stop(connection);
    }
  }

  private void begin(HttpConnection connection, long millis) {
    again(connection, millis, connection::close);
  }

  /** Looks after this time whether the body has come as it should. */
  private void look(HttpServerRequest request, long startNanos, long millis) {
    HttpConnection connection = request.connection();
    again(
        connection,
        millis,
        () -> {
          long allowed = bodyMillis + request.bytesRead() * 1_000 / LEAST_RATE;
          long left = allowed - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
          if (left > 0) {
            look(request, startNanos, left);
          } else {
            connection.close();
          }
        });
  }

  private void again(HttpConnection connection, long millis, Runnable then) {
    stop(connection);
    timers.put(connection, vertx.setTimer(millis, t -> then.run()));
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
