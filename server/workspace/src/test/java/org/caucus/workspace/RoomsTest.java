package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.store.DatabaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in the order of the log, durable before they are answered, on a real database. */
class RoomsTest {
  @TempDir Path directory;
  private Installation caucus;
  private Vertx vertx;
  private final List<Rooms> all = new ArrayList<>();
  private Rooms rooms;
  private WorkspaceId workspace;
  private SeatId amina;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    vertx = Vertx.vertx();
    rooms = node(vertx);
    workspace = caucus.workspace();
    rooms.submit(workspace, null, opening(), null).await();
    amina = state(rooms).members().seatOf("person-amina").orElseThrow().id();
    rooms
        .submit(
            workspace,
            amina,
            new IssueCommand.OpenTracker(
                "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()),
            null)
        .await();
  }

  @AfterEach
  void close() {
    all.forEach(Rooms::close);
    vertx.close().await();
    caucus.close();
  }

  private Rooms node(Vertx bus) {
    Rooms node = new Rooms(caucus.log(), InstantSource.system(), caucus.bell(bus));
    all.add(node);
    return node;
  }

  private static MemberCommand.OpenWorkspace opening() {
    return new MemberCommand.OpenWorkspace(
        "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina");
  }

  private Workspace state(Rooms node) {
    return node.read(workspace).await();
  }

  private static IssueCommand.OpenIssue issue(String title) {
    return new IssueCommand.OpenIssue("COP", title, "", "", List.of(), null, null, null);
  }

  private List<LogRecord> log() {
    return caucus.log().read(workspace, 0, 1_000).await();
  }

  @Test
  void commandsThatComeTogetherShareTheirCommits() {
    long syncsBefore = caucus.mongo().syncs();
    List<Future<Committed>> answers = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      answers.add(rooms.submit(workspace, amina, issue("Provision " + i), null));
    }
    Future.all(answers).await();

    assertThat(caucus.mongo().syncs() - syncsBefore).as("syncs of the disk").isLessThan(32);
    assertThat(log()).hasSize(66);
    assertThat(state(rooms).issues().byId()).hasSize(64);
    assertThat(state(rooms).issues().find("COP-64")).isPresent();
    assertThat(answers.stream().map(f -> f.result().position()).distinct()).hasSize(64);
  }

  @Test
  void oneThatIsRefusedDoesNotHoldUpItsNeighbours() {
    Future<Committed> good = rooms.submit(workspace, amina, issue("One"), null);
    Future<Committed> bad =
        rooms.submit(workspace, amina, new IssueCommand.ReopenIssue("COP-99"), null);
    Future<Committed> alsoGood = rooms.submit(workspace, amina, issue("Two"), null);

    good.await();
    alsoGood.await();
    assertThatThrownBy(bad::await).isInstanceOf(Refusal.class);
    assertThat(log()).hasSize(4);
  }

  /** As of a node that slept, or that the log did not answer. */
  @Test
  void whatTheLogWasNotAskedForTooLongIsReadOnBeforeItIsShown() {
    Vertx elsewhere = Vertx.vertx();
    try {
      Rooms other = node(elsewhere);
      other.believeFor(Clocks.LONG);
      state(other);
      rooms.submit(workspace, amina, issue("Removal within 24 hours"), null).await();
      assertThat(state(other).issues().byId()).as("no bell, and believed still").isEmpty();
      assertThat(other.again(workspace).await().issues().byId()).hasSize(1);

      rooms.submit(workspace, amina, issue("Takedown by a court"), null).await();
      other.believeFor(Duration.ZERO);

      assertThat(state(other).issues().byId()).hasSize(2);
    } finally {
      elsewhere.close().await();
    }
  }

  /** As after a node of a newer version, beside this one, has written what only that one knows. */
  @Test
  void whatANewerVersionWroteStopsThisOneAndIsNeverPassedOver() {
    Workspace before = state(rooms);
    rooms.believeFor(Duration.ZERO);
    Commit last = before.history().getLast();
    byte[] newer =
        new String(CommitCodec.write(last), StandardCharsets.UTF_8)
            .replace("tracker.opened", "seat.barred")
            .replace(last.id(), RandomIds.random())
            .getBytes(StandardCharsets.UTF_8);
    caucus.log().append(workspace, before.sequence() + 1, before.tip(), List.of(newer)).await();

    assertThatThrownBy(() -> state(rooms)).isInstanceOf(Overloaded.class);
    assertThatThrownBy(() -> rooms.submit(workspace, amina, issue("One"), null).await())
        .isInstanceOf(LogException.Newer.class)
        .hasMessageContaining("seat.barred")
        .hasMessageContaining("newer Caucus");
    assertThat(rooms.older()).isTrue();
  }

  /** Two nodes share the log and nothing else: no bell reaches the other. */
  @Test
  void twoNodesOnOneLogLeaveNoGapAndDoNothingTwice() {
    Vertx elsewhere = Vertx.vertx();
    try {
      Rooms other = node(elsewhere);
      state(other);
      List<Future<Committed>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(rooms.submit(workspace, amina, issue("Here " + i), null));
        answers.add(other.submit(workspace, amina, issue("There " + i), null));
        if (i % 8 == 0) {
          answers.getLast().await();
        }
      }
      Future.all(answers).await();
      // each has seen at least its own; one more command each brings both up to date
      rooms.submit(workspace, amina, issue("Last here"), null).await();
      other.submit(workspace, amina, issue("Last there"), null).await();

      Workspace replayed = Workspace.empty(workspace);
      for (LogRecord r : log()) {
        replayed = replayed.follow(r);
      }
      assertThat(replayed.issues().byId()).hasSize(82);
      assertThat(replayed.issues().find("COP-82")).isPresent();
      assertThat(state(other)).isEqualTo(replayed);
    } finally {
      elsewhere.close().await();
    }
  }

  @Test
  void theBellBringsAnotherNodeUpToDate() {
    Rooms other = node(vertx);
    state(other);

    rooms.submit(workspace, amina, issue("Heard of"), null).await();

    Awaitility.await()
        .atMost(Clocks.LONG)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> state(other).sequence() == 3);
  }

  @Test
  void aKeyIsRememberedAcrossARestart() {
    IdempotencyKey key = new IdempotencyKey("click-1", "hash");
    Committed first = rooms.submit(workspace, amina, issue("Once"), key).await();
    vertx.close().await();
    caucus.close();
    caucus = Installation.open(directory);
    vertx = Vertx.vertx();
    rooms = node(vertx);

    Committed again = rooms.submit(workspace, amina, issue("Once"), key).await();

    assertThat(again).isEqualTo(first);
    assertThat(log()).hasSize(3);
    assertThatThrownBy(
            () ->
                rooms
                    .submit(workspace, amina, issue("Other"), new IdempotencyKey("click-1", "x"))
                    .await())
        .isInstanceOf(Refusal.class);
  }

  @Test
  void aThreadAndItsEntryAreOneRecord() {
    rooms
        .submit(
            workspace,
            amina,
            new ListCommand.OpenList("all", "All", "", "all", Audience.everyone()),
            null)
        .await();
    rooms
        .submit(
            workspace,
            amina,
            new ListCommand.StartThread("all", "Memo", Post.web("Draft attached", null, null)),
            null)
        .await();

    assertThat(state(rooms).history().getLast().events()).hasSize(2);
    assertThat(log()).hasSize(4);
  }

  @Test
  void aDatabaseThatIsAwaySaysSoAndNothingIsSaidToHaveHappened() {
    IdempotencyKey key = new IdempotencyKey("click-2", "hash");
    caucus.close();

    assertThatThrownBy(() -> rooms.submit(workspace, amina, issue("Lost?"), key).await())
        .isInstanceOf(DatabaseException.Away.class);
    assertThat(state(rooms).issues().byId()).isEmpty();

    caucus = Installation.open(directory);
    rooms = node(vertx);
    rooms.submit(workspace, amina, issue("Lost?"), key).await();
    assertThat(state(rooms).issues().byId()).hasSize(1);
  }
}
