package org.caucus.messaging.notifications.digests;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.kernel.CommandBus;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobRunner;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Workspace;

/**
 * Sends digests on their way when they are due. Any node may, several at once, and be killed at any
 * point: the parcel of a digest is called by the commit it begins after, so there is one however
 * often it is put, and what it says of its end holds.
 */
public final class DigestClock {
  /** The kind of parcel that holds the notices of a day. */
  public static final String NOTICES = "digest.notices";

  /** What such a parcel tells: {@code sequence/event} of each. */
  public static final String ITEMS = "items";

  private final CommandBus<Workspace> floor;
  private final PendingDigests gatherings;
  private final Outbox outbox;
  private final DirectRecipients direct;
  private final Runnable bell;
  private final InstantSource clock;

  /**
   * The clock.
   *
   * @param direct what readers have from its authors
   * @param bell rung after something was put
   */
  public DigestClock(
      CommandBus<Workspace> floor,
      PendingDigests gatherings,
      Outbox outbox,
      DirectRecipients direct,
      Runnable bell,
      InstantSource clock) {
    this.floor = floor;
    this.gatherings = gatherings;
    this.outbox = outbox;
    this.direct = direct;
    this.bell = bell;
    this.clock = clock;
  }

  /** The clock that has them seen to. */
  public JobScheduler clock() {
    return new JobRunner<>(gatherings.jobs(), this::see, bell)
        .abreast()
        .every(JobScheduler.PROMPT, "digests", clock);
  }

  private void see(Job<PendingDigest> job, Instant now) {
    // where somebody was first, it is theirs, or looked at once more
    boolean unused = isSeenTo(job, now);
  }

  private boolean isSeenTo(Job<PendingDigest> job, Instant now) {
    PendingDigest gathering = job.what();
    if (gathering.isEmpty()) {
      return replace(job, gathering, Optional.empty());
    }
    Workspace state = floor.read(gathering.workspace()).await();
    PersonalMailSettings personal = state.lists().habits().now(gathering.seat());
    if (personal.pause() != null && personal.pause().covers(now, personal.zone())) {
      // what was posted before the pause comes after it
      Instant back = PendingDigest.morning(personal.pause().end(personal.zone()), personal.zone());
      return replace(job, gathering, Optional.of(back));
    }
    Instant loud = personal.leaves(now);
    if (loud.isAfter(now)) {
      return replace(job, gathering, Optional.of(loud));
    }
    if (gathering.ready() == null) {
      // first it is settled what it holds, so that letters which are written now know it as well;
      // the next look, which follows at once, has it sent
      PendingDigest settled = gathering.readied(state.sequence(), direct.among(state, gathering));
      return replace(job, settled, job.due());
    }
    return send(job, gathering.ready(), personal, now);
  }

  private boolean send(
      Job<PendingDigest> job,
      PendingDigest.Ready ready,
      PersonalMailSettings personal,
      Instant now) {
    PendingDigest gathering = job.what();
    UndeliveredDigests before = UndeliveredDigests.before(gathering, outbox);
    DeliveryBatch parcel = parcel(gathering, ready, before, now);
    outbox.putAll(List.of(parcel), now).await();
    // it may have been put before, with another end
    DeliveryBatch there = outbox.byId(parcel.id()).await().orElse(parcel);
    PendingDigest rest =
        gathering.sent(there.payload().getLong(DigestComposer.UP_TO), before.open());
    Optional<Instant> due =
        rest.isEmpty()
            ? Optional.empty()
            : Optional.of(PendingDigest.morning(now, personal.zone()));
    return replace(job, rest, due);
  }

  private boolean replace(Job<PendingDigest> was, PendingDigest is, Optional<Instant> due) {
    return gatherings.jobs().replace(was, new Job.Next<>(is, due)).await();
  }

  private static DeliveryBatch parcel(
      PendingDigest gathering, PendingDigest.Ready ready, UndeliveredDigests before, Instant now) {
    String id = gathering.parcel(gathering.after());
    JsonObject payload =
        new JsonObject()
            .put(DigestComposer.LIST, gathering.list())
            .put(DigestComposer.AFTER, gathering.after())
            .put(DigestComposer.UP_TO, ready.upTo())
            .put(DigestComposer.SEEN, ready.seen());
    if (!ready.direct().isEmpty()) {
      payload.put(DigestComposer.DIRECT, new JsonArray(ready.direct()));
    }
    List<String> items = gathering.items(ready.upTo());
    if (!items.isEmpty()) {
      payload.put(ITEMS, new JsonArray(items));
    }
    before.noteIn(payload);
    String kind = gathering.list().equals(DigestNotes.NOTICES) ? NOTICES : DigestComposer.KIND;
    List<String> who = List.of(gathering.seat().value());
    return DeliveryBatch.of(id, gathering.workspace(), kind, payload, who, now);
  }
}
