package org.caucus.workspace;

import io.vertx.core.Future;
import java.util.List;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.store.Mongo;

/**
 * In which workspaces a person has a seat: a view of all logs, so that signing in need not read
 * them. As a follower it catches up with whatever was committed while nobody wrote it down.
 */
public final class SeatIndex implements Subscription {
  /** Its name among the followers. */
  public static final String NAME = "seatings";

  /** The collection of who has a seat where. */
  public static final String COLLECTION = "seatings";

  /** Most workspaces one person is shown. */
  private static final int MAX_WORKSPACES = 1_000;

  private static final byte[] HERE = {1};

  private final SealedCollection seatings;
  private final Rooms rooms;

  /** Those in this database. */
  public static SeatIndex in(Mongo mongo, Vault vault, Rooms rooms) {
    return new SeatIndex(
        new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM), rooms);
  }

  /**
   * @param seatings keyed by person and workspace
   */
  public SeatIndex(SealedCollection seatings, Rooms rooms) {
    this.seatings = seatings;
    this.rooms = rooms;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    for (Event event : CommitCodec.read(record.sequence(), record.plain()).events()) {
      if (event instanceof MemberEvent.SeatTaken taken) {
        add(taken.person(), workspace).await();
      } else if (event instanceof MemberEvent.SeatEnded ended) {
        ended(workspace, ended);
      }
    }
  }

  private void ended(WorkspaceId workspace, MemberEvent.SeatEnded ended) {
    Workspace now = rooms.read(workspace).await();
    Seat seat = now.members().seats().get(ended.seat());
    if (seat != null && now.members().seatOf(seat.person()).isEmpty()) {
      seatings.delete(id(seat.person(), workspace)).await();
    }
  }

  /** Notes that a person has a seat there. */
  public Future<Void> add(String person, WorkspaceId workspace) {
    return add(seatings, person, workspace);
  }

  /** The same, for a caller without rooms. */
  public static Future<Void> add(SealedCollection seatings, String person, WorkspaceId workspace) {
    return seatings.put(id(person, workspace), HERE);
  }

  /** The workspaces a person has or had a seat in. */
  public Future<List<WorkspaceId>> of(String person) {
    return of(seatings, person);
  }

  /** The same, for a caller without rooms. */
  public static Future<List<WorkspaceId>> of(SealedCollection seatings, String person) {
    return seatings
        .range(person + "/", person + "/~", MAX_WORKSPACES)
        .map(
            all ->
                all.stream()
                    .map(e -> new WorkspaceId(e.id().substring(e.id().indexOf('/') + 1)))
                    .toList());
  }

  private static String id(String person, WorkspaceId workspace) {
    return person + "/" + workspace.value();
  }
}
