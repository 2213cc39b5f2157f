package org.caucus.views.stream;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings out what WebKit keeps back. From 2025 on, until its bug 322545 was mended in August 2026,
 * what {@code fetch} receives while a page is busy with what came just before is handed on with
 * what comes next: a change would be seen at the next heartbeat. So a few bytes come next. To be
 * used on the event loop of its connection.
 */
final class Nudge {
  /** A comment (WHATWG HTML, section 9.2.5) that ends no event. */
  static final Buffer BYTES = Buffer.buffer(":\n");

  /**
   * Milliseconds of quiet after which one is sent: soon, and once more, as on a bad line the first
   * arrives together with what it is to bring out.
   */
  static final List<Long> AFTER_MILLIS = List.of(100L, 1_000L);

  private final EventLoop loop;
  private final Runnable send;
  private final List<ScheduledFuture<?>> due = new ArrayList<>();

  /**
   * @param send called on the loop
   */
  Nudge(EventLoop loop, Runnable send) {
    this.loop = loop;
    this.send = send;
  }

  /**
   * Whether a browser is built on WebKit, by what it calls itself. Its versions before, with and
   * after the bug call themselves the same. Chrome names WebKit, too, but on iOS, where it is one.
   */
  static boolean isFor(@Nullable String userAgent) {
    return userAgent != null
        && userAgent.contains("AppleWebKit/")
        && !userAgent.contains("Chrome/")
        && !userAgent.contains("Chromium/");
  }

  /** Something was sent. */
  void sent() {
    stop();
    for (long millis : AFTER_MILLIS) {
      due.add(loop.schedule(send, millis, TimeUnit.MILLISECONDS));
    }
  }

  /** Nothing more is to be sent. */
  void stop() {
    due.forEach(one -> one.cancel(false));
    due.clear();
  }
}
