package org.caucus.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.store.DatabaseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encrypted places beside the log: blobs, names, sealed collections. */
class PlacesTest {
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
  void blobsOfEverySizeComeBackAsTheyWere() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var workspace = caucus.workspace();
    int chunk = Blobs.CHUNK_BYTES;

    for (int size : new int[] {0, 1, chunk - 1, chunk, chunk + 1, 9 * chunk, 9 * chunk + 7}) {
      var letter = new byte[size];
      new Random(size).nextBytes(letter);
      var blob = blobs.put(workspace, letter).await();
      assertThat(blobs.get(workspace, blob).await()).isEqualTo(letter);
    }
  }

  @Test
  void aBlobWhoseChunksWereSwappedOrCutIsUnreadable() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var workspace = caucus.workspace();
    var blob = blobs.put(workspace, new byte[3 * Blobs.CHUNK_BYTES]).await();
    var chunks = caucus.mongo().documents("blobs");
    var prefix = workspace + "/" + blob + "/";
    var first = chunks.findById(prefix + "0000").await().orElseThrow();
    var second = chunks.findById(prefix + "0001").await().orElseThrow();

    var swapped = second.clone();
    swapped.put("c", first.get("c"));
    chunks.replace(swapped).await();
    assertThatThrownBy(() -> blobs.get(workspace, blob).await())
        .isInstanceOf(LogException.Unreadable.class);

    chunks.replace(second).await();
    assertThat(blobs.get(workspace, blob).await()).hasSize(3 * Blobs.CHUNK_BYTES);

    chunks.delete(prefix + "0002").await();
    assertThatThrownBy(() -> blobs.get(workspace, blob).await())
        .isInstanceOf(LogException.Unreadable.class);

    chunks.delete(prefix + "0000").await();
    assertThatThrownBy(() -> blobs.get(workspace, blob).await())
        .isInstanceOf(LogException.Unreadable.class);
  }

  @Test
  void aDeletedBlobIsUnknownAndItsNeighbourStays() {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    var workspace = caucus.workspace();
    var blob = blobs.put(workspace, new byte[10]).await();
    var neighbour = blobs.put(workspace, new byte[11]).await();

    blobs.delete(workspace, blob).await();
    blobs.delete(workspace, blob).await();

    assertThatThrownBy(() -> blobs.get(workspace, blob).await())
        .isInstanceOf(LogException.UnknownBlob.class);
    assertThat(blobs.get(workspace, neighbour).await()).hasSize(11);
    var tooLarge = new byte[Blobs.LIMIT_BYTES + 1];
    assertThatThrownBy(() -> blobs.put(workspace, tooLarge).await())
        .isInstanceOf(LogException.TooLarge.class);
  }

  @Test
  void aNameBelongsToWhoClaimedItFirst() {
    var slugs = new UniqueNames(caucus.mongo(), caucus.vault(), "slug");
    var lists = new UniqueNames(caucus.mongo(), caucus.vault(), "list");

    slugs.claim("code", bytes("workspace one")).await();
    slugs.claim("code", bytes("workspace one")).await();
    lists.claim("code", bytes("workspace two")).await();

    assertThatThrownBy(() -> slugs.claim("code", bytes("workspace two")).await())
        .isInstanceOf(LogException.NameTaken.class);
    assertThat(slugs.find("code").await()).hasValue(bytes("workspace one"));
    assertThat(slugs.find("press").await()).isEmpty();
  }

  @Test
  void sealedEntriesAreFoundReplacedAndDeleted() {
    var outbox = collection("outbox");
    outbox.insert("a", bytes("one")).await();
    var entry = outbox.find("a").await().orElseThrow();

    assertThat(outbox.replaceIf("a", entry.version(), bytes("two"), OptionalLong.of(7)).await())
        .isTrue();
    assertThat(outbox.replaceIf("a", entry.version(), bytes("three"), OptionalLong.of(8)).await())
        .isFalse();

    var now = outbox.find("a").await().orElseThrow();
    assertThat(now.plain()).isEqualTo(bytes("two"));
    assertThat(now.due()).hasValue(7);
    assertThatThrownBy(() -> outbox.insert("a", bytes("x")).await())
        .isInstanceOf(DatabaseException.DuplicateKey.class);
    outbox.put("a", bytes("four")).await();
    assertThat(outbox.find("a").await().orElseThrow().due()).isEmpty();
    assertThat(outbox.delete("a").await()).isTrue();
    assertThat(outbox.find("a").await()).isEmpty();
  }

  @Test
  void sealedEntriesComeByDueTimeAndByIdAndNotFromElsewhere() {
    var inbox = collection("inbox");
    IntStream.range(0, 5)
        .forEach(i -> inbox.insert("l" + i, 100 - i, bytes("letter " + i)).await());

    assertThat(inbox.due(98, 10).await()).extracting("id").containsExactly("l4", "l3", "l2");
    assertThat(inbox.range("l1", 2).await()).extracting("id").containsExactly("l2", "l3");
    assertThat(inbox.count().await()).isEqualTo(5);

    var documents = caucus.mongo().documents("inbox");
    var moved = documents.findById("l0").await().orElseThrow();
    moved.put("_id", new org.bson.BsonString("l9"));
    documents.insert(moved).await();
    assertThatThrownBy(() -> inbox.find("l9").await()).isInstanceOf(LogException.Unreadable.class);
  }

  @Test
  void idsAreShortUnguessableAndWellFormed() {
    assertThat(RandomIds.random()).matches("[a-z2-7]{26}").isNotEqualTo(RandomIds.random());
    assertThat(RandomIds.base32("foobar".getBytes(UTF_8)))
        .isEqualTo("mzxw6ytboi"); // RFC 4648 section 10
    assertThatThrownBy(() -> new WorkspaceId("../etc"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlobId("x")).isInstanceOf(IllegalArgumentException.class);
  }

  private static SealedCollection collection(String name) {
    return new SealedCollection(caucus.mongo().documents(name), caucus.vault(), WorkspaceId.SYSTEM);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
