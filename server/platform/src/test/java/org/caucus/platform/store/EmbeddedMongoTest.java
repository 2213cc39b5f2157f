package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded server's own promises: durable, shared commits, one process, a file that stays
 * small.
 */
class EmbeddedMongoTest {
  @TempDir Path directory;

  @Test
  void keepsItsDocumentsOverARestart() {
    try (var mongo = open()) {
      mongo.documents("letters").insert(letter("memo", 100)).await();
    }
    try (var mongo = open()) {
      assertThat(mongo.documents("letters").findById("memo").await()).contains(letter("memo", 100));
    }
  }

  @Test
  void manyWhoWriteAtOnceShareSyncs() {
    try (var mongo = open()) {
      var letters = mongo.documents("letters");
      letters.insert(letter("first", 100)).await();
      long before = mongo.syncs();

      var writes =
          IntStream.range(0, 400)
              .mapToObj(i -> letters.insert(letter("letter-" + i, 100)))
              .toList();
      Future.all(writes).await();

      assertThat(mongo.syncs() - before).isBetween(1L, 200L);
      assertThat(letters.count().await()).isEqualTo(401);
    }
  }

  @Test
  void refusesADirectoryThatIsInUseAndNamesIt() {
    try (var mongo = open()) {
      assertThat(mongo.embedded()).isTrue();
      assertThatThrownBy(this::open)
          .isInstanceOf(DatabaseException.DataDirectoryInUse.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("Stop that one first");
    }
    open().close();
  }

  @Test
  void saysThatADamagedFileIsDamagedAndLetsTheDirectoryGo() throws Exception {
    Files.write(directory.resolve(EmbeddedMongo.STORE_FILE), new byte[20_000]);

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(this::open)
          .isInstanceOf(DatabaseException.StoreUnreadable.class)
          .hasMessageContaining(EmbeddedMongo.STORE_FILE)
          .hasMessageContaining("backup");
    }
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws Exception {
    open().close();

    var mode = Files.getPosixFilePermissions(directory.resolve(EmbeddedMongo.STORE_FILE));
    assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
  }

  @Test
  void spaceIsUsedAgainOnceNothingIsHeld() {
    try (var server = EmbeddedMongo.open(directory)) {
      try (var held = server.hold()) {
        assertThat(held.intact()).isTrue();
        assertThat(server.reusesSpace()).isFalse();
      }
      assertThat(server.reusesSpace()).isTrue();
    }
  }

  @Test
  void callsAfterTheEndFailAsAway() {
    var mongo = open();
    var letters = mongo.documents("letters");
    mongo.close();

    assertThatThrownBy(() -> letters.insert(letter("memo", 1)).await())
        .isInstanceOf(DatabaseException.Away.class);
  }

  private Mongo open() {
    return Mongo.open(MongoSettings.embedded(directory));
  }

  static BsonDocument letter(String id, int bytes) {
    return new BsonDocument("_id", new BsonString(id))
        .append("v", new BsonInt64(1))
        .append("c", new BsonBinary(new byte[bytes]));
  }

  static List<BsonDocument> letters(int from, int to, int bytes) {
    return IntStream.range(from, to).mapToObj(i -> letter("%06d".formatted(i), bytes)).toList();
  }
}
