package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.caucus.platform.eventlog.Snapshots;
import org.junit.jupiter.api.Test;

/** A load is the snapshot and what came after it, and never anything else. */
class SnapshotLoadTest extends RoomStory {
  @Test
  void aLoadIsTheSnapshotAndWhatCameAfterIt() {
    openedSome(20);
    keep();
    openedSome(7);

    WorkspaceLoader.Loaded loaded = loader().load(workspace);

    assertThat(loaded.covered()).isEqualTo(22);
    assertThat(loaded.state()).isEqualTo(replayed()).isEqualTo(state());
    assertThat(loaded.state().sequence()).isEqualTo(29);
    assertThat(loaded.weight()).isEqualTo(log().stream().mapToLong(r -> r.plain().length).sum());
  }

  @Test
  void aSnapshotOfAnotherShapeIsDiscardedAndNeverHalfRead() {
    openedSome(5);
    Snapshots.Draft older = snapshots.begin(workspace, 4).await();
    older.add(new byte[] {0, 0, 0, 1, 1}).await();
    older.finish("the shape of an older Caucus", state().tip(), 1, clock.instant()).await();

    assertDiscarded("another shape");
  }

  @Test
  void aTruncatedOrCorruptedSnapshotIsDiscarded() {
    openedSome(5);
    keep();
    Snapshots.Head head = snapshots.latest(workspace).await().orElseThrow();
    var documents = caucus.mongo().documents("snapshots");
    BsonDocument part =
        documents.findById(workspace + "/p/" + head.generation() + "/00000").await().orElseThrow();
    byte[] sealed = part.getBinary("c").getData();
    documents
        .replace(part.append("c", new BsonBinary(Arrays.copyOf(sealed, sealed.length - 9))))
        .await();

    assertDiscarded("cannot be read");
  }

  @Test
  void aHeadThatWasMeddledWithIsDiscarded() {
    openedSome(5);
    keep();
    var documents = caucus.mongo().documents("snapshots");
    BsonDocument head = documents.findById(workspace + "/head").await().orElseThrow();
    documents.replace(head.append("c", new BsonBinary(new byte[40]))).await();

    assertDiscarded("cannot be read");
  }

  /** As after a restore of an older backup of the log alone. */
  @Test
  void aSnapshotThatTheLogDoesNotBearOutIsDiscarded() {
    openedSome(5);
    WorkspaceLoader.Loaded loaded = loader().load(workspace);
    Commit never =
        new Commit(8, "never", clock.instant(), amina, null, state().history().getLast().events());
    loader().keep(loaded.with(loaded.state().evolve(never), 1, loaded.asked()), clock.instant());

    assertDiscarded("something else at 8");

    // and one of the right length with another last commit
    keep();
    opened("Here");
    loader().keep(loaded.with(loaded.state().evolve(never), 1, loaded.asked()), clock.instant());
    assertDiscarded("something else at 8");
  }

  private void assertDiscarded(String why) {
    Workspace wanted = replayed();
    said.list.clear();

    WorkspaceLoader.Loaded loaded = loader().load(workspace);

    assertThat(loaded.state()).isEqualTo(wanted);
    assertThat(loaded.covered()).isZero();
    assertThat(lines(why)).as("lines that say why").isEqualTo(1);
    assertThat(snapshots.latest(workspace).await()).isEmpty();
    keep();
    assertThat(loader().load(workspace).covered()).isEqualTo(wanted.sequence());
  }
}
