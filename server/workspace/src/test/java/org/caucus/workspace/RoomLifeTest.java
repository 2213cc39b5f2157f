package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.platform.eventlog.UniqueNames;
import org.junit.jupiter.api.Test;

/** How rooms leave memory and come back, and what they do when something around them is wrong. */
class RoomLifeTest extends RoomStory {
  /** No room stays longer than a moment. */
  private static final Rooms.Limits CROWDED =
      new Rooms.Limits(0, Duration.ZERO, Duration.ofMillis(2));

  @Test
  void theCaretakerTakesSnapshotsOfWhatGrew() {
    rooms.close();
    rooms = rooms(new Rooms.Limits(Long.MAX_VALUE, Duration.ZERO, Duration.ofMillis(20)));
    openedSome(RoomEvictor.EVERY_COMMITS);

    Awaitility.await()
        .atMost(Clocks.LONG)
        .until(() -> snapshots.latest(workspace).await().isPresent());

    assertThat(loader().load(workspace).state()).isEqualTo(replayed());
  }

  @Test
  void aRoomNobodyUsesMakesRoomAndComesBackWhenAskedFor() {
    openedSome(150);
    Workspace before = state();
    rooms.close();
    rooms = rooms(CROWDED);
    assertThat(state()).isEqualTo(before);

    Awaitility.await().atMost(Clocks.LONG).until(() -> rooms.loaded() == 0);

    assertThat(snapshots.latest(workspace).await().orElseThrow().sequence()).isEqualTo(152);
    assertThat(state()).isEqualTo(before);
    opened("Afterwards");
    assertThat(state().issues().byId()).hasSize(151);
  }

  /** Commands and readers against a caretaker that clears the house every two milliseconds. */
  @Test
  void nothingIsLostOrDoubledWhileRoomsAreClosedUnderTheirUsers() {
    rooms.close();
    rooms = rooms(CROWDED);
    List<Future<Committed>> answers = new ArrayList<>();
    int timesGone = 0;
    for (int i = 0; i < 300; i++) {
      IdempotencyKey key = new IdempotencyKey("click-" + i, "hash");
      answers.add(rooms.submit(workspace, amina, issue("Provision " + i), key));
      // the same click again, as a browser does that heard nothing
      answers.add(rooms.submit(workspace, amina, issue("Provision " + i), key));
      if (i % 3 == 0) {
        Future.all(answers).await();
        long deadline = System.nanoTime() + Duration.ofMillis(i % 9).toNanos();
        while (System.nanoTime() < deadline) {
          timesGone += rooms.loaded() == 0 ? 1 : 0;
          Thread.onSpinWait();
        }
      }
    }
    Future.all(answers).await();

    assertThat(timesGone).as("moments without a room").isPositive();
    assertThat(log()).hasSize(302);
    assertThat(state()).isEqualTo(replayed());
    assertThat(state().issues().byId()).hasSize(300);
    assertThat(answers.stream().map(f -> f.result().position()).distinct()).hasSize(300);
  }

  private Room alone() {
    return new Room(
        loader().load(workspace),
        new Room.Parts(
            caucus.log(),
            loader(),
            clock,
            caucus.bell(vertx),
            (ms, work) -> {},
            CommitMeters.NONE));
  }

  /** Tried until a command did wait: where this thread is kept waiting, it may be done by then. */
  @Test
  void aRoomWithCommandsWaitingIsNotClosed() {
    Room room;
    boolean waited;
    do {
      room = alone();
      Future<Committed> answer = room.submit(amina, issue("Waiting"), null);
      boolean closed = room.retire();
      waited = !answer.isComplete();
      assertThat(closed && waited).isFalse();
      answer.await();
    } while (!waited);

    Room gone = room;
    Awaitility.await().atMost(Clocks.LONG).until(gone::retire);
    assertThatThrownBy(() -> gone.submit(amina, issue("Late"), null).await())
        .isInstanceOf(Room.Retired.class);
  }

  @Test
  void aWorkspaceWhoseKeyIsGoneIsOneThatNeverWas() {
    rooms.close();
    caucus.mongo().documents("keys").delete(workspace.value()).await();
    caucus.close();
    caucus = Installation.open(directory);
    snapshots = new Snapshots(caucus.mongo(), caucus.vault());
    rooms = rooms(CROWDED);
    WorkspaceDirectory names = names();
    names.claimSlug("cop", workspace).await();

    PasskeyPolicy threshold = new PasskeyPolicy(p -> Future.succeededFuture(true));
    assertThat(
            new SeatResolver(names, rooms, seatings(), threshold, clock)
                .open("cop", "person-amina")
                .await())
        .isEmpty();
    assertThatThrownBy(() -> opened("Too late")).isInstanceOf(LogException.UnknownWorkspace.class);
    assertThat(rooms.loaded()).isZero();
  }

  private SeatIndex seatings() {
    return new SeatIndex(
        new SealedCollection(
            caucus.mongo().documents("seatings"), caucus.vault(), WorkspaceId.SYSTEM),
        rooms);
  }

  private WorkspaceDirectory names() {
    return new WorkspaceDirectory(
        new UniqueNames(caucus.mongo(), caucus.vault(), "slug"),
        new UniqueNames(caucus.mongo(), caucus.vault(), "address"),
        "lists.example");
  }

  @Test
  void whatIsForgottenAnswersAsAbsentAndIsLoadedAnew() {
    Workspace before = state();

    rooms.evict(workspace);

    assertThat(rooms.loaded()).isZero();
    assertThat(state()).isEqualTo(before).isNotSameAs(before);
  }

  /** Another node wrote what cannot be read; the operator puts it right. */
  @Test
  void aLogThatDoesNotAnswerIsToldOnceAndAskedUntilItDoes() {
    var events = caucus.mongo().documents("events");
    String next = workspace + "/000000000003";
    events
        .insert(
            new BsonDocument("_id", new BsonString(next)).append("c", new BsonBinary(new byte[50])))
        .await();

    assertThatThrownBy(() -> opened("Meanwhile")).isInstanceOf(LogException.Unreadable.class);
    assertThatThrownBy(() -> opened("Again")).isInstanceOf(LogException.Unreadable.class);
    Awaitility.await()
        .pollDelay(Duration.ofMillis(700))
        .until(() -> lines("the log does not answer") == 1);
    assertThat(lines("the log answers again")).isZero();

    events.delete(next).await();
    Awaitility.await().atMost(Clocks.LONG).until(() -> lines("the log answers again") == 1);
    opened("Afterwards");
    assertThat(state().issues().byId()).hasSize(1);
    assertThat(lines("the log does not answer")).isEqualTo(1);
  }

  /** An error used to leave all who asked for it, then and later, waiting for ever. */
  @Test
  void whatKeepsAWorkspaceFromBeingLoadedIsToldAndItIsLoadedOnceItCan() {
    var asked = new AtomicInteger();
    try (Rooms others = rooms(Rooms.Limits.of(Long.MAX_VALUE))) {
      others.beforeLoad(
          id ->
              switch (asked.getAndIncrement()) {
                case 0 -> throw new StackOverflowError();
                case 1 -> Future.failedFuture(new IllegalStateException("its log was cut off"));
                default -> Future.succeededFuture();
              });

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> others.read(workspace).timeout(30, TimeUnit.SECONDS).await())
            .isNotInstanceOf(TimeoutException.class);
      }
      assertThat(others.read(workspace).timeout(30, TimeUnit.SECONDS).await()).isEqualTo(state());
    }
  }

  @Test
  void closedRoomsAskNothingMoreAndSayTryAgain() {
    rooms.close();

    assertThatThrownBy(() -> opened("Too late")).isInstanceOf(Overloaded.class);
    assertThat(lines("does not answer")).isZero();
  }

  @Test
  void aClockSetBackChangesNoOrderAndHidesNothing() {
    rooms
        .submit(
            workspace,
            amina,
            new MemberCommand.AddOrganisation(
                "press", "Press Union", Side.CIVIL_SOCIETY, MemberEvent.History.FROM_JOINING),
            null)
        .await();
    Instant joined = time.get();

    time.set(joined.minus(Duration.ofHours(1)));
    opened("Said after they joined");
    opened("And this");

    assertThat(state().history().getLast().at()).isEqualTo(joined);
    var times = state().history().stream().map(Commit::at).toList();
    assertThat(times).isSorted();
    assertThat(state().issues().find("COP-1").orElseThrow().openedAt()).isEqualTo(joined);
    assertThat(lines("was it set back?")).isEqualTo(1);
    assertThat(state()).isEqualTo(replayed());

    time.set(joined.plusSeconds(60));
    opened("The clock is right again");
    assertThat(state().history().getLast().at()).isEqualTo(joined.plusSeconds(60));
    assertThat(lines("past the newest commit again")).isEqualTo(1);
  }

  @Test
  void aClockSetBackStillHasSnapshotsTaken() {
    rooms.close();
    rooms = rooms(new Rooms.Limits(Long.MAX_VALUE, Duration.ZERO, Duration.ofMillis(20)));
    openedSome(10);
    keep();
    time.set(time.get().minus(Duration.ofHours(1)));

    openedSome(RoomEvictor.EVERY_COMMITS);

    Awaitility.await()
        .atMost(Clocks.LONG)
        .until(() -> snapshots.latest(workspace).await().orElseThrow().sequence() > 12);
  }

  /** Assignees that nobody can count. */
  private static final class Bottomless extends AbstractList<SeatId> {
    @Override
    public SeatId get(int index) {
      throw new StackOverflowError("as if");
    }

    @Override
    public int size() {
      throw new StackOverflowError("as if");
    }
  }

  @Test
  void anErrorInOneCommandIsItsOwnAndTheRoomGoesOn() {
    var sinking =
        new IssueCommand.OpenIssue("COP", "Sinks", "", "", new Bottomless(), null, null, null);
    Future<Committed> sunk = rooms.submit(workspace, amina, sinking, null);
    Future<Committed> beside = rooms.submit(workspace, amina, issue("Beside it"), null);

    assertThatThrownBy(sunk::await).isInstanceOf(StackOverflowError.class);
    beside.await();
    opened("After it");
    assertThat(state().issues().byId()).hasSize(2);
  }

  @Test
  void anErrorInTheRoomItselfIsAnsweredAndTheRoomGoesOn() {
    AtomicBoolean failing = new AtomicBoolean();
    rooms.close();
    rooms =
        new Rooms(
            caucus.log(),
            snapshots,
            () -> failingAtWork(failing),
            caucus.bell(vertx),
            CommitMeters.NONE,
            Rooms.Limits.of(Long.MAX_VALUE));
    opened("Before it");
    failing.set(true);
    Future<Committed> lost = rooms.submit(workspace, amina, issue("During it"), null);

    assertThatThrownBy(lost::await).isInstanceOf(OutOfMemoryError.class);
    failing.set(false);
    opened("After it");
    assertThat(state().issues().byId()).hasSize(2);
    assertThat(replayed()).isEqualTo(state());
  }

  /** Rooms work on virtual threads; who submits here does not. */
  private Instant failingAtWork(AtomicBoolean failing) {
    if (failing.get() && Thread.currentThread().isVirtual()) {
      throw new OutOfMemoryError("as if");
    }
    return clock.instant();
  }
}
