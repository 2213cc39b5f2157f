package org.caucus.views.stream;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import org.caucus.http.Caller;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;

/** One open stream. Only the event loop of its {@link SseConnection} touches it. */
final class StreamSubscriber {
  final WorkspaceId workspace;
  final SeatId seat;
  final SseConnection line;
  private final Caller caller;

  /** Whether it was seen that the person who watches lets nothing but a passkey in. */
  private final boolean passkey;

  /** How many commits of the workspace it has been shown or kept from. */
  private int reached;

  private boolean over;

  /** Heartbeats since its connection last took bytes. */
  private int stuck;

  /**
   * @param passkey whether it was seen that the person who watches lets nothing but a passkey in
   * @param reached commits that its browser knows of
   */
  StreamSubscriber(
      WorkspaceId workspace,
      SeatId seat,
      Caller caller,
      boolean passkey,
      SseConnection line,
      int reached) {
    this.passkey = passkey;
    this.workspace = workspace;
    this.seat = seat;
    this.caller = caller;
    this.line = line;
    this.reached = reached;
  }

  /** Marks it as gone for good; false if it was already. */
  boolean leave() {
    boolean first = !over;
    over = true;
    return first;
  }

  /** Whether it is gone for good. */
  boolean over() {
    return over;
  }

  /** Whether it is of this session, token or person. */
  boolean isOf(String id) {
    return id.equals(caller.ends()) || id.equals(caller.person());
  }

  /** The session or the token it was opened with. */
  String session() {
    return caller.ends();
  }

  /**
   * Whether it must come in again: more is asked for than when it did. Who meets it is back within
   * a moment and goes on from where they were.
   */
  boolean mustComeAgain(RenderedState now) {
    return now.passkeys() && !passkey;
  }

  /** Whether what it was opened with has run out. */
  boolean expired(Instant now) {
    return !now.isBefore(caller.until());
  }

  /**
   * Reads on as far as its connection takes it: true if to the end. It is for the caller to see
   * that the seat reads here at all.
   */
  boolean readOn(RenderedState now, RenderedState.Shown shown) {
    boolean wrote = false;
    while (reached < now.size() && line.ready()) {
      SseFrame chunk = shown.commit(reached);
      if (chunk != null) {
        now.keyOf(reached, seat).ifPresent(key -> line.write(SseFrame.key(key)));
        line.write(chunk);
        wrote = true;
        if (now.rings(reached, seat)) {
          line.write(SseFrame.BELL);
        }
        line.handOnIfFull();
      }
      reached++;
    }
    if (wrote) {
      line.flush();
    }
    return reached >= now.size();
  }

  /** Says that something of its seat's own changed; a slow line asks when it is back. */
  void tell(SseFrame what) {
    if (!over && line.ready()) {
      line.write(what);
      line.flush();
    }
  }

  /** Sends a heartbeat; false if the connection has taken nothing for too long. */
  boolean beat(Buffer heartbeat, int mostStuck) {
    if (line.ready()) {
      stuck = 0;
      line.write(heartbeat);
      return true;
    }
    stuck++;
    return stuck < mostStuck;
  }
}
