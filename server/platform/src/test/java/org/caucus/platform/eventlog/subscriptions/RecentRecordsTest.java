package org.caucus.platform.eventlog.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.junit.jupiter.api.Test;

class RecentRecordsTest {
  private final RecentRecords newest = new RecentRecords();
  private final WorkspaceId workspace = WorkspaceId.random();

  @Test
  void thePersonWhoWasAtARecordThatIsKnownGetsThoseAfterIt() {
    newest.add(workspace, records(1, 5));

    assertThat(after(2, 10)).containsExactly(3L, 4L, 5L);
    assertThat(after(2, 2)).containsExactly(3L, 4L);
    assertThat(newest.at(workspace, 4).map(LogRecord::hash)).contains(hash(4));
  }

  @Test
  void thePersonWhoIsElsewhereReadsTheLog() {
    newest.add(workspace, records(11, 15));

    assertThat(after(15, 10)).as("is at the last").isEmpty();
    assertThat(after(9, 10)).as("is further behind").isEmpty();
    assertThat(newest.after(workspace, 12, hash(99), 10)).as("comes from another log").isEmpty();
    assertThat(newest.after(WorkspaceId.random(), 12, hash(12), 10)).isEmpty();
  }

  @Test
  void whatAnotherNodeAppendedBetweenLeavesNoGap() {
    newest.add(workspace, records(1, 2));
    newest.add(workspace, records(4, 5));

    assertThat(after(1, 10)).isEmpty();
    assertThat(after(4, 10)).containsExactly(5L);
  }

  @Test
  void keepsTheNewestAndNoMoreThanItsLimits() {
    newest.add(workspace, records(1, RecentRecords.MAX_RECORDS + 1));
    assertThat(newest.at(workspace, 1)).isEmpty();
    assertThat(newest.at(workspace, 2)).isPresent();

    var large = new LogRecord(1, hash(1), new byte[(int) RecentRecords.MAX_BYTES]);
    WorkspaceId other = WorkspaceId.random();
    newest.add(other, List.of(large));
    assertThat(newest.at(workspace, 2)).as("the longest unused goes first").isEmpty();
    assertThat(newest.at(other, 1)).isPresent();
  }

  @Test
  void nothingOfAClosedWorkspaceIsHadFromMemory() {
    newest.add(workspace, records(1, 3));
    newest.forget(workspace);

    assertThat(after(1, 10)).isEmpty();
    assertThat(newest.at(workspace, 2)).isEmpty();
  }

  private List<Long> after(long sequence, int limit) {
    return newest.after(workspace, sequence, hash(sequence), limit).stream()
        .map(LogRecord::sequence)
        .toList();
  }

  private static List<LogRecord> records(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(s -> new LogRecord(s, hash(s), ("record " + s).getBytes(UTF_8)))
        .toList();
  }

  private static RecordHash hash(long sequence) {
    return RecordHash.over(Long.toString(sequence).getBytes(UTF_8));
  }
}
