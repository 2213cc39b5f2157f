package org.caucus.webhooks;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.caucus.accounts.held.Holdings;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;

/** The webhooks of this installation and the calls to them, sealed. */
public final class Book {
  /** Webhooks of one seat, at most. */
  public static final int MOST_OF_SEAT = 5;

  /** Webhooks of one workspace, at most. */
  public static final int MOST_OF_WORKSPACE = 100;

  /** Dead letters of one webhook that are kept, at most; further ones are counted as failures. */
  static final int MOST_DEAD = 200;

  /** The end of the year 9999. */
  private static final long NEVER = 253_402_300_799_000L;

  private final SealedCollection webhooks;
  private final SealedCollection calls;
  private final Holdings ofWorkspaces;
  private final Holdings dead;

  /** Those in this database. */
  public Book(Mongo mongo, Vault vault) {
    this.webhooks = new SealedCollection(mongo.documents("webhooks"), vault, WorkspaceId.SYSTEM);
    this.calls = new SealedCollection(mongo.documents("webhook-calls"), vault, WorkspaceId.SYSTEM);
    this.ofWorkspaces = new Holdings(mongo, vault, "webhooks");
    this.dead = new Holdings(mongo, vault, "dead-calls");
  }

  /**
   * Adds one.
   *
   * @param here whether a seat has not ended: the webhooks of others go
   */
  Future<Webhook> add(Webhook webhook, Predicate<SeatId> here) {
    return without(webhook.workspace(), here.negate())
        .compose(v -> of(webhook.workspace()))
        .compose(
            all -> {
              boolean there = all.stream().anyMatch(w -> w.id().equals(webhook.id()));
              long own = all.stream().filter(w -> w.seat().equals(webhook.seat())).count();
              if (!there && own >= MOST_OF_SEAT) {
                throw Refused.conflict(
                    "You have " + MOST_OF_SEAT + " webhooks here. Remove one that is not used.");
              }
              if (!there && all.size() >= MOST_OF_WORKSPACE) {
                throw Refused.conflict(
                    "This workspace has "
                        + MOST_OF_WORKSPACE
                        + " webhooks: that many it can have.");
              }
              return ofWorkspaces.add(webhook.workspace().value(), webhook.id(), NEVER);
            })
        .compose(v -> webhooks.insertIfAbsent(webhook.id(), webhook.write()))
        .compose(v -> webhooks.find(webhook.id()))
        .map(kept -> Webhook.read(kept.orElseThrow().plain()));
  }

  Future<List<Webhook>> of(WorkspaceId workspace) {
    return ofWorkspaces
        .of(workspace.value())
        .compose(ids -> Future.all(ids.stream().map(webhooks::find).toList()))
        .map(
            all ->
                all.<Optional<SealedCollection.Entry>>list().stream()
                    .flatMap(Optional::stream)
                    .map(entry -> Webhook.read(entry.plain()))
                    .sorted(Comparator.comparing(Webhook::created))
                    .toList());
  }

  Future<List<Webhook>> of(WorkspaceId workspace, SeatId seat) {
    return of(workspace).map(all -> all.stream().filter(w -> w.seat().equals(seat)).toList());
  }

  Future<Optional<Webhook>> find(String id) {
    return webhooks.find(id).map(found -> found.map(entry -> Webhook.read(entry.plain())));
  }

  Future<Void> remove(Webhook webhook) {
    return webhooks
        .delete(webhook.id())
        .compose(v -> ofWorkspaces.remove(webhook.workspace().value(), webhook.id()))
        .compose(v -> dead.of(webhook.id()))
        .compose(ids -> Future.all(ids.stream().map(id -> buried(webhook, id)).toList()))
        .mapEmpty();
  }

  private Future<Void> buried(Webhook webhook, String id) {
    return calls.delete(id).compose(v -> dead.remove(webhook.id(), id));
  }

  /** Removes the webhooks of these seats. */
  Future<Void> without(WorkspaceId workspace, Predicate<SeatId> seats) {
    return of(workspace)
        .compose(
            all ->
                Future.all(
                    all.stream().filter(w -> seats.test(w.seat())).map(this::remove).toList()))
        .mapEmpty();
  }

  /** Notes how it goes; nothing if it was removed meanwhile. */
  Future<Void> note(Webhook webhook) {
    return webhooks
        .find(webhook.id())
        .compose(
            was ->
                was.isEmpty()
                    ? Future.succeededFuture()
                    : webhooks
                        .replaceIf(
                            webhook.id(),
                            was.get().version(),
                            webhook.write(),
                            OptionalLong.empty())
                        .mapEmpty());
  }

  Future<Boolean> put(Ring ring, Instant due) {
    return calls.insertIfAbsent(ring.id(), due.toEpochMilli(), ring.write());
  }

  Future<List<Ring.Kept>> due(Instant now, int limit) {
    return calls
        .due(now.toEpochMilli(), limit)
        .map(
            all ->
                all.stream()
                    .map(e -> new Ring.Kept(Ring.read(e.plain()), e.version(), e.due()))
                    .toList());
  }

  /** Takes a call for as long as one may take; empty if another node was first. */
  Future<Optional<Ring.Kept>> take(Ring.Kept kept, Instant now, Duration atMost) {
    long until = now.plus(atMost).toEpochMilli();
    Ring tried = kept.ring().tried();
    return calls
        .replaceIf(tried.id(), kept.version(), tried.write(), OptionalLong.of(until))
        .map(
            taken ->
                taken
                    ? Optional.of(new Ring.Kept(tried, kept.version() + 1, OptionalLong.of(until)))
                    : Optional.empty());
  }

  /** It waits until then. */
  Future<Boolean> again(Ring.Kept kept, Instant due) {
    return calls.replaceIf(
        kept.ring().id(), kept.version(), kept.ring().write(), OptionalLong.of(due.toEpochMilli()));
  }

  Future<Boolean> done(Ring ring) {
    return calls.delete(ring.id());
  }

  /** It is tried no more until its seat says so. */
  Future<Void> die(Ring.Kept kept) {
    return dead.of(kept.ring().webhook())
        .compose(
            ids ->
                ids.size() >= MOST_DEAD
                    ? done(kept.ring()).<Void>mapEmpty()
                    : dead.add(kept.ring().webhook(), kept.ring().id(), NEVER)
                        .compose(
                            v ->
                                calls.replaceIf(
                                    kept.ring().id(),
                                    kept.version(),
                                    kept.ring().write(),
                                    OptionalLong.empty()))
                        .mapEmpty());
  }

  Future<Integer> dead(Webhook webhook) {
    return dead.of(webhook.id()).map(List::size);
  }

  /** Tries all dead letters of a webhook again; how many. */
  Future<Integer> revive(Webhook webhook, Instant due) {
    return dead.of(webhook.id())
        .compose(
            ids ->
                Future.all(ids.stream().map(id -> revive(webhook, id, due)).toList())
                    .map(ids.size()));
  }

  private Future<Void> revive(Webhook webhook, String id, Instant due) {
    return calls
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : calls.replaceIf(
                        id,
                        found.get().version(),
                        Ring.read(found.get().plain()).anew().write(),
                        OptionalLong.of(due.toEpochMilli())))
        .compose(v -> dead.remove(webhook.id(), id));
  }
}
