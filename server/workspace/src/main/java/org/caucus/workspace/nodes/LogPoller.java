package org.caucus.workspace.nodes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.caucus.workspace.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where nodes are many, bells get lost: a connection breaks, the bus is split. So each node asks
 * the log itself, for every workspace it had in memory, every {@link #PERIOD}. One read of {@code
 * _id}s for all of them; the bell is what makes it quick, this is what makes it certain, and within
 * the second in which a stream must end when its seat has.
 */
public final class LogPoller implements AutoCloseable {
  /** Time between two rounds: how long a node may be behind while it hears no bell. */
  public static final Duration PERIOD = Duration.ofMillis(500);

  /**
   * What is known is shown for so long after the last round that the log answered: some rounds, for
   * one may be slow. A node that slept asks first, and shows nobody what they may not read since.
   */
  static final Duration BELIEF = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(LogPoller.class);

  private final Rooms rooms;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Rounds of these rooms, until it is closed. */
  public LogPoller(Rooms rooms) {
    this.rooms = rooms;
    rooms.believeFor(BELIEF);
    Thread.ofVirtual().name("rooms-rounds").start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        round();
      }
    } catch (InterruptedException e) {
      LOG.error("nobody asks the log any more, which only bells make good");
    }
  }

  private void round() {
    try {
      rooms.askLog();
    } catch (Exception | Error e) { // whatever it is, the next round is due
      LOG.warn("the log could not be asked for news: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
