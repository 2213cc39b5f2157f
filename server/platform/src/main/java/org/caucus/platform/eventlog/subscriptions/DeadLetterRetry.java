package org.caucus.platform.eventlog.subscriptions;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.caucus.platform.eventlog.SealedCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries dead letters again when the operator asks. Beside the lanes, out of the order of the log:
 * effects have deterministic ids, so late and twice are as good as in turn and once.
 */
final class DeadLetterRetry {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRetry.class);

  /** Taken up again by the next node that looks, if the node that took it dies. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final int BATCH = 100;

  private final Subscriptions.Parts parts;
  private final Map<String, Subscription> followers;

  DeadLetterRetry(Subscriptions.Parts parts, Map<String, Subscription> followers) {
    this.parts = parts;
    this.followers = followers;
  }

  /** Looks until the followers stop. */
  void start() {
    Thread.ofVirtual().name("followers-redrive").start(this::watch);
  }

  private void watch() {
    try {
      long poll = parts.retry().longest().toMillis();
      while (!parts.stopped().await(poll, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      LOG.debug("nobody interrupts this thread; if somebody does, it ends");
    }
  }

  private void look() {
    try {
      for (var waiting : parts.deadLetters().waiting(now(), BATCH).await()) {
        if (parts.deadLetters().claim(waiting, now() + LEASE.toMillis()).await()) {
          take(waiting);
        }
      }
    } catch (Exception e) { // nobody would look any more
      LOG.warn("dead letters cannot be tried for now: {}", e.getClass().getSimpleName());
    }
  }

  private void take(SealedCollection.Entry waiting) {
    var letter = DeadLetters.letter(waiting);
    Subscription follower = followers.get(letter.follower());
    if (follower == null) {
      giveUp(letter, "no follower of that name");
      return;
    }
    try {
      var page = parts.log().read(letter.workspace(), letter.sequence() - 1, 1).await();
      follower.handle(letter.workspace(), page.getFirst());
      parts.deadLetters().remove(letter).await();
      LOG.info(
          "follower {} handled record {} of {} after all",
          letter.follower(),
          letter.sequence(),
          letter.workspace());
    } catch (Exception | Error e) { // a handler may throw anything; all of it is told and kept
      giveUp(letter, e.getClass().getName());
    }
  }

  private void giveUp(DeadLetters.DeadLetter letter, String cause) {
    var again =
        new DeadLetters.DeadLetter(letter.follower(), letter.workspace(), letter.sequence(), cause);
    parts.deadLetters().giveUpAgain(again).await();
    parts.listener().dead(again);
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
