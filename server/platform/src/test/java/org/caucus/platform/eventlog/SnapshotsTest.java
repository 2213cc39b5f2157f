package org.caucus.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.store.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A snapshot is there whole or not at all, whatever stops its writer and the person who meddles.
 */
class SnapshotsTest {
  private static final Instant AT = Instant.parse("2026-06-01T09:00:00Z");

  private static final RecordHash TIP = RecordHash.over(new byte[] {7});

  @TempDir Path directory;
  private Installation caucus;
  private Snapshots snapshots;
  private Documents documents;
  private WorkspaceId workspace;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    snapshots = new Snapshots(caucus.mongo(), caucus.vault());
    documents = caucus.mongo().documents("snapshots");
    workspace = caucus.workspace();
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Snapshots.Draft draft(long sequence, String... parts) {
    Snapshots.Draft draft = snapshots.begin(workspace, sequence).await();
    for (String part : parts) {
      draft.add(bytes(part)).await();
    }
    return draft;
  }

  private boolean keep(long sequence, String... parts) {
    return draft(sequence, parts).finish("shape", TIP, 77, AT).await();
  }

  private Snapshots.Head newest() {
    return snapshots.latest(workspace).await().orElseThrow();
  }

  private List<String> read(Snapshots.Head head) {
    return snapshots.parts(head, 0, 100).await().stream()
        .map(b -> new String(b, StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void whatWasKeptIsFound() {
    assertThat(snapshots.latest(workspace).await()).isEmpty();

    assertThat(keep(12, "one", "two", "three")).isTrue();

    Snapshots.Head head = newest();
    assertThat(head.sequence()).isEqualTo(12);
    assertThat(head.shape()).isEqualTo("shape");
    assertThat(head.tip()).isEqualTo(TIP);
    assertThat(head.weight()).isEqualTo(77);
    assertThat(head.at()).isEqualTo(AT);
    assertThat(read(head)).containsExactly("one", "two", "three");
    assertThat(snapshots.parts(head, 1, 1).await()).containsExactly(bytes("two"));
  }

  @Test
  void nothingOfItIsInClear() {
    keep(12, "the memo to the agency");

    for (BsonDocument d : documents.findRange("", "~", 100).await()) {
      assertThat(new String(d.getBinary("c").getData(), StandardCharsets.ISO_8859_1))
          .doesNotContain("memo", "shape");
    }
  }

  @Test
  void aNewerOneTakesThePlaceAndTheRoomOfAnOlder() {
    keep(12, "old", "older");
    keep(30, "new");

    keep(30, "new again");

    assertThat(read(newest())).containsExactly("new again");
    assertThat(documents.count().await()).isEqualTo(2);
  }

  /** Between any two writes there is a snapshot that can be read. */
  @Test
  void aCrashAtAnyInstantLeavesOneThatCanBeRead() {
    keep(12, "old", "older");

    Snapshots.Draft begun = draft(20);
    assertThat(read(newest())).containsExactly("old", "older");
    begun.add(bytes("half of")).await();
    assertThat(read(newest())).containsExactly("old", "older");
    begun.add(bytes("the new")).await();
    assertThat(read(newest())).containsExactly("old", "older");
    // the process ends here; the next one leaves no rubbish behind
    keep(30, "after the crash");
    assertThat(read(newest())).containsExactly("after the crash");
    assertThat(documents.count().await()).isEqualTo(2);

    // or it ends between the switch and the removal of the old
    Snapshots.Head was = newest();
    Snapshots.Draft last = draft(40, "newest");
    Snapshots.Head next =
        new Snapshots.Head(workspace, last.generation(), 40, 1, TIP, "shape", 1, Instant.EPOCH);
    assertThat(last.publish(next).await()).isTrue();
    assertThat(read(newest())).containsExactly("newest");
    assertThat(read(was))
        .as("for the person who is just reading it")
        .containsExactly("after the crash");
    keep(50, "clean");
    assertThat(documents.count().await()).isEqualTo(2);
  }

  @Test
  void ofTwoThatWriteAtOnceOneWinsAndTheOtherLeavesNothing() {
    Snapshots.Draft here = draft(20, "here");
    Snapshots.Draft there = draft(25, "there");

    assertThat(here.finish("shape", TIP, 1, AT).await()).isTrue();
    assertThat(there.finish("shape", TIP, 1, AT).await()).isFalse();

    assertThat(read(newest())).containsExactly("here");
    assertThat(documents.count().await()).isEqualTo(2);
  }

  @Test
  void aPartThatIsMissingChangedOrMovedIsNotServed() {
    keep(12, "one", "two", "three");
    Snapshots.Head head = newest();
    String second = workspace + "/p/" + head.generation() + "/00001";
    BsonDocument part = documents.findById(second).await().orElseThrow();
    byte[] sealed = part.getBinary("c").getData();

    sealed[sealed.length / 2] ^= 1;
    documents.replace(part.append("c", new BsonBinary(sealed))).await();
    assertUnreadable(head);

    String first = workspace + "/p/" + head.generation() + "/00000";
    byte[] other = documents.findById(first).await().orElseThrow().getBinary("c").getData();
    documents.replace(part.append("c", new BsonBinary(other))).await();
    assertUnreadable(head);

    documents.delete(second).await();
    assertUnreadable(head);

    snapshots.discard(head).await();
    assertThat(snapshots.latest(workspace).await()).isEqualTo(Optional.empty());
    assertThat(documents.count().await()).isZero();
  }

  private void assertUnreadable(Snapshots.Head head) {
    assertThatThrownBy(() -> read(head)).isInstanceOf(LogException.Unreadable.class);
  }

  @Test
  void limitsAreTold() {
    Snapshots.Draft draft = draft(1);

    assertThatThrownBy(() -> draft.add(new byte[Snapshots.PART_LIMIT_BYTES + 1]).await())
        .isInstanceOf(LogException.TooLarge.class);
  }
}
