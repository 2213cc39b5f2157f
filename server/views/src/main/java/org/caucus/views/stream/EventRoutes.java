package org.caucus.views.stream;

import io.vertx.core.http.HttpServerRequest;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;

/** {@code /events}: the stream of a workspace, from a position on. */
public final class EventRoutes implements Routes {
  private final StreamSubscribers watchers;

  /** Routes to these watchers. */
  public EventRoutes(StreamSubscribers watchers) {
    this.watchers = watchers;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("streamEvents", this::follow);
  }

  private ApiResponse follow(ApiRequest call) {
    String after = call.header("Last-Event-ID").or(() -> call.query("after")).orElse(null);
    HttpServerRequest request = call.routing().request();
    request
        .response()
        .setChunked(true)
        .putHeader("content-type", "text/event-stream")
        // compressing would hold frames back until a block is full
        .putHeader("content-encoding", "identity")
        .putHeader("x-accel-buffering", "no");
    watchers.open(call.workspace(), call.seat(), call.caller(), request, after);
    return ApiResponse.STREAMING;
  }
}
