package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another node that hears nothing of what this one commits, and asks the log. */
class LostBellTest extends RoomStory {
  private final List<WorkspaceId> told = new CopyOnWriteArrayList<>();
  private final Vertx elsewhere = Vertx.vertx(); // no bus leads there
  private Rooms deaf;

  @BeforeEach
  void another() {
    deaf = deaf(Rooms.Limits.of(Long.MAX_VALUE));
  }

  @AfterEach
  void end() {
    deaf.close();
    elsewhere.close().await();
  }

  private Rooms deaf(Rooms.Limits limits) {
    AppendNotifier bell = caucus.ownBell(elsewhere);
    bell.onNews((where, sequence) -> told.add(where));
    return new Rooms(caucus.log(), snapshots, clock, bell, CommitMeters.NONE, limits);
  }

  private Workspace there() {
    return deaf.read(workspace).await();
  }

  @Test
  void whatItDidNotHearItFindsInTheLogThoughOtherLogsAreDamaged() {
    List<WorkspaceId> damaged = new ArrayList<>();
    for (int i = 0; i < 8; i++) { // so that some come before it, whatever the order
      WorkspaceId other = caucus.workspace();
      rooms.submit(other, null, opening(), null).await();
      deaf.read(other).await();
      caucus
          .mongo()
          .documents(EventLog.COLLECTION)
          .insert(
              new BsonDocument("_id", new BsonString(other + "/000000000002"))
                  .append("c", new BsonBinary(new byte[60])))
          .await();
      damaged.add(other);
    }
    assertThat(there()).isEqualTo(state());
    opened("Removal within 24 hours");

    deaf.askLog();

    Awaitility.await().until(() -> there().equals(state()));
    assertThat(told).contains(workspace).doesNotContainAnyElementsOf(damaged);
  }

  @Test
  void thePersonWhoWatchesAWorkspaceThatLeftMemoryIsWokenToo() {
    deaf.close();
    deaf = deaf(new Rooms.Limits(0, Duration.ZERO, Duration.ofMillis(2)));
    there();
    Awaitility.await().until(() -> deaf.loaded() == 0);
    deaf.askLog();
    assertThat(told).isEmpty();
    opened("Removal within 24 hours");

    Awaitility.await()
        .until(
            () -> {
              deaf.askLog();
              return told.contains(workspace);
            });
    told.clear();
    deaf.askLog();
    assertThat(told).as("once").isEmpty();
  }
}
