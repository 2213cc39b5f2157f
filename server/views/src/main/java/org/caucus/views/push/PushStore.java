package org.caucus.views.push;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caucus.http.Integrations;
import org.caucus.identity.sessions.ConcurrentLimit;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobStore;
import org.caucus.platform.store.Mongo;

/**
 * The devices of seats and what they chose, beside the log and under the key of their workspace:
 * gone when that is destroyed. And the pushes that are due.
 */
public final class PushStore {
  /** Devices of one seat, at most. */
  static final int MOST_OF_SEAT = 10;

  /** Devices of one workspace that are looked at, at most. */
  private static final int MOST_OF_WORKSPACE = 10_000;

  /** How often a change is tried while others write theirs. */
  private static final int TRIES = 20;

  private final Mongo mongo;
  private final Vault vault;
  private final JobStore<PushJob> jobs;
  private final ConcurrentMap<WorkspaceId, SealedCollection> devices = new ConcurrentHashMap<>();

  /** Those in this database. */
  public PushStore(Mongo mongo, Vault vault) {
    this.mongo = mongo;
    this.vault = vault;
    this.jobs = new JobStore<>(mongo, vault, PushJob.JOBS);
  }

  /** The pushes as jobs. */
  JobStore<PushJob> jobs() {
    return jobs;
  }

  private SealedCollection in(WorkspaceId workspace) {
    return devices.computeIfAbsent(
        workspace, w -> new SealedCollection(mongo.documents("push-devices"), vault, w));
  }

  private SealedCollection choosing(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents("push-choices"), vault, workspace);
  }

  private String holder(WorkspaceId workspace, SeatId seat) {
    return workspace.value() + "/" + vault.blindIndex("push", workspace + " " + seat);
  }

  private String id(PushDevice device) {
    return id(device.workspace(), device.seat(), device.id());
  }

  /**
   * Under which what a device is to be told waits. Jobs are sealed by the installation's key: none
   * begins with the id of a workspace, by which what that seals is found.
   */
  static String job(String device) {
    return "device/" + device;
  }

  /** Under which a device is kept. */
  String id(WorkspaceId workspace, SeatId seat, String device) {
    return holder(workspace, seat) + "/" + device;
  }

  /**
   * Adds one, or puts it in the place of itself. Fails with {@link Refusal} if its seat has {@link
   * #MOST_OF_SEAT}, however many are added at once.
   */
  Future<PushDevice> add(PushDevice device) {
    SealedCollection all = in(device.workspace());
    return all.insertIfAbsent(id(device), device.write())
        .compose(made -> made ? counted(device) : all.put(id(device), device.write()))
        .map(device);
  }

  private Future<Void> counted(PushDevice device) {
    return ConcurrentLimit.of(
        MOST_OF_SEAT,
        () -> of(device.workspace(), device.seat()).map(List::size),
        () -> remove(device),
        () -> Refusal.conflict(Message.of("push-devices-limit", "limit", MOST_OF_SEAT)));
  }

  /** Those of a seat, the oldest first. */
  Future<List<PushDevice>> of(WorkspaceId workspace, SeatId seat) {
    String before = holder(workspace, seat) + "/";
    return in(workspace)
        .range(before, before + "~", MOST_OF_SEAT * 10)
        .map(
            all ->
                all.stream()
                    .map(e -> PushDevice.read(e.plain()))
                    .sorted(Comparator.comparing(PushDevice::created))
                    .toList());
  }

  /** Of these seats, those that have devices, and under which ids; none of them is opened. */
  Future<Map<SeatId, List<String>>> among(WorkspaceId workspace, List<SeatId> seats) {
    String before = workspace.value() + "/";
    return in(workspace)
        .ids(before, before + "~", MOST_OF_WORKSPACE)
        .map(
            ids -> {
              Map<String, List<String>> held =
                  ids.stream()
                      .collect(Collectors.groupingBy(id -> id.substring(0, id.lastIndexOf('/'))));
              return held.isEmpty() ? Map.of() : held(workspace, seats, held);
            });
  }

  private Map<SeatId, List<String>> held(
      WorkspaceId workspace, List<SeatId> seats, Map<String, List<String>> held) {
    return seats.stream()
        .filter(seat -> held.containsKey(holder(workspace, seat)))
        .collect(
            Collectors.toMap(
                seat -> seat, seat -> held.getOrDefault(holder(workspace, seat), List.of())));
  }

  /** One, as it is kept. */
  Future<Optional<PushDevice>> find(WorkspaceId workspace, String id) {
    return in(workspace).find(id).map(found -> found.map(e -> PushDevice.read(e.plain())));
  }

  /** It is told nothing any more. */
  Future<Void> remove(PushDevice device) {
    return in(device.workspace())
        .delete(id(device))
        .compose(v -> jobs.delete(job(id(device))))
        .mapEmpty();
  }

  /** Nothing of a seat is kept any more. */
  Future<Void> without(WorkspaceId workspace, SeatId seat) {
    return of(workspace, seat)
        .compose(all -> Future.all(all.stream().map(this::remove).toList()))
        .compose(v -> choosing(workspace).delete(holder(workspace, seat)))
        .mapEmpty();
  }

  /** The devices of a seat, as what tells without a sign-in. */
  public Future<List<Integrations.Outlet>> outlets(WorkspaceId workspace, SeatId seat) {
    return of(workspace, seat).map(all -> all.stream().map(PushStore::outlet).toList());
  }

  private static Integrations.Outlet outlet(PushDevice of) {
    return new Integrations.Outlet(
        Integrations.Kind.PUSH, of.id(), of.name(), of.workspace(), of.seat(), of.created());
  }

  /** The device that an outlet is. */
  Future<Optional<PushDevice>> find(Integrations.Outlet outlet) {
    return find(outlet.workspace(), id(outlet.workspace(), outlet.seat(), outlet.id()));
  }

  /** Removes one of them. */
  public Future<Void> end(Integrations.Outlet outlet) {
    return find(outlet)
        .compose(found -> found.map(this::remove).orElseGet(Future::succeededFuture));
  }

  /**
   * Changes it as it is at that moment; empty if it was removed meanwhile. Fails with {@link
   * Overloaded} if others write it all the time.
   */
  Future<Optional<PushDevice>> change(PushDevice device, UnaryOperator<PushDevice> change) {
    return change(in(device.workspace()), id(device), change, TRIES);
  }

  private static Future<Optional<PushDevice>> change(
      SealedCollection all, String id, UnaryOperator<PushDevice> change, int tries) {
    return tries == 0
        ? Future.failedFuture(new Overloaded())
        : all.find(id)
            .compose(
                was ->
                    was.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : changed(all, was.get(), change, tries));
  }

  private static Future<Optional<PushDevice>> changed(
      SealedCollection all,
      SealedCollection.Entry was,
      UnaryOperator<PushDevice> change,
      int tries) {
    PushDevice is = change.apply(PushDevice.read(was.plain()));
    return all.replaceIf(was.id(), was.version(), is.write(), OptionalLong.empty())
        .compose(
            done ->
                done
                    ? Future.succeededFuture(Optional.of(is))
                    : change(all, was.id(), change, tries - 1));
  }

  /** What a seat chose. */
  Future<PushChoices> choices(WorkspaceId workspace, SeatId seat) {
    return choosing(workspace)
        .find(holder(workspace, seat))
        .map(found -> found.map(e -> PushChoices.read(e.plain())).orElse(PushChoices.USUAL));
  }

  /** It chose this. */
  Future<Void> choose(WorkspaceId workspace, SeatId seat, PushChoices choices) {
    return choosing(workspace).put(holder(workspace, seat), choices.write());
  }

  /**
   * Has a device told of a commit, together with whatever else waits for it.
   *
   * @param due at the earliest
   */
  Future<Void> ring(String device, WorkspaceId workspace, SeatId seat, long sequence, Instant due) {
    PushJob first = new PushJob(device, workspace, seat, List.of(sequence), 0, due);
    return jobs.change(
            job(device),
            was ->
                Optional.of(
                    was.map(job -> new Job.Next<>(job.what().with(sequence), job.due()))
                        .orElseGet(() -> Job.Next.at(first, due))))
        .mapEmpty();
  }
}
