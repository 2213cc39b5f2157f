package org.caucus.views.webhooks;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.http.Integrations;
import org.caucus.identity.sessions.ConcurrentLimit;
import org.caucus.identity.sessions.CredentialIndex;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobQueue;
import org.caucus.platform.jobs.JobStore;
import org.caucus.platform.store.Mongo;

/** The webhooks of this installation and the calls to them, sealed. */
public final class WebhookStore {
  /** Webhooks of one seat, at most. */
  public static final int MOST_OF_SEAT = 5;

  /** Dead letters of one webhook that are kept, at most; further ones are counted. */
  static final int MOST_DEAD = 200;

  /** How often a change is tried while others write theirs. */
  private static final int TRIES = 20;

  /** The end of the year 9999. */
  private static final long NEVER = 253_402_300_799_000L;

  private final SealedCollection webhooks;
  private final JobStore<WebhookDelivery> calls;
  private final CredentialIndex ofWorkspaces;
  private final CredentialIndex ofSeats;
  private final ConcurrentMap<WorkspaceId, Future<Void>> filed = new ConcurrentHashMap<>();
  private final CredentialIndex dead;

  /** Those in this database. */
  public WebhookStore(Mongo mongo, Vault vault) {
    this.webhooks = new SealedCollection(mongo.documents("webhooks"), vault, WorkspaceId.SYSTEM);
    this.calls = new JobStore<>(mongo, vault, WebhookDelivery.JOBS);
    this.ofWorkspaces = new CredentialIndex(mongo, vault, "webhooks");
    this.ofSeats = new CredentialIndex(mongo, vault, "webhooks-of-seats");
    this.dead = new CredentialIndex(mongo, vault, "dead-calls");
  }

  /**
   * Adds one. Fails with {@link Refusal} if its seat has {@link #MOST_OF_SEAT}, however many are
   * added at once. Those of others count for nothing, nor does it take longer where there are some:
   * nobody learns of them (R8).
   *
   * @param here whether its seat has not ended, asked once it is there: an end wins
   */
  Future<Webhook> add(Webhook webhook, Supplier<Future<Boolean>> here) {
    return filed(webhook.workspace())
        .compose(v -> ofSeats.add(holder(webhook), webhook.id(), NEVER))
        .compose(v -> ofWorkspaces.add(webhook.workspace().value(), webhook.id(), NEVER))
        .compose(v -> webhooks.insertIfAbsent(webhook.id(), webhook.write()))
        .compose(made -> counted(webhook, made))
        .compose(v -> here.get())
        .compose(is -> is ? Future.succeededFuture() : remove(webhook))
        .compose(v -> find(webhook.id()))
        .map(kept -> kept.orElseThrow(Refusal::absent));
  }

  /** One that was made before, by the same request, stays: it may be in use. */
  private Future<Void> counted(Webhook webhook, boolean made) {
    return ConcurrentLimit.of(
        MOST_OF_SEAT,
        () -> of(webhook.workspace(), webhook.seat()).map(List::size),
        () -> made ? remove(webhook) : Future.succeededFuture(),
        () ->
            Refusal.conflict(
                Message.of("you-have-webhooks-here-remove-one", "limit", MOST_OF_SEAT)));
  }

  /** Has those that were made before they were kept by seat found by it, once. */
  private Future<Void> filed(WorkspaceId workspace) {
    return filed.computeIfAbsent(
        workspace, w -> of(w).compose(this::file).onFailure(e -> filed.remove(w)));
  }

  private Future<Void> file(List<Webhook> all) {
    return Future.all(all.stream().map(w -> ofSeats.add(holder(w), w.id(), NEVER)).toList())
        .mapEmpty();
  }

  private static String holder(Webhook webhook) {
    return holder(webhook.workspace(), webhook.seat());
  }

  private static String holder(WorkspaceId workspace, SeatId seat) {
    return workspace.value() + "/" + seat.value();
  }

  /** All of a workspace, however many. */
  Future<List<Webhook>> of(WorkspaceId workspace) {
    return of(workspace, "", List.of());
  }

  private Future<List<Webhook>> of(WorkspaceId workspace, String after, List<Webhook> before) {
    return ofWorkspaces
        .of(workspace.value(), after)
        .compose(
            ids ->
                these(ids)
                    .map(page -> Stream.concat(before.stream(), page.stream()).toList())
                    .compose(
                        all ->
                            ids.size() < CredentialIndex.LISTED
                                ? Future.succeededFuture(all)
                                : of(workspace, ids.getLast(), all)));
  }

  /** Those of a seat, the oldest first. */
  Future<List<Webhook>> of(WorkspaceId workspace, SeatId seat) {
    return filed(workspace)
        .compose(v -> ofSeats.of(holder(workspace, seat)))
        .compose(this::these)
        .map(all -> all.stream().sorted(Comparator.comparing(Webhook::created)).toList());
  }

  /** The same, as what tells without a sign-in. */
  public Future<List<Integrations.Outlet>> outlets(WorkspaceId workspace, SeatId seat) {
    return of(workspace, seat).map(all -> all.stream().map(WebhookStore::outlet).toList());
  }

  static Integrations.Outlet outlet(Webhook of) {
    return new Integrations.Outlet(
        Integrations.Kind.WEBHOOK, of.id(), of.name(), of.workspace(), of.seat(), of.created());
  }

  /** Removes one of them. */
  public Future<Void> end(Integrations.Outlet outlet) {
    return find(outlet.id())
        .compose(found -> found.isEmpty() ? Future.succeededFuture() : remove(found.orElseThrow()));
  }

  private Future<List<Webhook>> these(List<String> ids) {
    return webhooks
        .findAll(ids)
        .map(all -> all.stream().map(entry -> Webhook.read(entry.plain())).toList());
  }

  Future<Optional<Webhook>> find(String id) {
    return webhooks.find(id).map(found -> found.map(entry -> Webhook.read(entry.plain())));
  }

  Future<Void> remove(Webhook webhook) {
    return webhooks
        .delete(webhook.id())
        .compose(v -> ofWorkspaces.remove(webhook.workspace().value(), webhook.id()))
        .compose(v -> ofSeats.remove(holder(webhook), webhook.id()))
        .compose(v -> dead.of(webhook.id()))
        .compose(ids -> Future.all(ids.stream().map(id -> buried(webhook, id)).toList()))
        .mapEmpty();
  }

  private Future<Void> buried(Webhook webhook, String id) {
    return bury(webhook.id(), id);
  }

  /** Forgets a call, also as a dead letter. */
  Future<Void> bury(String webhook, String call) {
    return calls.delete(call).compose(v -> dead.remove(webhook, call));
  }

  /** Removes the webhooks of a seat. */
  Future<Void> without(WorkspaceId workspace, SeatId seat) {
    return of(workspace, seat)
        .compose(all -> Future.all(all.stream().map(this::remove).toList()))
        .mapEmpty();
  }

  /**
   * Changes it as it is at that moment, whatever else becomes of it at once; empty if it was
   * removed meanwhile. Fails with {@link Overloaded} if others write it all the time.
   */
  Future<Optional<Webhook>> change(String id, UnaryOperator<Webhook> change) {
    return change(id, change, TRIES);
  }

  private Future<Optional<Webhook>> change(String id, UnaryOperator<Webhook> change, int tries) {
    return webhooks
        .find(id)
        .compose(
            was -> {
              if (was.isEmpty()) {
                return Future.succeededFuture(Optional.empty());
              }
              if (tries == 0) {
                return Future.failedFuture(new Overloaded());
              }
              Webhook is = change.apply(Webhook.read(was.get().plain()));
              return webhooks
                  .replaceIf(id, was.get().version(), is.write(), OptionalLong.empty())
                  .compose(
                      done ->
                          done
                              ? Future.succeededFuture(Optional.of(is))
                              : change(id, change, tries - 1));
            });
  }

  /** The calls as the operator sees them: the dead letters of a webhook wait for its seat. */
  public JobQueue queue() {
    return new WebhookCallQueue(this);
  }

  /** The calls as jobs: due until they are made, and not due any more as dead letters. */
  JobStore<WebhookDelivery> calls() {
    return calls;
  }

  Future<Boolean> put(WebhookDelivery ring, Instant due) {
    return calls.add(ring.id(), ring, due);
  }

  Future<Boolean> done(WebhookDelivery ring) {
    return calls.delete(ring.id());
  }

  /**
   * It is tried no more until its seat says so; whether it is kept for that. One that is not is
   * counted before it goes, so one whose node died then counts twice and none counts for nothing.
   */
  Future<Boolean> die(Job<WebhookDelivery> call) {
    return hasRoom(call.what()).compose(room -> room ? laid(call) : letGo(call.what()));
  }

  /** Whether it would be kept, if it were tried no more now. */
  Future<Boolean> hasRoom(WebhookDelivery ring) {
    return dead.of(ring.webhook()).map(ids -> ids.size() < MOST_DEAD);
  }

  private Future<Boolean> letGo(WebhookDelivery ring) {
    return change(ring.webhook(), Webhook::lettingGo).compose(v -> done(ring)).map(false);
  }

  private Future<Boolean> laid(Job<WebhookDelivery> call) {
    return dead.add(call.what().webhook(), call.id(), NEVER)
        .compose(v -> calls.replace(call, new Job.Next<>(call.what(), Optional.empty())))
        .map(true);
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
    return revive(webhook.id(), id, due).mapEmpty();
  }

  /** Has one call tried again; false if it is gone. */
  Future<Boolean> revive(String webhook, String id, Instant due) {
    return calls
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : calls.replace(found.get(), Job.Next.at(found.get().what().anew(), due)))
        .compose(put -> dead.remove(webhook, id).map(put));
  }
}
