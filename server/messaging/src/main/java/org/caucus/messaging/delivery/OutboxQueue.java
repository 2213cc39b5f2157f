package org.caucus.messaging.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.JobQueue;
import org.caucus.platform.store.Mongo;

/**
 * Mail that is to be sent, as the operator sees it. The {@link Outbox} is a store of its own, for
 * it claims and settles many at once; a parcel that a node has in hand is left to that node.
 */
public final class OutboxQueue implements JobQueue {
  private static final int PAGE = 500;

  private final SealedCollection outbox;

  /** That of this database. */
  public OutboxQueue(Mongo mongo, Vault vault) {
    this.outbox =
        new SealedCollection(mongo.documents(Outbox.COLLECTION), vault, WorkspaceId.SYSTEM);
  }

  @Override
  public String kind() {
    return Outbox.COLLECTION;
  }

  @Override
  public Counts counts(Instant now) {
    return new Counts(outbox.count().await(), outbox.due(now.toEpochMilli(), LIMIT).await().size());
  }

  @Override
  public List<FailedJob> failed() {
    return outbox
        .pages(PAGE)
        .flatMap(List::stream)
        .flatMap(entry -> failed(parcel(entry)).stream())
        .limit(LIMIT)
        .toList();
  }

  private static DeliveryBatch parcel(SealedCollection.Entry entry) {
    return DeliveryBatch.Codec.read(entry.id(), entry.plain());
  }

  private static Stream<DeliveryOutcome.Waiting> waiting(DeliveryBatch parcel) {
    return parcel.recipients().stream().flatMap(recipient -> failing(recipient.fate()).stream());
  }

  /** One who waits for another try; not one whose letter waits for its hour, or is held. */
  private static Optional<DeliveryOutcome.Waiting> failing(DeliveryOutcome fate) {
    return fate instanceof DeliveryOutcome.Waiting waits && waits.attempts() > 0 && !waits.held()
        ? Optional.of(waits)
        : Optional.empty();
  }

  private Optional<FailedJob> failed(DeliveryBatch parcel) {
    return waiting(parcel)
        .max((one, other) -> Integer.compare(one.attempts(), other.attempts()))
        .map(
            most ->
                new FailedJob(
                    kind(),
                    parcel.id(),
                    parcel.workspace() == null ? "" : parcel.workspace().value(),
                    most.attempts(),
                    parcel.at(),
                    parcel.next(),
                    false,
                    ("SMTP " + most.code() + " " + most.enhanced()).strip()));
  }

  @Override
  public boolean redrive(FailedJob job, Instant now) {
    return change(job, now, waits -> waits.at(now));
  }

  /**
   * Those for whom it failed are noted as given up, which who may see its deliveries sees; others
   * get it in their turn. It says nothing of their addresses: no host did, the operator did, and
   * {@link DeliveryWorker.Listener} does not hear of it.
   */
  @Override
  public boolean discard(FailedJob job, Instant now) {
    return change(
        job, now, waits -> DeliveryOutcome.GivenUp.purged(waits.code(), waits.enhanced()));
  }

  private boolean change(
      FailedJob job, Instant now, Function<DeliveryOutcome.Waiting, DeliveryOutcome> fate) {
    Optional<SealedCollection.Entry> entry =
        outbox
            .find(job.id())
            .await()
            .filter(found -> DeliveryBatch.Codec.holder(found.plain()).isEmpty())
            .filter(found -> waiting(parcel(found)).findAny().isPresent());
    if (entry.isEmpty()) {
      return false;
    }
    DeliveryBatch changed = changed(parcel(entry.get()), fate);
    OptionalLong due = MailQueue.due(changed, now);
    byte[] plain = DeliveryBatch.Codec.write(changed);
    return outbox.replaceIf(job.id(), entry.get().version(), plain, due).await();
  }

  private static DeliveryBatch changed(
      DeliveryBatch parcel, Function<DeliveryOutcome.Waiting, DeliveryOutcome> fate) {
    DeliveryBatch changed = parcel;
    for (int i = 0; i < parcel.recipients().size(); i++) {
      Optional<DeliveryOutcome.Waiting> failing = failing(parcel.recipients().get(i).fate());
      if (failing.isPresent()) {
        changed = changed.with(i, fate.apply(failing.get()));
      }
    }
    return changed;
  }
}
