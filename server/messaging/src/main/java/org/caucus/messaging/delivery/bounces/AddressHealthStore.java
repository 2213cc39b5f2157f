package org.caucus.messaging.delivery.bounces;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobStore;
import org.caucus.platform.jobs.JobType;
import org.caucus.platform.store.Mongo;

/**
 * The standing of each address from which something came back, sealed with the installation's key,
 * by the blind index of the address. The database sees when something is to be done next.
 */
final class AddressHealthStore {
  private static final String PURPOSE = "standing/address";

  private final JobStore<AddressHealth> jobs;
  private final Vault vault;

  AddressHealthStore(Mongo mongo, Vault vault) {
    this.jobs =
        new JobStore<>(
            mongo,
            vault,
            new JobType<>(
                "standings",
                AddressHealthCodec::write,
                AddressHealthCodec::read,
                AddressHealth::workspace));
    this.vault = vault;
  }

  /** The standings as jobs: due when something is to be done about an address. */
  JobStore<AddressHealth> jobs() {
    return jobs;
  }

  /** What a change came from, and what it led to. */
  record Change(AddressHealth before, AddressHealth after) {
    boolean leadsTo(AddressHealth.State state) {
      return before.state() != state && after.state() == state;
    }
  }

  /** The standing of an address; empty if nothing ever came back from it. */
  Future<Optional<AddressHealth>> find(MailAddress address) {
    return jobs.find(index(address)).map(found -> found.map(Job::what));
  }

  /** Changes a standing, again if somebody else changes it at the same time. */
  Future<Change> change(
      MailAddress address, String workspace, UnaryOperator<AddressHealth> change) {
    AddressHealth none = AddressHealth.of(address.comparisonForm(), workspace);
    return jobs.change(
            index(address), was -> Optional.of(next(change.apply(was.map(Job::what).orElse(none)))))
        .map(was -> was.map(Job::what).orElse(none))
        .map(before -> new Change(before, change.apply(before)));
  }

  private static Job.Next<AddressHealth> next(AddressHealth standing) {
    Optional<Instant> due = Optional.of(standing.next()).filter(next -> !next.equals(Instant.MAX));
    return new Job.Next<>(standing, due);
  }

  /** A name for the address that says nothing to the person who has not the key. */
  String index(MailAddress address) {
    return vault.blindIndex(PURPOSE, address.comparisonForm());
  }
}
