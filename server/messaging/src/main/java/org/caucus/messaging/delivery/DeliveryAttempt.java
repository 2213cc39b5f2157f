package org.caucus.messaging.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.caucus.mail.dsn.BounceReason;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.RecipientOutcome;
import org.caucus.mail.smtp.client.SmtpUnreachable;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.store.DatabaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass over one parcel. Two virtual threads: one sends, the other writes down what became of
 * it, at the end and every {@link #CHECKPOINT} before, so that a slow smarthost does not outlast
 * the claim.
 */
final class DeliveryAttempt {
  /** Results are written, and the claim renewed, at least so often; well within the lease. */
  static final Duration CHECKPOINT = Duration.ofSeconds(20);

  /** How long what a composer looked up for all is used; see {@link Composer#letters}. */
  static final Duration LOOKED_UP = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempt.class);

  /** Reply codes for what no host said: RFC 5321 section 4.2.3. */
  private static final int LOCAL_ERROR = 451;

  private static final Duration RETRY_WRITE = Duration.ofSeconds(1);

  private final DeliveryWorker.Parts parts;
  private final Smarthost host;
  private final @Nullable Set<Integer> only;
  private final Map<Smarthost, Set<Integer>> others = new LinkedHashMap<>();
  private volatile boolean stopped;
  private volatile boolean givesWay;
  private volatile DeliveryBatch parcel;
  private Composer.@Nullable Batch letters; // the sending thread's own, as is their age
  private long lettersSince;

  /**
   * @param only the recipients whose letters leave by this host, as far as is known; null for all
   *     that are due
   */
  private DeliveryAttempt(
      DeliveryWorker.Parts parts,
      DeliveryBatch parcel,
      Smarthost host,
      @Nullable Set<Integer> only) {
    this.parts = parts;
    this.parcel = parcel;
    this.host = host;
    this.only = only;
  }

  /**
   * Claims, sends and writes down.
   *
   * @return false if somebody else has it
   */
  static boolean pass(DeliveryWorker.Parts parts, SealedCollection.Entry entry) {
    var claim = parts.outbox().claim(entry, parts.clock().instant()).await();
    return pass(parts, claim, parts.hosts().usual(), null);
  }

  /** The same for those recipients of a parcel whose letters leave by another host. */
  static boolean pass(DeliveryWorker.Parts parts, RouteQueue.Task task, Smarthost host) {
    var claim = parts.outbox().claim(task.parcel(), parts.clock().instant()).await();
    return pass(parts, claim, host, task.recipients());
  }

  private static boolean pass(
      DeliveryWorker.Parts parts,
      Optional<Outbox.Claim> claim,
      Smarthost host,
      @Nullable Set<Integer> only) {
    if (claim.isEmpty()) {
      return false;
    }
    String id = claim.get().parcel().id();
    if (parts.outbox().isDone(id).await()) {
      parts.outbox().forget(id).await();
      return true;
    }
    new DeliveryAttempt(parts, claim.get().parcel(), host, only).carry(claim.get());
    return true;
  }

  /** The same for one that was claimed when it was put; anew, if that was long ago. */
  static boolean pass(DeliveryWorker.Parts parts, Outbox.Fresh fresh) {
    Instant now = parts.clock().instant();
    boolean holds = now.isBefore(fresh.since().plus(Outbox.LEASE.dividedBy(2)));
    Optional<Outbox.Claim> claim =
        holds ? Optional.of(fresh.claim()) : parts.outbox().hold(fresh.claim(), now).await();
    Smarthost usual = parts.hosts().usual();
    claim.ifPresent(mine -> new DeliveryAttempt(parts, mine.parcel(), usual, null).carry(mine));
    return claim.isPresent();
  }

  private void carry(Outbox.Claim claim) {
    DeliveryBatch before = parcel;
    Promise<Void> sending = Promise.promise();
    parts.threads().execute(() -> sendAll(claim, sending));
    writeDown(claim, sending.future());
    others.forEach(
        (other, indexes) ->
            parts
                .lanes()
                .take(
                    other, new RouteQueue.Task(before.id(), indexes, before.isUrgent(), givesWay)));
    tell(before);
  }

  private void writeDown(Outbox.Claim first, Future<Void> sending) {
    Optional<Outbox.Claim> claim = Optional.of(first);
    while (claim.isPresent() && !ended(sending)) {
      Outbox.Claim soFar = claim.get().with(parcel);
      claim = held(soFar);
    }
    if (claim.isEmpty()) {
      stopped = true; // somebody else has it now
      LOG.warn("parcel {} was claimed by another while it was being sent", parcel.id());
      sending.await();
      return;
    }
    settle(claim.get().with(parcel));
  }

  /** Waits for the end of sending, but not longer than a checkpoint. */
  private static boolean ended(Future<Void> sending) {
    try {
      sending.timeout(CHECKPOINT.toMillis(), TimeUnit.MILLISECONDS).await();
      return true;
    } catch (Exception e) {
      if (e instanceof TimeoutException) {
        return false;
      }
      throw e;
    }
  }

  private Optional<Outbox.Claim> held(Outbox.Claim claim) {
    try {
      return parts.outbox().hold(claim, now()).await();
    } catch (DatabaseException.Away e) {
      LOG.warn("parcel {} cannot be written down for now", parcel.id());
      return Optional.of(claim);
    }
  }

  /** What was sent must be known, or it is sent twice: as long as it takes, or until the end. */
  private void settle(Outbox.Claim claim) {
    while (true) {
      try {
        parts.outbox().settle(claim).await();
        return;
      } catch (DatabaseException.Away e) {
        LOG.warn("parcel {} cannot be written down yet", parcel.id());
        if (parts.stopping(RETRY_WRITE)) {
          return;
        }
      }
    }
  }

  private void sendAll(Outbox.Claim claim, Promise<Void> done) {
    try (Smarthost.Line line = host.line()) {
      long began = System.nanoTime();
      for (int i = 0; i < parcel.recipients().size() && maySend(claim); i++) {
        if (parcel.recipients().get(i).fate() instanceof DeliveryOutcome.Waiting w && isNow(i, w)) {
          givesWay |= only != null && areOthersDue();
          if (only != null && (givesWay || System.nanoTime() - began > CHECKPOINT.toNanos())) {
            handOver(host, i); // others may be waiting for this parcel
            continue;
          }
          send(line, i, w, () -> isOurs(claim));
        }
      }
    } catch (Exception | Error e) { // anyone who waits must hear of it, whatever it is
      done.fail(e);
    }
    done.tryComplete();
  }

  /** Asked before each letter leaves: a node that slept sends at most the one it was at. */
  private boolean maySend(Outbox.Claim claim) {
    return !parts.stopping() && isOurs(claim);
  }

  private boolean isOurs(Outbox.Claim claim) {
    return !stopped && parts.outbox().sure(claim);
  }

  /** Of whom this host takes nothing, as far as is known. */
  private boolean areOthersDue() {
    return IntStream.range(0, parcel.recipients().size())
        .filter(i -> only != null && !only.contains(i))
        .mapToObj(i -> parcel.recipients().get(i).fate())
        .anyMatch(
            fate ->
                fate instanceof DeliveryOutcome.Waiting w && !w.held() && !w.next().isAfter(now()));
  }

  private boolean isNow(int index, DeliveryOutcome.Waiting waiting) {
    return !waiting.held()
        && (only == null ? !waiting.next().isAfter(now()) : only.contains(index));
  }

  private void send(
      Smarthost.Line line, int index, DeliveryOutcome.Waiting waiting, BooleanSupplier wanted) {
    try {
      if (only != null && host.isResting()) {
        parcel = parcel.with(index, unreachable(index, waiting));
        return;
      }
      Optional<OutgoingMail> letter = compose(line, index);
      if (letter.isEmpty()) {
        parcel = parcel.with(index, withheld(index, waiting));
        return;
      }
      Smarthost own = parts.hosts().to(letter.get().to());
      if (own != host) {
        parcel = parcel.with(index, leaveTo(own, index, waiting));
        return;
      }
      OutgoingMail mail = letter.get();
      var returnPath = parts.verp().address(mail.mailbox(), parcel, index);
      line.send(
          returnPath,
          mail,
          wanted,
          outcome -> parcel = parcel.with(index, fate(outcome, mail, waiting)));
    } catch (SmtpUnreachable e) {
      LOG.warn("parcel {}: the host {} cannot be reached", parcel.id(), host);
      host.rest(parts.backoff().after(1));
      parcel = parcel.with(index, unreachable(index, waiting));
      postponeRest(index + 1);
    } catch (Exception | Error e) {
      // a composer may fail for any reason, also for want of stack or memory; nothing is lost by
      // trying again later, and those before it are not sent to twice
      LOG.warn("parcel {} recipient {}: {}", parcel.id(), index, e.getClass().getName());
      var unwritten = new DeliveryOutcome.LastTry(domain(index), 0, DeferralReason.NOT_WRITTEN);
      parcel = parcel.with(index, later(waiting, LOCAL_ERROR, "", unwritten));
    }
  }

  /**
   * A letter for another host is written anew when that has time for it: who may read it is asked
   * at the moment of sending. If this process ends before, it is looked at again then.
   */
  private DeliveryOutcome leaveTo(Smarthost own, int index, DeliveryOutcome.Waiting waiting) {
    boolean usual = own == parts.hosts().usual();
    if (!usual && own.isResting()) {
      return unreachable(index, waiting);
    }
    if (!usual) {
      handOver(own, index);
    }
    Instant next = usual ? now() : now().plus(RouteQueue.HANDED_OVER);
    return waiting.at(next);
  }

  private void handOver(Smarthost other, int index) {
    others.computeIfAbsent(other, o -> new LinkedHashSet<>()).add(index);
  }

  private Optional<OutgoingMail> compose(Smarthost.Line line, int index) {
    Composer.Batch known = letters;
    long now = System.nanoTime();
    if (known == null || now - lettersSince > LOOKED_UP.toNanos()) {
      Composer composer = parts.composers().get(parcel.kind());
      if (composer == null) {
        throw new IllegalStateException("no composer for kind " + parcel.kind());
      }
      line.hear(); // to look up takes long, and the letter before was written already
      known = composer.letters(parcel, dueFrom(index));
      letters = known;
      lettersSince = now;
    }
    return known.of(parcel.recipients().get(index).who());
  }

  /** Nothing leaves; where that may change yet, it is asked once more then. */
  private DeliveryOutcome withheld(int index, DeliveryOutcome.Waiting waiting) {
    Optional<Instant> back =
        Optional.ofNullable(letters)
            .flatMap(asked -> asked.mayComeBack(parcel.recipients().get(index).who()))
            .filter(until -> until.isAfter(now()));
    return back.isPresent()
        ? waiting.at(back.get())
        : new DeliveryOutcome.Withheld(now(), isOtherwise(index));
  }

  private boolean isOtherwise(int index) {
    Composer.Batch asked = letters;
    return asked != null && asked.isOtherwise(parcel.recipients().get(index).who());
  }

  /** Who is to be sent to in this pass, from this one on. */
  private List<String> dueFrom(int index) {
    return IntStream.range(index, parcel.recipients().size())
        .filter(
            i ->
                parcel.recipients().get(i).fate() instanceof DeliveryOutcome.Waiting w
                    && isNow(i, w))
        .mapToObj(i -> parcel.recipients().get(i).who())
        .toList();
  }

  /** One who cannot be reached is not asked again for each of the others. */
  private void postponeRest(int from) {
    for (int i = from; i < parcel.recipients().size(); i++) {
      if (parcel.recipients().get(i).fate() instanceof DeliveryOutcome.Waiting w && isNow(i, w)) {
        parcel = parcel.with(i, unreachable(i, w));
      }
    }
  }

  private DeliveryOutcome unreachable(int index, DeliveryOutcome.Waiting waiting) {
    var last = new DeliveryOutcome.LastTry(domain(index), 0, DeferralReason.UNREACHABLE);
    return later(waiting, LOCAL_ERROR, "", last);
  }

  /** Where a letter goes that is not written, as far as that is known; for operators. */
  private String domain(int index) {
    String who = parcel.recipients().get(index).who();
    Composer.Batch known = letters;
    try {
      return MailAddress.parse(who)
          .or(() -> known == null ? Optional.empty() : known.address(who))
          .map(MailAddress::asciiDomain)
          .orElse("");
    } catch (RuntimeException e) {
      return ""; // it was not written because of what is asked here
    }
  }

  private DeliveryOutcome fate(
      RecipientOutcome outcome, OutgoingMail mail, DeliveryOutcome.Waiting waiting) {
    return switch (outcome) {
      case RecipientOutcome.Accepted o -> new DeliveryOutcome.Sent(now());
      case RecipientOutcome.Rejected o ->
          DeliveryOutcome.Rejected.of(o.code(), o.enhanced(), o.text());
      case RecipientOutcome.TryLater o ->
          later(
              waiting,
              o.code(),
              o.enhanced(),
              new DeliveryOutcome.LastTry(
                  mail.to().asciiDomain(),
                  host.octets(mail),
                  DeferralReason.of(BounceReason.of(o.enhanced(), o.text()))));
    };
  }

  private DeliveryOutcome later(
      DeliveryOutcome.Waiting waiting, int code, String enhanced, DeliveryOutcome.LastTry last) {
    int attempts = waiting.attempts() + 1;
    Optional<Instant> next = parts.backoff().next(parcel.at(), attempts, now());
    return next.isEmpty()
        ? new DeliveryOutcome.GivenUp(code, enhanced)
        : new DeliveryOutcome.Waiting(next.get(), attempts, code, enhanced, last, false);
  }

  private void tell(DeliveryBatch before) {
    for (int i = 0; i < parcel.recipients().size(); i++) {
      DeliveryOutcome fate = parcel.recipients().get(i).fate();
      parts.counts().add(before.recipients().get(i).fate(), fate);
      boolean failed =
          fate instanceof DeliveryOutcome.Rejected || fate instanceof DeliveryOutcome.GivenUp;
      if (failed && !fate.equals(before.recipients().get(i).fate())) {
        LOG.warn("parcel {} recipient {} failed: {}", parcel.id(), i, fate);
        parts.listener().undelivered(parcel, parcel.recipients().get(i).who(), fate);
      }
    }
  }

  private Instant now() {
    return parts.clock().instant();
  }
}
