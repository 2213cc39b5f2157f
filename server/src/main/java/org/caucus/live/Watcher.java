package org.caucus.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.caucus.command.SeatId;
import org.caucus.log.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** One open stream. Only the event loop of {@link Watchers} touches it. */
final class Watcher {
  final WorkspaceId workspace;
  final SeatId seat;
  final @Nullable String session;
  private final HttpServerResponse response;

  /** How many commits of the workspace it has been shown or kept from. */
  int reached;

  /** Heartbeats since its connection last took bytes. */
  private int stuck;

  Watcher(
      WorkspaceId workspace,
      SeatId seat,
      @Nullable String session,
      HttpServerResponse response,
      int reached) {
    this.workspace = workspace;
    this.seat = seat;
    this.session = session;
    this.response = response;
    this.reached = reached;
  }

  /** Whether its connection takes more; if not, {@link #onDrain} will tell. */
  boolean ready() {
    return !response.writeQueueFull();
  }

  void write(Buffer bytes) {
    response.write(bytes);
  }

  void onDrain(Runnable then) {
    response.drainHandler(v -> then.run());
  }

  /** Sends a heartbeat; false if the connection has taken nothing for too long. */
  boolean beat(Buffer heartbeat, int mostStuck) {
    if (ready()) {
      stuck = 0;
      write(heartbeat);
      return true;
    }
    stuck++;
    return stuck < mostStuck;
  }

  void close() {
    if (!response.ended()) {
      response.end();
    }
  }
}
