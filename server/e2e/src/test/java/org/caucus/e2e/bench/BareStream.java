package org.caucus.e2e.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The least that fan-out costs with Vert.x: what is posted goes to every open stream as it is, on
 * one event loop, with nothing kept and nobody asked. What Caucus is measured beside.
 */
final class BareStream {
  private final Set<HttpServerResponse> streams = new LinkedHashSet<>();

  private BareStream() {}

  /** Serves on the port given. */
  public static void main(String[] args) {
    var bare = new BareStream();
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    vertx
        .createHttpServer()
        .requestHandler(bare::answer)
        .listen(Integer.parseInt(args[0]), "127.0.0.1")
        .await();
  }

  private void answer(HttpServerRequest request) {
    if (HttpMethod.POST.equals(request.method())) {
      request.body().onSuccess(body -> publish(body, request.response()));
      return;
    }
    HttpServerResponse stream = request.response();
    stream.setChunked(true).putHeader("content-type", "text/event-stream");
    stream.write(":\n\n");
    stream.closeHandler(gone -> streams.remove(stream));
    streams.add(stream);
  }

  private void publish(Buffer body, HttpServerResponse answer) {
    Buffer frame = Buffer.buffer("data: ").appendBuffer(body).appendString("\n\n");
    streams.forEach(stream -> stream.write(frame.copy()));
    answer.end();
  }
}
