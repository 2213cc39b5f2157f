package org.caucus.app.wiring;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.messaging.delivery.DeliveryCounts;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.messaging.delivery.QueuedLetter;
import org.caucus.messaging.inbound.pipeline.RefusalCounts;
import org.caucus.platform.observability.Gauges;

/**
 * Numbers of the mail that leaves and of what is refused. No address, no domain and no workspace is
 * in them. The queue is read for them at most twice a minute, and takes at most a hundredth of the
 * time.
 */
final class MailNumbers {
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int SHARE = 100;

  private final MailQueue queue;
  private final AtomicReference<Survey> last = new AtomicReference<>();

  /** What is in a queue. */
  private record Held(Map<QueuedLetter.State, Long> letters, Instant oldest) {
    static Held of(MailQueue queue, Instant now) {
      Map<QueuedLetter.State, Long> letters = new EnumMap<>(QueuedLetter.State.class);
      Instant[] oldest = {Instant.MAX};
      queue
          .letters()
          .forEach(
              letter -> {
                letters.merge(letter.state(), 1L, Long::sum);
                if (isLate(letter, now) && letter.put().isBefore(oldest[0])) {
                  oldest[0] = letter.put();
                }
              });
      return new Held(letters, oldest[0]);
    }

    /** Not held, and not one that waits for its hour. */
    private static boolean isLate(QueuedLetter letter, Instant now) {
      return letter.state() != QueuedLetter.State.HELD
          && (letter.attempts() > 0 || !letter.next().isAfter(now));
    }

    long in(QueuedLetter.State state) {
      return letters.getOrDefault(state, 0L);
    }

    long age(Instant now) {
      return oldest.equals(Instant.MAX)
          ? 0
          : Math.max(0, Duration.between(oldest, now).toSeconds());
    }
  }

  /** One reading of the queue, under way or done. */
  private static final class Survey {
    final Promise<Held> held = Promise.promise();
    final long began = System.nanoTime();
    volatile long next = Long.MAX_VALUE;

    boolean isOld() {
      return held.future().isComplete() && System.nanoTime() - began > next;
    }

    void read(MailQueue queue) {
      try {
        held.complete(Held.of(queue, Instant.now()));
      } catch (RuntimeException e) { // a database that is away; asked again in its time
        held.fail(e);
      } finally {
        next = Math.max(KEPT.toNanos(), SHARE * (System.nanoTime() - began));
      }
    }
  }

  MailNumbers(MailQueue queue) {
    this.queue = queue;
  }

  /** Those of the queue, of what this process sent, and of what it refused. */
  void in(Gauges gauges, DeliveryCounts sent, RefusalCounts refused) {
    for (QueuedLetter.State state : QueuedLetter.State.values()) {
      gauges.count(
          "caucus.mail.queue.letters",
          "Letters not sent yet, one for each recipient: waiting for their turn or hour, deferred"
              + " after a try in vain, held by an operator, sending",
          "state",
          name(state),
          () -> survey().map(held -> held.in(state)));
    }
    gauges.count(
        "caucus.mail.queue.oldest.seconds",
        "Age of the oldest letter that should have left: not held, and not waiting for its hour",
        () -> survey().map(held -> held.age(Instant.now())));
    for (DeliveryCounts.Result result : DeliveryCounts.Result.values()) {
      gauges.total(
          "caucus.mail.deliveries",
          "Tries to send a letter to the next host, by what became of them: sent, deferred, bounced"
              + " (refused for good), expired (given up after days), withheld (its recipient may not"
              + " read it any more, or has it)",
          "result",
          name(result),
          () -> sent.of(result));
    }
    for (String step : refused.steps()) {
      gauges.total(
          "caucus.mail.refused",
          "Letters that came in and were refused to their senders, by the step that refused them",
          "step",
          step,
          () -> refused.by(step));
    }
  }

  private static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  /** The last reading; a new one begins when it is old. */
  private Future<Held> survey() {
    Survey before = last.get();
    if (before != null && !before.isOld()) {
      return before.held.future();
    }
    Survey now = new Survey();
    if (last.compareAndSet(before, now)) {
      Thread.ofVirtual().name("mail-numbers").start(() -> now.read(queue));
    }
    return before == null ? now.held.future() : before.held.future();
  }
}
