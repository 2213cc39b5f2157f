package org.caucus.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.BsonBinary;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.chain.ChainedRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One order, no gap, no fork, nothing moved. */
class EventLogTest {
  @TempDir static Path directory;
  static Installation caucus;

  @BeforeAll
  static void open() {
    caucus = Installation.open(directory);
  }

  @AfterAll
  static void close() {
    caucus.close();
  }

  @Test
  void readsBackWhatWasAppendedInOrder() {
    var workspace = caucus.workspace();

    append(workspace, 1, "review opened", "memo drafted");
    append(workspace, 3, "memo submitted to the agency");

    assertThat(texts(workspace, 0))
        .containsExactly("review opened", "memo drafted", "memo submitted to the agency");
    assertThat(texts(workspace, 2)).containsExactly("memo submitted to the agency");
    assertThat(caucus.log().read(workspace, 1, 1).await().getFirst().sequence()).isEqualTo(2);
    assertThat(caucus.log().read(workspace, 3, 10).await()).isEmpty();
  }

  @Test
  void logsOfTwoWorkspacesDoNotMeet() {
    var code = caucus.workspace();
    var other = caucus.workspace();

    append(code, 1, "removal within 24 hours of notice");
    append(other, 1, "joint call");

    assertThat(texts(code, 0)).containsExactly("removal within 24 hours of notice");
    assertThat(caucus.log().workspaces().await())
        .contains(code, other)
        .doesNotContain(WorkspaceId.SYSTEM);
  }

  @Test
  void thePersonWhoIsSecondHearsHowManyWentIn() {
    var workspace = caucus.workspace();
    var b = hash(workspace, 2, hash(workspace, 1, RecordHash.NONE, "a"), "b");
    caucus.log().append(workspace, 3, b, records("somebody was first")).await();

    var late = caucus.log().append(workspace, 1, RecordHash.NONE, records("a", "b", "c", "d"));
    assertThatThrownBy(late::await)
        .isInstanceOfSatisfying(
            LogException.AppendConflict.class, e -> assertThat(e.appended()).isEqualTo(2));
    assertThat(texts(workspace, 0)).containsExactly("a", "b", "somebody was first");
  }

  @Test
  void twoWritersWhoCatchUpAndTryAgainLeaveNoGapAndNoFork() throws Exception {
    var workspace = caucus.workspace();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> writers =
          List.of(
              () -> write(workspace, "liaison", 60),
              () -> write(workspace, "convenor", 60),
              () -> write(workspace, "member", 60));
      for (var writer : threads.invokeAll(writers)) {
        assertThat(writer.get()).isEqualTo(60);
      }
    }

    var all = caucus.log().read(workspace, 0, 1_000).await();
    assertThat(all.stream().map(LogRecord::sequence))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 180).boxed().toList());
    for (var who : List.of("liaison", "convenor", "member")) {
      var own = all.stream().map(r -> new String(r.plain(), UTF_8)).filter(t -> t.startsWith(who));
      assertThat(own)
          .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> who + " " + i).toList());
    }
  }

  private static int write(WorkspaceId workspace, String who, int count) {
    long last = 0;
    var tip = RecordHash.NONE;
    int written = 0;
    while (written < count) {
      var batch = new ArrayList<byte[]>();
      for (int i = written; i < Math.min(count, written + 3); i++) {
        batch.add((who + " " + i).getBytes(UTF_8));
      }
      try {
        tip = caucus.log().append(workspace, last + 1, tip, batch).await();
        last += batch.size();
        written += batch.size();
      } catch (LogException.AppendConflict e) {
        written += e.appended();
        var missed = caucus.log().read(workspace, last, tip, 1_000).await();
        last = missed.getLast().sequence();
        tip = missed.getLast().hash();
      }
    }
    return written;
  }

  @Test
  void refusesWhatIsOverALimitAndAppendsNothing() {
    var workspace = caucus.workspace();
    var tooLarge = List.of(new byte[1], new byte[EventLog.RECORD_LIMIT_BYTES + 1]);

    assertThatThrownBy(() -> caucus.log().append(workspace, 1, RecordHash.NONE, tooLarge).await())
        .isInstanceOf(LogException.TooLarge.class)
        .hasMessageContaining("" + EventLog.RECORD_LIMIT_BYTES);
    assertThat(caucus.log().read(workspace, 0, 10).await()).isEmpty();
  }

  @Test
  void aWorkspaceThatWasNeverMadeIsUnknown() {
    var nobody = WorkspaceId.random();

    assertThatThrownBy(() -> append(nobody, 1, "x"))
        .isInstanceOf(LogException.UnknownWorkspace.class);
    assertThatThrownBy(() -> caucus.log().read(nobody, 0, 10).await())
        .isInstanceOf(LogException.UnknownWorkspace.class);
  }

  @Test
  void aRecordThatWasMovedIsUnreadableAndNamed() {
    var workspace = caucus.workspace();
    append(workspace, 1, "approve", "reject");
    var events = caucus.mongo().documents("events");
    var first = events.findById(workspace + "/000000000001").await().orElseThrow();
    var second = events.findById(workspace + "/000000000002").await().orElseThrow();

    second.put("c", first.get("c"));
    events.replace(second).await();

    assertThatThrownBy(() -> caucus.log().read(workspace, 0, 10).await())
        .isInstanceOfSatisfying(
            LogException.Unreadable.class,
            e -> assertThat(e.place()).isEqualTo("events/" + workspace + "/000000000002"));
  }

  @Test
  void aRecordThatWasRemovedIsAGap() {
    var workspace = caucus.workspace();
    append(workspace, 1, "a", "b", "c");

    caucus.mongo().documents("events").delete(workspace + "/000000000002").await();

    assertThatThrownBy(() -> caucus.log().read(workspace, 0, 10).await())
        .isInstanceOf(LogException.Gap.class)
        .hasMessageContaining("sequence 2");
  }

  @Test
  void aRecordFromAnotherPastIsNotServedNorIsWhatComesAfterIt() {
    var workspace = caucus.workspace();
    append(workspace, 1, "a", "b", "c");
    var events = caucus.mongo().documents("events");
    // anyone who restores an old copy and goes on from there seals for the same place with the same
    // key
    var forged =
        new ChainedRecord(hash(workspace, 1, RecordHash.NONE, "another past"), "b".getBytes(UTF_8));
    var second = events.findById(workspace + "/000000000002").await().orElseThrow();
    var place = "events/" + workspace + "/000000000002";
    second.put("c", new BsonBinary(caucus.vault().seal(workspace, forged.write(), place)));
    events.replace(second).await();

    for (int after : new int[] {0, 1}) {
      assertThatThrownBy(() -> caucus.log().read(workspace, after, 10).await())
          .isInstanceOfSatisfying(
              LogException.Broken.class, e -> assertThat(e.sequence()).isEqualTo(2))
          .hasMessageContaining("caucus audit verify " + workspace);
    }
    assertThatThrownBy(() -> caucus.log().read(workspace, 2, 10).await())
        .isInstanceOfSatisfying(
            LogException.Broken.class, e -> assertThat(e.sequence()).isEqualTo(3));
  }

  @Test
  void whoReadOnFromARecordThatIsGoneIsTold() {
    var workspace = caucus.workspace();
    append(workspace, 1, "a", "b", "c");

    caucus.mongo().documents("events").delete(workspace + "/000000000003").await();

    assertThatThrownBy(() -> caucus.log().read(workspace, 3, 10).await())
        .isInstanceOfSatisfying(
            LogException.Broken.class, e -> assertThat(e.sequence()).isEqualTo(3))
        .hasMessageContaining("is not any more");
  }

  @Test
  void aHashStandsForPlaceAndPastAndIsNotOfTheKey() {
    var workspace = new WorkspaceId("a".repeat(26));
    var first = hash(workspace, 1, RecordHash.NONE, "memo");

    // written down once: a log of today is checked like this for ever
    assertThat(first.toString())
        .isEqualTo("9e498ffcd0fedbbd1113a45035dd09204eaf9152e1dc547611db81642c59ad8e");
    assertThat(hash(workspace, 2, RecordHash.NONE, "memo")).isNotEqualTo(first);
    assertThat(hash(workspace, 1, first, "memo")).isNotEqualTo(first);
    assertThat(hash(WorkspaceId.random(), 1, RecordHash.NONE, "memo")).isNotEqualTo(first);
    assertThat(RecordHash.parse(first.toString())).hasValue(first);
    assertThat(RecordHash.parse("not a hash")).isEmpty();
  }

  private static void append(WorkspaceId workspace, long first, String... texts) {
    caucus.append(workspace, first, records(texts));
  }

  private static RecordHash hash(
      WorkspaceId workspace, long sequence, RecordHash previous, String text) {
    return new ChainedRecord(previous, text.getBytes(UTF_8)).hash(workspace.value(), sequence);
  }

  private static List<byte[]> records(String... texts) {
    return java.util.Arrays.stream(texts).map(t -> t.getBytes(UTF_8)).toList();
  }

  private static List<String> texts(WorkspaceId workspace, long after) {
    return caucus.log().read(workspace, after, 100).await().stream()
        .map(r -> new String(r.plain(), UTF_8))
        .toList();
  }
}
