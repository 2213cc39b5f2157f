package org.caucus.platform.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.HeldStore;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a database that is written meanwhile. */
class BackupTest {
  private static final String COLLECTION = "letters";
  private static final BackupCopy.Progress QUIET = (read, written) -> {};

  @TempDir Path home;
  private final Random random = new Random(7);

  private Mongo open() {
    return Mongo.open(MongoSettings.embedded(home.resolve("data")));
  }

  private BsonDocument letter(String id, int bytes) {
    byte[] text = new byte[bytes];
    random.nextBytes(text);
    return new BsonDocument("_id", new BsonString(id)).append("c", new BsonBinary(text));
  }

  private List<BsonDocument> letters(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> letter(prefix + i, 20_000)).toList();
  }

  private Path target() {
    return home.resolve("backups");
  }

  private BackupCopy.Held held(HeldStore store) {
    return new BackupCopy.Held(
        store.file(), store.length(), store.head(), store.moment(), "0a1b2c3d");
  }

  private BackupCopy backup(Mongo mongo, BackupCopy.Progress progress) {
    return backup(mongo, target(), progress);
  }

  private BackupCopy backup(Mongo mongo, Path place, BackupCopy.Progress progress) {
    try (HeldStore store = mongo.hold();
        BackupTarget into = BackupTarget.write(place)) {
      var copy = new BackupCopy(into, held(store), BackupCopy.Pace.FULL, progress);
      BackupManifest manifest = copy.copy();
      assertThat(store.intact()).isTrue();
      copy.finish(manifest);
      return copy;
    }
  }

  /** What is in a backup, looked at in a directory of its own. */
  private Mongo restored(String name) throws IOException {
    Path directory = Files.createDirectory(home.resolve("restored-" + name));
    try (BackupTarget from = BackupTarget.read(target())) {
      from.restore(from.manifest(null), MongoSettings.embeddedFile(directory), n -> {});
    }
    return Mongo.openExisting(MongoSettings.embedded(directory));
  }

  @Test
  void whatWasAcknowledgedBeforeTheMomentIsInItThoughEverybodyWritesOn() throws Exception {
    Queue<String> before = new ConcurrentLinkedQueue<>();
    Queue<String> after = new ConcurrentLinkedQueue<>();
    try (var mongo = open()) {
      Documents letters = mongo.documents(COLLECTION);
      letters.insertAll(letters("first-", 400)).await();
      var stop = new CountDownLatch(1);
      var running = new CountDownLatch(20);
      Thread writer =
          Thread.startVirtualThread(
              () -> {
                for (int i = 0; stop.getCount() > 0; i++) {
                  letters.insert(letter("later-" + i, 30_000)).await();
                  (running.getCount() > 0 ? before : after).add("later-" + i);
                  letters.delete("first-" + i).await(); // its space is there to be used again
                  running.countDown();
                }
              });
      running.await();
      var moved = new CountDownLatch(1);

      backup(
          mongo,
          (read, written) -> {
            int had = after.size();
            while (moved.getCount() > 0 && after.size() < had + 40) {
              Thread.onSpinWait();
            }
            moved.countDown();
          });
      stop.countDown();
      writer.join();
    }

    try (var copy = restored("busy")) {
      assertThat(copy.documents(COLLECTION).present(before).await())
          .containsExactlyInAnyOrderElementsOf(before);
      assertThat(copy.documents(COLLECTION).count().await()).isGreaterThanOrEqualTo(400);
      copy.documents(COLLECTION).insert(letter("after the restore", 10)).await();
    }
    assertThat(after).as("written while it was copied").hasSizeGreaterThan(40);
  }

  @Test
  void theSecondWritesOnlyWhatIsNewAndTheFirstCanStillBeRestored() throws Exception {
    try (var mongo = open()) {
      mongo.documents(COLLECTION).insertAll(letters("a", 500)).await();
      long first = backup(mongo, QUIET).written();
      mongo.documents(COLLECTION).insert(letter("b", 5_000)).await();

      long second = backup(mongo, QUIET).written();

      assertThat(first).isGreaterThan(10_000_000);
      assertThat(second).isPositive().isLessThan(first / 2);
    }
    try (var from = BackupTarget.read(target());
        var newest = restored("second")) {
      assertThat(from.names()).hasSize(2);
      assertThat(newest.documents(COLLECTION).count().await()).isEqualTo(501);
      Path old = Files.createDirectory(home.resolve("old"));
      from.restore(
          from.manifest(from.names().getFirst()), MongoSettings.embeddedFile(old), n -> {});
      try (var there = Mongo.openExisting(MongoSettings.embedded(old))) {
        assertThat(there.documents(COLLECTION).count().await()).isEqualTo(500);
      }
    }
  }

  @Test
  void oneThatIsCutShortLeavesTheFormerAndTheNextGoesOn() throws Exception {
    try (var mongo = open()) {
      mongo.documents(COLLECTION).insertAll(letters("a", 100)).await();
      backup(mongo, QUIET);
      mongo.documents(COLLECTION).insertAll(letters("b", 500)).await();

      assertThatThrownBy(
              () ->
                  backup(
                      mongo,
                      (read, written) -> {
                        if (written > 5_000_000) {
                          throw new UncheckedIOException(new IOException("the power went"));
                        }
                      }))
          .hasMessageContaining("the power went");

      try (var former = restored("former")) {
        assertThat(former.documents(COLLECTION).count().await()).isEqualTo(100);
      }
      assertThat(backup(mongo, QUIET).written())
          .as("what the one before had copied is not copied again")
          .isLessThan(8_000_000);
      try (var whole = restored("whole")) {
        assertThat(whole.documents(COLLECTION).count().await()).isEqualTo(600);
      }
    }
  }

  @Test
  void whereTheDiskIsFullTheFormerStaysAndRoomIsAllItTakes() throws Exception {
    try (var disk = SmallDisk.of(20, home.resolve("disk"));
        var mongo = open()) {
      mongo.documents(COLLECTION).insertAll(letters("a", 50)).await();
      Path place = disk.directory().resolve("backups");
      backup(mongo, place, QUIET);
      mongo.documents(COLLECTION).insertAll(letters("b", 300)).await();
      disk.fill(3_000);

      assertThatThrownBy(() -> backup(mongo, place, QUIET))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("those made before are as they were");

      try (var from = BackupTarget.read(place)) {
        assertThat(from.names()).hasSize(1);
        from.restore(from.manifest(null), home.resolve("former"), n -> {});
      }
      disk.makeRoom();
      assertThat(backup(mongo, place, QUIET).written()).isPositive();
    }
  }

  @Test
  void whileOneIsMadeAnotherSaysSo() {
    try (var mongo = open();
        var first = mongo.hold();
        var into = BackupTarget.write(target())) {
      assertThat(first.intact()).isTrue();
      assertThatThrownBy(mongo::hold)
          .isInstanceOf(DatabaseException.Refused.class)
          .hasMessageContaining("under way");
      assertThat(into.names()).isEmpty();
    }
    try (var mongo = open();
        var again = mongo.hold()) {
      assertThat(again.length()).isPositive();
    }
  }

  @Test
  void whatIsDamagedIsNamedAndWrittenAgainByTheNext() throws Exception {
    try (var mongo = open()) {
      mongo.documents(COLLECTION).insertAll(letters("a", 100)).await();
      backup(mongo, QUIET);
      Path some = segments().getFirst();
      byte[] bytes = Files.readAllBytes(some);
      bytes[bytes.length / 2] ^= 1;
      Files.write(some, bytes);

      assertThatThrownBy(() -> restored("damaged"))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining(some.getFileName().toString())
          .hasMessageContaining("older backup");
      backup(mongo, QUIET);
      try (var healed = restored("healed")) {
        assertThat(healed.documents(COLLECTION).count().await()).isEqualTo(100);
      }
    }
    Path manifest = target().resolve("backups").resolve(newest() + ".json");
    Files.writeString(manifest, Files.readString(manifest).replace("0a1b2c3d", "0a1b2c3e"));
    assertThatThrownBy(() -> restored("altered")).hasMessageContaining("is damaged");
  }

  private String newest() {
    try (var from = BackupTarget.read(target())) {
      return from.names().getLast();
    }
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> all = Files.walk(target().resolve("segments"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void onlyTheNewestStayWhereSoManyAreAskedFor() throws Exception {
    try (var mongo = open()) {
      for (int i = 0; i < 4; i++) {
        mongo.documents(COLLECTION).replace(letter("same", 3_000_000)).await();
        backup(mongo, QUIET);
      }
      int all = segments().size();

      try (var into = BackupTarget.write(target())) {
        assertThat(into.keep(2)).isEqualTo(2);
        assertThat(into.names()).hasSize(2);
      }

      assertThat(segments()).hasSizeLessThan(all);
    }
    try (var left = restored("left")) {
      assertThat(left.documents(COLLECTION).count().await()).isEqualTo(1);
    }
  }

  @Test
  void aPlaceThatWillNotDoSaysWhatTo() throws IOException {
    assertThatThrownBy(() -> BackupTarget.write(home.resolve("no/such/place")))
        .hasMessageContaining("Mount the disk");
    assertThatThrownBy(() -> BackupTarget.write(Files.createFile(home.resolve("file"))))
        .hasMessageContaining("is a file");
    Files.createFile(Files.createDirectory(home.resolve("other")).resolve("thesis.odt"));
    assertThatThrownBy(() -> BackupTarget.write(home.resolve("other")))
        .hasMessageContaining("Name an empty directory");
    assertThatThrownBy(() -> BackupTarget.read(home.resolve("other")))
        .hasMessageContaining("There are no backups");
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    try (var mongo = open()) {
      backup(mongo, QUIET);
    }
    try (Stream<Path> all = Files.walk(target())) {
      for (Path each : all.filter(p -> !p.endsWith("lock")).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .as("%s", each)
            .endsWith("------");
      }
    }
  }
}
