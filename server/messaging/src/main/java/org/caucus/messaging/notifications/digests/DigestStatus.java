package org.caucus.messaging.notifications.digests;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.receipts.DeliveryReceipts;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat.State;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.platform.jobs.Job;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** In which digest a post was, when it left, and when the next leaves. */
public final class DigestStatus implements DeliveryReceipts.Digests {
  /** How often a letter is noted while others write what gathers. */
  private static final int TRIES = 20;

  private final PendingDigests gatherings;
  private final Outbox outbox;

  /** Asks what gathers, and what became of digests. */
  public DigestStatus(PendingDigests gatherings, Outbox outbox) {
    this.gatherings = gatherings;
    this.outbox = outbox;
  }

  @Override
  public Future<Long> sentUpTo(WorkspaceId workspace, SeatId seat, String list) {
    return gatherings.sentUpTo(workspace, seat, list);
  }

  @Override
  public Optional<DeliveryReceipts.Made> made(
      Workspace state, SeatId seat, String list, long sequence) {
    return gatherings
        .find(state.id(), seat, list)
        .await()
        .map(Job::what)
        .flatMap(gathering -> made(gathering, sequence));
  }

  private Optional<DeliveryReceipts.Made> made(PendingDigest gathering, long sequence) {
    PendingDigest.Ready ready = gathering.ready();
    if (gathering.after() < sequence) {
      return ready == null || ready.upTo() < sequence
          ? Optional.empty()
          : Optional.of(new DeliveryReceipts.Made(ready.seen(), fate(gathering), ready.direct()));
    }
    return gathering.begin(sequence).stream()
        .mapToObj(begin -> outbox.byId(gathering.parcel(begin)).await())
        .flatMap(Optional::stream)
        .filter(digest -> digest.payload().containsKey(DigestComposer.SEEN))
        .map(DigestStatus::made)
        .findFirst();
  }

  /** What became of the one that is being made ready, which may be in the outbox or not yet. */
  private DeliveryOutcome fate(PendingDigest gathering) {
    return outbox
        .byId(gathering.parcel(gathering.after()))
        .await()
        .map(digest -> digest.recipients().getFirst().fate())
        .orElse(new DeliveryOutcome.Waiting(Instant.EPOCH, 0, 0));
  }

  /**
   * The digest and the letter may be made ready at once, on two nodes. Whichever is written down
   * first is known to the other: a digest before it is put, a letter before it is written.
   */
  @Override
  public Optional<DeliveryReceipts.Made> madeBefore(
      Workspace state, SeatId seat, String list, long sequence, long letter) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Job<PendingDigest>> job = gatherings.find(state.id(), seat, list).await();
      Optional<DeliveryReceipts.Made> made = job.flatMap(j -> made(j.what(), sequence));
      if (made.isPresent() || job.filter(j -> isPast(j.what(), sequence, letter)).isPresent()) {
        return made;
      }
      boolean noted =
          job.isPresent() ? noted(job.get(), letter) : begun(state.id(), seat, list, letter);
      if (noted) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException("others write this gathering all the time");
  }

  private boolean noted(Job<PendingDigest> job, long letter) {
    PendingDigest known = job.what().knowing(letter);
    return gatherings.jobs().replace(job, new Job.Next<>(known, job.due())).await();
  }

  private boolean begun(WorkspaceId workspace, SeatId seat, String list, long letter) {
    PendingDigest known = PendingDigest.none(workspace, seat, list).knowing(letter);
    return gatherings.jobs().add(known.id(), known).await();
  }

  /** Whether no digest with what happened at that place will be made without this letter. */
  private static boolean isPast(PendingDigest gathering, long sequence, long letter) {
    return gathering.after() >= sequence || gathering.known() >= letter;
  }

  private static DeliveryReceipts.Made made(DeliveryBatch digest) {
    return new DeliveryReceipts.Made(
        digest.payload().getLong(DigestComposer.SEEN),
        digest.recipients().getFirst().fate(),
        UndeliveredDigests.strings(digest.payload(), DigestComposer.DIRECT));
  }

  @Override
  public Map<SeatId, DeliveryOutcome> letters(Workspace state, Commit commit, EntryPosted posted) {
    String cause = commit.id() + "/" + posted.id();
    return outbox.byIds(RecipientBatches.ids(state, RecipientBatches.POST, cause)).stream()
        .flatMap(parcel -> parcel.recipients().stream())
        .collect(
            Collectors.toMap(
                r -> new SeatId(r.who()), DeliveryBatch.Recipient::fate, (one, two) -> one));
  }

  @Override
  public DeliveryStatusOfSeat course(
      Workspace state, SeatId seat, String list, long sequence, @Nullable String entry) {
    if (state.lists().trouble(seat).suspended() != null) {
      return DeliveryStatusOfSeat.of(seat, State.SUSPENDED);
    }
    Optional<Job<PendingDigest>> job = gatherings.find(state.id(), seat, list).await();
    if (job.isEmpty() || job.get().what().after() < sequence) {
      return job.map(j -> next(state, seat, j))
          .orElse(DeliveryStatusOfSeat.of(seat, State.NEXT_DIGEST));
    }
    PendingDigest gathering = job.get().what();
    OptionalLong begin = gathering.begin(sequence);
    return begin.isEmpty()
        ? DeliveryStatusOfSeat.of(seat, State.IN_DIGEST)
        : outbox
            .byId(gathering.parcel(begin.getAsLong()))
            .await()
            .map(digest -> course(seat, digest, entry))
            .orElse(DeliveryStatusOfSeat.of(seat, State.IN_DIGEST));
  }

  /** Of a post that its reader has from its author no digest says anything. */
  private static DeliveryStatusOfSeat course(
      SeatId seat, DeliveryBatch digest, @Nullable String entry) {
    return entry != null
            && UndeliveredDigests.strings(digest.payload(), DigestComposer.DIRECT).contains(entry)
        ? DeliveryStatusOfSeat.at(seat, State.WITHHELD, digest.at())
        : DeliveryStatusOfSeat.inDigest(seat, digest.recipients().getFirst().fate());
  }

  /**
   * When it is due, to the minute: the seconds tell how late the last of it was said, which anyone
   * who asks may not be able to read. It may leave before, when there is much, and then no moment
   * is told for the same reason; and after, if its reader goes away.
   */
  private static DeliveryStatusOfSeat next(Workspace state, SeatId seat, Job<PendingDigest> job) {
    Optional<Instant> due = job.due();
    return due.isEmpty() || DigestNotes.leavesNow(state, job.what())
        ? DeliveryStatusOfSeat.of(seat, State.NEXT_DIGEST)
        : DeliveryStatusOfSeat.at(
            seat, State.NEXT_DIGEST, due.get().truncatedTo(ChronoUnit.MINUTES));
  }
}
