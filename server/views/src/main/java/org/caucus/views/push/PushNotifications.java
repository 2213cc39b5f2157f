package org.caucus.views.push;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.views.inbox.NotificationInbox;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/**
 * Has the devices of those told for whom a commit rings, after their quiet hours; removes those of
 * a seat that ends, and what else is kept of it beside the log.
 */
public final class PushNotifications implements Subscription {
  /** Its name among the followers. */
  public static final String NAME = "push";

  /**
   * So long a push waits at the least: what its reader sees in an open page is read by then, and
   * what happens at once is one push.
   */
  static final Duration GRACE = Duration.ofMillis(800);

  private final CommandBus<Workspace> floor;
  private final PushStore store;
  private final Bell bell;
  private final SeatEnd ends;
  private final InstantSource clock;

  /** Told of each push that was put. */
  @FunctionalInterface
  public interface Bell {
    /** Nobody hears it where no worker is: then it waits for the next look. */
    Bell NONE = (job, wait) -> {};

    /** It is due after this time. Must not block. */
    void ring(String job, Duration wait);
  }

  /** Removes what else is kept of a seat beside the log. */
  @FunctionalInterface
  public interface SeatEnd {
    /** The seat has ended. */
    Future<Void> ended(WorkspaceId workspace, SeatId seat);
  }

  /** The follower. */
  public PushNotifications(
      CommandBus<Workspace> floor, PushStore store, Bell bell, SeatEnd ends, InstantSource clock) {
    this.floor = floor;
    this.store = store;
    this.bell = bell;
    this.ends = ends;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    for (Event event : commit.events()) {
      if (event instanceof MemberEvent.SeatEnded ended) {
        store.without(workspace, ended.seat()).await();
        ends.ended(workspace, ended.seat()).await();
      }
    }
    Instant now = clock.instant();
    if (commit.at().isAfter(now.minus(PushWorker.TTL))) { // else it is no news any more
      ring(workspace, commit, now);
    }
  }

  private void ring(WorkspaceId workspace, Commit commit, Instant now) {
    Workspace state = WorkspaceAt.sequence(floor, workspace, commit.sequence());
    Set<SeatId> rung = NotificationInbox.rung(state, commit);
    if (rung.isEmpty()) {
      return;
    }
    Map<SeatId, List<String>> held = store.among(workspace, List.copyOf(rung)).await();
    List<Future<Void>> put = new ArrayList<>();
    held.forEach(
        (seat, ids) -> {
          Instant due = state.lists().habits().now(seat).leaves(now.plus(GRACE));
          ids.forEach(id -> put.add(put(id, state, seat, commit.sequence(), due, now)));
        });
    Future.all(put).await();
  }

  private Future<Void> put(
      String id, Workspace state, SeatId seat, long sequence, Instant due, Instant now) {
    return store
        .ring(id, state.id(), seat, sequence, due)
        .onSuccess(v -> bell.ring(PushStore.job(id), Duration.between(now, due)));
  }
}
