package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.caucus.platform.store.replica.Portable;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract by the address of a replica set, and what of it is on the wire. The set is a {@link
 * StandIn}.
 */
class ReplicaSetContractTest extends MongoContract {
  private static final BsonDocument MAJORITY =
      new BsonDocument("w", new BsonString("majority")).append("j", BsonBoolean.TRUE);

  @TempDir static Path directory;
  private static StandIn set;
  private static Mongo opened;

  @BeforeAll
  static void open() throws IOException {
    set = StandIn.plain();
    opened = Mongo.open(MongoSettings.server(set.uri(), directory));
  }

  @AfterAll
  static void close() throws IOException {
    opened.close();
    // after the whole contract, whatever the order of its tests
    assertThat(set.commands().names()).isSubsetOf(Portable.COMMANDS);
    assertThat(set.commands().operators()).isSubsetOf(Portable.OPERATORS);
    set.close();
  }

  @Override
  Mongo mongo() {
    return opened;
  }

  @Test
  void writesWaitForTheMajoritysJournalAndMayBeRepeated() {
    Documents letters = opened.documents("wire-writes");
    letters.insertAll(EmbeddedMongoTest.letters(0, 3, 10)).await();
    letters.replace(EmbeddedMongoTest.letter("000001", 5)).await();
    letters.delete("000002").await();

    for (String name : List.of("insert", "update", "delete")) {
      BsonDocument sent = last(name, "wire-writes");
      assertThat(sent.getDocument("writeConcern")).as(name).isEqualTo(MAJORITY);
      assertThat(sent).as(name).containsKeys("lsid", "txnNumber");
    }
    assertThat(last("insert", "wire-writes").getBoolean("ordered").getValue()).isTrue();
  }

  @Test
  void readsSeeTheMajority() {
    Documents letters = opened.documents("wire-reads");
    letters.findById("000000").await();
    letters.count().await();

    for (String name : List.of("find", "aggregate")) {
      assertThat(last(name, "wire-reads").getDocument("readConcern"))
          .as(name)
          .isEqualTo(new BsonDocument("level", new BsonString("majority")));
    }
  }

  @Test
  void anIndexIsAskedForOnFirstUseOnly() {
    Documents letters = opened.documents("wire-indexes");
    letters.due(1, 1).await();
    letters.due(1, 1).await();

    List<BsonDocument> sent =
        set.commands().of("createIndexes").stream()
            .filter(c -> c.getString("createIndexes").getValue().equals("wire-indexes"))
            .toList();
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().getArray("indexes").getFirst().asDocument().getDocument("key"))
        .isEqualTo(new BsonDocument("due", new BsonInt32(1)).append("_id", new BsonInt32(1)));
  }

  @Test
  void theAddressMaySayThatWritesAreNotRepeated(@TempDir Path own) {
    // as a DocumentDB before 8.0.2 needs it
    try (Mongo careful = Mongo.open(MongoSettings.server(set.uri() + "&retryWrites=false", own))) {
      careful.documents("wire-once").insert(EmbeddedMongoTest.letter("memo", 1)).await();
    }

    assertThat(last("insert", "wire-once")).doesNotContainKey("txnNumber").containsKey("lsid");
    assertThat(last("insert", "wire-once").getDocument("writeConcern")).isEqualTo(MAJORITY);
  }

  private static BsonDocument last(String command, String collection) {
    return set.commands().of(command).stream()
        .filter(c -> c.getString(command).getValue().equals(collection))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
