package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Committed;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.platform.eventlog.audit.LogAudit;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.spill.StoredText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A workspace whose texts are long: all of them together are more than one answer may hold. */
@Tag("slow")
class LongLogTest extends RoomStory {
  /** 285,000 octets. */
  private static final String TEXT = "ⵣ".repeat(95_000);

  private void wrote(int texts) {
    wrote(texts, TEXT);
  }

  private void wrote(int texts, String text) {
    List<Future<Committed>> all = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      var issue =
          new IssueCommand.OpenIssue(
              "COP", "Provision " + i, text, "", List.of(), null, null, null);
      all.add(rooms.submit(workspace, amina, issue, null));
    }
    Future.all(all).await();
  }

  /** Over 48,000,000 octets, the most that a message of the wire may have. */
  @Test
  void itOpensAgainWithItsSnapshotWithoutAndWithOneThatIsDiscarded() {
    wrote(180);
    Workspace before = state();
    assertThat(replayed()).isEqualTo(before);

    Snapshots.Draft older = snapshots.begin(workspace, 4).await();
    older.finish("the shape of an older Caucus", before.tip(), 1, clock.instant()).await();
    startAgain();
    assertThat(state()).isEqualTo(before);
    assertThat(lines("another shape")).isEqualTo(1);

    // the caretaker may have kept one meanwhile
    boolean unused = loader().keep(loader().load(workspace), clock.instant());
    startAgain();
    assertThat(state()).isEqualTo(before);
    assertThat(audited()).isEqualTo(before.sequence());
  }

  private void startAgain() {
    rooms.close();
    caucus.close();
    caucus = Installation.open(directory);
    snapshots = new Snapshots(caucus.mongo(), caucus.vault());
    rooms = rooms(Rooms.Limits.of(Long.MAX_VALUE));
  }

  private long audited() {
    var audit = new LogAudit(caucus.log(), new LogTips(caucus.mongo(), caucus.vault()));
    var finding = audit.verify(workspace, List.of(), n -> {});
    assertThat(finding.fault()).isNull();
    return finding.sound().sequence();
  }

  @Test
  void aSnapshotIsDueByOctetsHoweverFewCommitsTheyAre() {
    rooms.close();
    rooms = rooms(new Rooms.Limits(Long.MAX_VALUE, Duration.ZERO, Duration.ofMillis(20)));
    wrote(64);
    assertThat(64L * TEXT.length() * 3).isGreaterThan(RoomEvictor.EVERY_BYTES);
    assertThat(state().sequence()).isLessThan(RoomEvictor.EVERY_QUIET_COMMITS);

    Awaitility.await()
        .atMost(Clocks.LONG)
        .until(() -> snapshots.latest(workspace).await().isPresent());
  }

  /** It would take the memory of all others, and the process with it. */
  @Test
  void whatDoesNotFitIsNotLoadedAndSaysHowMuchItTakes() {
    wrote(900, TEXT.substring(0, StoredText.SHORT_CHARS - 1));
    keep();
    long most = 1024 * 1024;

    for (Snapshots from : Arrays.asList(null, snapshots)) {
      assertThatThrownBy(() -> new WorkspaceLoader(caucus.log(), from, most).load(workspace))
          .isInstanceOf(LogException.NotLoaded.class)
          .hasMessageContaining(workspace + " takes more than 1 MiB of memory");
    }
    assertThat(new WorkspaceLoader(caucus.log(), snapshots, 4 * most).load(workspace).state())
        .isEqualTo(state());
  }

  /** What was said lies outside the heap: of a log of gigabytes little is in memory. */
  @Test
  void longTextsDoNotCountSinceTheyLieOutsideTheHeap() {
    wrote(30, "\n".repeat(95_000)); // each is two octets in the log
    String thing = state().issues().byId().keySet().iterator().next();
    var said = new IssueCommand.CommentIssue(thing, Post.web(TEXT, null, null));
    rooms.submit(workspace, amina, said, null).await();
    keep();
    long most = 1024 * 1024;

    for (Snapshots from : Arrays.asList(null, snapshots)) {
      assertThat(new WorkspaceLoader(caucus.log(), from, most).load(workspace).state())
          .isEqualTo(state());
    }
  }
}
