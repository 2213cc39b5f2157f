package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.store.BackgroundWork;
import org.junit.jupiter.api.Test;

/** Which rooms go to sleep for others, and who is asked to come again. */
class RoomMemoryTest extends RoomStory {
  private static final Duration NEVER = Duration.ofHours(1);

  private final AtomicBoolean full = new AtomicBoolean();
  private final List<WorkspaceId> asleep = new CopyOnWriteArrayList<>();

  /** Rooms of which so many fit before those that nobody uses go, and so many at most. */
  private Rooms fitting(int usual, int most) {
    rooms.close();
    long one = Room.estimatedBytes(loader().load(workspace));
    var limits =
        new Rooms.Limits(one * usual + one / 2, one * most + one / 2, RoomEvictor.IN_USE, NEVER);
    rooms =
        new Rooms(
            caucus.log(),
            snapshots,
            clock,
            caucus.bell(vertx),
            CommitMeters.NONE,
            limits,
            full::get);
    rooms.onAsleep(asleep::add);
    return rooms;
  }

  /** Workspaces with the same log as the first. */
  private List<WorkspaceId> others(int count) {
    List<byte[]> records = log().stream().map(LogRecord::plain).toList();
    return java.util.stream.Stream.generate(caucus::workspace)
        .limit(count)
        .peek(w -> caucus.log().append(w, 1, RecordHash.NONE, records).await())
        .toList();
  }

  @Test
  void whoIsInUseStaysOverTheBudgetAndTheLongestUnusedGoesOverTheMost() {
    var all = others(6);
    fitting(2, 4);

    all.subList(0, 4).forEach(w -> rooms.read(w).await());
    assertThat(asleep).as("all were used within 30 s").isEmpty();

    rooms.read(all.get(0)).await(); // used again: not the longest unused any more
    rooms.read(all.get(4)).await();
    rooms.read(all.get(5)).await();

    assertThat(asleep).containsExactly(all.get(1), all.get(2));
    assertThat(rooms.awake())
        .containsExactlyInAnyOrder(all.get(0), all.get(3), all.get(4), all.get(5));
    assertThat(rooms.read(all.get(1)).await().issues().byId()).isEmpty();
  }

  @Test
  void howeverManyAreWokenNoMoreStayThanFit() {
    var all = others(30);
    fitting(5, 10);

    Future.all(all.stream().map(rooms::read).toList()).await();

    assertThat(rooms.loaded()).isLessThanOrEqualTo(10 + Rooms.LOADS_AT_ONCE);
  }

  @Test
  void whatOthersHoldForARoomCountsAndGoesWithIt() {
    var all = others(4);
    fitting(3, 3);
    rooms.beside(w -> Room.BYTES_PER_ROOM * 2);

    all.forEach(w -> rooms.read(w).await());

    assertThat(rooms.loaded()).as("each takes three times as much").isLessThanOrEqualTo(2);
    assertThat(asleep).contains(all.get(0), all.get(1));
  }

  @Test
  void whereTheHeapIsFullOthersSleepAndWhoAsksIsToldToComeAgain() {
    var all = others(3);
    fitting(10, 10);
    all.subList(0, 2).forEach(w -> rooms.read(w).await());

    full.set(true);
    assertThatThrownBy(() -> rooms.read(all.get(2)).await())
        .isInstanceOf(LogException.Crowded.class);
    assertThat(asleep).contains(all.get(0), all.get(1));
    assertThatThrownBy(() -> rooms.submit(all.get(2), amina, issue("Too much"), null).await())
        .isInstanceOf(LogException.Crowded.class);

    full.set(false);
    assertThat(rooms.read(all.get(2)).await().issues().byId()).isEmpty();
  }

  @Test
  void nobodyWaitsForWhatIsLoadedInTheBackground() {
    var all = others(3);
    fitting(10, 10);
    Promise<Void> stuck = Promise.promise();
    rooms.beforeLoad(w -> w.equals(all.get(0)) ? stuck.future() : Future.succeededFuture());
    Future<Workspace> first = BackgroundWork.get(() -> rooms.read(all.get(0)));
    Future<Workspace> second = BackgroundWork.get(() -> rooms.read(all.get(1)));

    assertThat(rooms.read(all.get(2)).timeout(60, TimeUnit.SECONDS).await().id())
        .isEqualTo(all.get(2));
    assertThat(second.isComplete()).as("it waits for the first").isFalse();
    assertThat(rooms.read(all.get(1)).timeout(60, TimeUnit.SECONDS).await().id())
        .isEqualTo(all.get(1));
    assertThat(second.timeout(60, TimeUnit.SECONDS).await().id()).isEqualTo(all.get(1));

    stuck.complete();
    assertThat(first.timeout(60, TimeUnit.SECONDS).await().id()).isEqualTo(all.get(0));
  }

  @Test
  void lettersOfAnArchiveCountEachAndTheirLongWordsDoNot() {
    long letters = Room.estimatedBytes(300_000_000, 250, 100_000);
    assertThat(letters).isBetween(60_000_000L, 150_000_000L);
    assertThat(Room.estimatedBytes(900 * 95_000L, 900, 900)).isLessThan(10_000_000L);
  }
}
