package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.platform.store.EmbeddedMongoTest.letter;
import static org.caucus.platform.store.EmbeddedMongoTest.letters;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of before documents lay as BSON, by an index of their own, are read and written on. */
class FormerFileTest {
  private static final int MANY = 300;

  @TempDir Path directory;
  @TempDir Path client;

  @Test
  void whatTheStockServerWroteIsReadAndWrittenOn() {
    stockServerWrites();

    try (var mongo = open()) {
      var all = mongo.documents("letters");
      assertThat(all.findRange("", "~", MANY + 1).await()).isEqualTo(letters(0, MANY, 500));
      assertThat(all.findById("000007").await()).contains(letter("000007", 500));
      assertThat(all.insertIfAbsent(letter("000007", 1)).await()).isFalse();
      all.replace(letter("000008", 9)).await();
      assertThat(all.delete("000009").await()).isTrue();
      all.insert(letter("000009", 10)).await();
      all.insert(letter("new", 11)).await();
    }
    try (var mongo = open()) {
      var all = mongo.documents("letters");
      assertThat(all.count().await()).isEqualTo(MANY + 1L);
      assertThat(all.findById("000007").await()).contains(letter("000007", 500));
      assertThat(all.findById("000008").await()).contains(letter("000008", 9));
      assertThat(all.findById("000009").await()).contains(letter("000009", 10));
      assertThat(all.findById("new").await()).contains(letter("new", 11));
    }
    try (var store = new MVStore.Builder().fileName(file()).readOnly().open()) {
      assertThat(store.getMapNames()).contains("databases.caucus.letters");
      assertThat(store.getMapNames()).noneMatch(name -> name.contains("_index_"));
    }
  }

  @Test
  void anIdThatIsNoStringIsRefused() {
    try (var mongo = open()) {
      var all = mongo.documents("letters");

      assertThatThrownBy(() -> all.insert(new BsonDocument("_id", new BsonInt32(7))).await())
          .isInstanceOf(DatabaseException.class);
      assertThat(all.count().await()).isZero();
    }
  }

  private void stockServerWrites() {
    var store = new MVStore.Builder().fileName(file()).autoCommitDisabled().open();
    var server = new MongoServer(new H2Backend(store));
    var address = server.bind();
    var uri = "mongodb://127.0.0.1:" + address.getPort() + "/caucus";
    try (var mongo = Mongo.open(MongoSettings.server(uri, client))) {
      mongo.documents("letters").insertAll(letters(0, MANY, 500)).await();
    } finally {
      store.commit();
      store.close();
      server.shutdownNow();
    }
  }

  private String file() {
    return directory.resolve(EmbeddedMongo.STORE_FILE).toString();
  }

  private Mongo open() {
    return Mongo.open(MongoSettings.embedded(directory));
  }
}
