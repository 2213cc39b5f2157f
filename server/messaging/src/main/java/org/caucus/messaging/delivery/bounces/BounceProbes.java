package org.caucus.messaging.delivery.bounces;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobRunner;
import org.caucus.platform.jobs.JobScheduler;

/**
 * Writes to doubted addresses when it is time, and clears those from which nothing came back. Any
 * node may do it, and several at once: the parcel of a probe has the same id on each.
 */
public final class BounceProbes {
  /** How often it is looked. */
  static final Duration PERIOD = Duration.ofMinutes(1);

  private final AddressHealthStore standings;
  private final Outbox outbox;
  private final Runnable bell;
  private final InstantSource clock;

  /**
   * @param bell rung after something was put
   */
  BounceProbes(AddressHealthStore standings, Outbox outbox, Runnable bell, InstantSource clock) {
    this.standings = standings;
    this.outbox = outbox;
    this.bell = bell;
    this.clock = clock;
  }

  /** The clock that has them seen to. */
  public JobScheduler clock() {
    return new JobRunner<>(
            standings.jobs(), (Job<AddressHealth> job, Instant now) -> see(job.what(), now), bell)
        .every(PERIOD, "doubted addresses", clock);
  }

  private void see(AddressHealth standing, Instant now) {
    MailAddress address = MailAddress.of(standing.address());
    if (standing.asksForProbe(now)) {
      outbox.put(probe(standing, address, now)).await();
    }
    standings
        .change(
            address,
            standing.workspace(),
            s -> s.isCleared(now) ? s.cleared(now) : s.asksForProbe(now) ? s.probed(now) : s)
        .await();
  }

  private DeliveryBatch probe(AddressHealth standing, MailAddress address, Instant now) {
    String number = Integer.toString(standing.probesSent());
    String id =
        DeliveryBatch.id(
            standings.index(address), "probe", standing.countsFrom().toString(), number);
    List<String> who = List.of(address.toString());
    WorkspaceId from = new WorkspaceId(standing.workspace());
    return DeliveryBatch.of(id, from, ProbeMail.KIND, new JsonObject(), who, now);
  }
}
