package org.caucus.operator.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.messaging.delivery.MailQueue.Act;
import org.caucus.messaging.delivery.QueuedLetter;
import org.caucus.messaging.distribution.PurgedMail;
import org.caucus.operator.cli.OperatorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to letters of the queue, from the shell and in the browser alike. Blocks. */
public final class QueueWork {
  /** Longest reason of a purge, in characters. */
  public static final int REASON_CHARS = 500;

  /** How long is waited for letters that a server has in hand. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(QueueWork.class);

  /**
   * What came of it.
   *
   * @param told senders of purged letters who get the reason
   * @param untold those who could not be told
   */
  public record Done(MailQueue.Changes changes, long told, int untold) {}

  /**
   * The letters to one domain.
   *
   * @param name of the domain; empty while it is not known
   */
  public record Destination(
      String name,
      long letters,
      long waiting,
      long deferred,
      long held,
      long sending,
      @Nullable Instant oldest) {
    private static Destination of(QueueSurvey.Sum sum) {
      return new Destination(
          sum.name,
          sum.letters,
          sum.in(QueuedLetter.State.WAITING),
          sum.in(QueuedLetter.State.DEFERRED),
          sum.in(QueuedLetter.State.HELD),
          sum.in(QueuedLetter.State.SENDING),
          sum.oldest);
    }
  }

  private QueueWork() {}

  /** All letters by their destination, most letters first. */
  public static List<Destination> destinations(OperatorContext desk) {
    QueueSurvey survey = new QueueSurvey(0);
    desk.queue().letters().forEach(survey::add);
    return survey.destinations().stream().map(Destination::of).toList();
  }

  /** Whether it is a reason that senders can be told: something, in one line. */
  public static boolean isReason(String text) {
    return !text.isBlank()
        && text.length() <= REASON_CHARS
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** Does it to those letters in all queues. */
  public static Done everywhere(
      OperatorContext desk, Predicate<QueuedLetter> letters, Act act, String reason) {
    Instant now = Instant.now();
    return done(desk, letters, act, reason, now, queue -> queue.change(letters, act, now));
  }

  /** Does it to those letters in these parcels. */
  static Done in(
      OperatorContext desk,
      Collection<String> parcels,
      Predicate<QueuedLetter> letters,
      Act act,
      String reason) {
    Instant now = Instant.now();
    return done(desk, letters, act, reason, now, queue -> queue.change(parcels, letters, act, now));
  }

  private static Done done(
      OperatorContext desk,
      Predicate<QueuedLetter> letters,
      Act act,
      String reason,
      Instant now,
      Function<MailQueue, MailQueue.Changes> first) {
    MailQueue queue = desk.queue();
    if (act == Act.RETRY) {
      queue.retried(); // before, too: a host that is not asked yet would put the letters off again
    }
    MailQueue.Changes all = queue.patiently(first.apply(queue), letters, act, PATIENCE, now);
    LOG.info(
        "an operator's {} in the mail queue: {} letters, {} being sent, {} unfit",
        act,
        all.done(),
        all.sending(),
        all.unfit());
    if (act == Act.RETRY && all.done() > 0) {
      queue.retried();
    }
    return told(all, reason, desk);
  }

  /** What is purged is purged, whether or not its sender can be told. */
  private static Done told(MailQueue.Changes all, String reason, OperatorContext desk) {
    long told = 0;
    List<MailQueue.Purged> untold = new ArrayList<>();
    for (MailQueue.Purged purged : distinct(all.purged())) {
      try {
        List<DeliveryBatch> letters =
            PurgedMail.parcels(desk.floor().get(), List.of(purged), reason, Instant.now());
        letters.forEach(desk.queue()::put);
        told += letters.size();
      } catch (RuntimeException e) {
        LOG.warn("the sender of a purged letter is not told: {}", e.getClass().getName());
        untold.add(purged);
      }
    }
    if (!all.purged().isEmpty()) {
      desk.queue().retried();
    }
    return new Done(all, told, untold.size());
  }

  /** Of the parcels of one message one. */
  private static List<MailQueue.Purged> distinct(List<MailQueue.Purged> purged) {
    Set<List<Object>> seen = new LinkedHashSet<>();
    return purged.stream()
        .filter(
            p ->
                p.workspace() != null
                    && seen.add(List.of(p.workspace(), p.kind(), p.payload().encode())))
        .toList();
  }
}
