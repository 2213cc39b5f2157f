package org.caucus.messaging.delivery.bounces;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.FailedJobs;
import org.caucus.platform.store.Mongo;

/**
 * The standing of each address from which something came back, sealed with the installation's key,
 * by the blind index of the address. The database sees when something is to be done next.
 */
final class AddressHealthStore {
  private static final String PURPOSE = "standing/address";

  private static final String KEPT = "standings";

  private final SealedCollection standings;
  private final FailedJobs misses;
  private final Vault vault;

  AddressHealthStore(Mongo mongo, Vault vault) {
    this.standings = new SealedCollection(mongo.documents(KEPT), vault, WorkspaceId.SYSTEM);
    this.misses = new FailedJobs(mongo, vault, KEPT);
    this.vault = vault;
  }

  /** One for which something is to be done, by its name here. */
  record Due(String id, AddressHealth standing) {}

  /** What a change came from, and what it led to. */
  record Change(AddressHealth before, AddressHealth after) {
    boolean leadsTo(AddressHealth.State state) {
      return before.state() != state && after.state() == state;
    }
  }

  /** The standing of an address; empty if nothing ever came back from it. */
  Future<Optional<AddressHealth>> find(MailAddress address) {
    return standings
        .find(index(address))
        .map(found -> found.map(e -> AddressHealthCodec.read(e.plain())));
  }

  /** Those for which something is to be done, the longest due first. */
  Future<List<Due>> due(Instant now, int limit) {
    return standings
        .due(now.toEpochMilli(), limit)
        .map(
            all ->
                all.stream()
                    .map(e -> new Due(e.id(), AddressHealthCodec.read(e.plain())))
                    .toList());
  }

  /** It could not be seen to, and is due again later. Blocks. */
  void missed(Due due, Exception why, Instant now) {
    misses.missed(due.id(), due.standing().workspace(), why, now);
  }

  /** Changes a standing, again if somebody else changes it at the same time. */
  Future<Change> change(
      MailAddress address, String workspace, UnaryOperator<AddressHealth> change) {
    String id = index(address);
    return standings
        .find(id)
        .compose(
            found ->
                found.isPresent()
                    ? replaced(found.get(), change)
                    : begun(id, AddressHealth.of(address.comparisonForm(), workspace), change))
        .compose(
            done ->
                done.isPresent()
                    ? Future.succeededFuture(done.get())
                    : change(address, workspace, change));
  }

  private Future<Optional<Change>> replaced(
      SealedCollection.Entry entry, UnaryOperator<AddressHealth> change) {
    AddressHealth before = AddressHealthCodec.read(entry.plain());
    AddressHealth after = change.apply(before);
    return standings
        .replaceIf(entry.id(), entry.version(), AddressHealthCodec.write(after), due(after))
        .map(done -> done ? Optional.of(new Change(before, after)) : Optional.empty());
  }

  private Future<Optional<Change>> begun(
      String id, AddressHealth before, UnaryOperator<AddressHealth> change) {
    AddressHealth after = change.apply(before);
    byte[] plain = AddressHealthCodec.write(after);
    OptionalLong due = due(after);
    Future<Boolean> in =
        due.isPresent()
            ? standings.insertIfAbsent(id, due.getAsLong(), plain)
            : standings.insertIfAbsent(id, plain);
    return in.map(done -> done ? Optional.of(new Change(before, after)) : Optional.empty());
  }

  private static OptionalLong due(AddressHealth standing) {
    return standing.next().equals(Instant.MAX)
        ? OptionalLong.empty()
        : OptionalLong.of(standing.next().toEpochMilli());
  }

  /** A name for the address that says nothing to the person who has not the key. */
  String index(MailAddress address) {
    return vault.blindIndex(PURPOSE, address.comparisonForm());
  }
}
