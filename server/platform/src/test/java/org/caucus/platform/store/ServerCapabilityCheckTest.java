package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.caucus.platform.store.replica.Fault;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server does not do is found before Caucus uses it. Each fault is played on the wire. */
class ServerCapabilityCheckTest {
  @TempDir Path directory;
  private StandIn set;
  private Mongo mongo;

  @BeforeEach
  void open() throws IOException {
    set = StandIn.plain();
    mongo = Mongo.open(MongoSettings.server(set.uri(), directory));
  }

  @AfterEach
  void close() throws IOException {
    mongo.close();
    set.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERTS_BY_HUNDREDS | an ordered insert of 250 documents went on behind the one whose"
            + " _id was taken (50 more went in)",
        "REPLACES_WHAT_IT_FOUND | of 16 writers who replaced one version at once ",
        "REPLACES_AND_DENIES | of 16 writers who replaced one version at once 0 were confirmed",
        "TAKEN_IS_ANOTHER_ERROR | it refused a taken _id with another error than 11000",
        "TAKEN_HAS_NO_PLACE | it said that document 0 of an insert had a taken _id, not document 1",
        "TAKEN_IS_CONFIRMED | it confirmed an insert whose _id was taken",
        "TAKEN_IS_CONFIRMED | of 16 writers who inserted one _id at once 16 were confirmed",
        "MAJORITY_IS_AWAY | it did not confirm a write for the majority's journal (code 100)",
        "CONFIRMS_NOTHING | it did not confirm a write for the majority's journal",
        "LOSES_WRITES | a write that it confirmed for the majority's journal was not there",
        "ORDERS_BY_LANGUAGE | it ordered _id by a language and not by octets",
      })
  void aServerThatDoesNotIsRefusedByName(Fault fault, String said) {
    set.play(fault);

    assertThatThrownBy(mongo::tryOut)
        .isInstanceOf(DatabaseException.Unfit.class)
        .hasMessageContaining("CAUCUS_MONGODB_URI, FerretDB 1.24.2, cannot be used")
        .hasMessageContaining(said)
        .hasMessageNotContaining("\n");
    assertThat(mongo.collections().await()).as("left behind").isEmpty();

    set.play(Fault.NONE); // it was mended, or is another
    assertThatCode(mongo::tryOut).doesNotThrowAnyException();
  }

  @Test
  void aServerThatPassedIsTriedAgainOnlyInAnotherVersion() {
    mongo.tryOut();
    int inserts = set.commands().of("insert").size();
    int finds = set.commands().of("find").size();
    assertThat(inserts).isPositive();
    assertThat(mongo.collections().await()).containsExactly(Mongo.MARKS);

    mongo.tryOut();

    assertThat(set.commands().of("insert")).hasSize(inserts);
    assertThat(set.commands().of("find")).hasSize(finds + 1);

    set.play(Fault.INSERTS_BY_HUNDREDS); // which says that it is another version
    assertThatThrownBy(mongo::tryOut).isInstanceOf(DatabaseException.Unfit.class);
  }

  @Test
  void whatATrialThatWasCutShortLeftIsRemoved() {
    long now = System.currentTimeMillis();
    String mine = ServerCapabilityCheck.SCRATCH + now + "-1";
    for (String name :
        List.of(ServerCapabilityCheck.SCRATCH + (now - 7_200_000) + "-1", mine, "trial-run")) {
      mongo.documents(name).insert(EmbeddedMongoTest.letter("memo", 1)).await();
    }

    mongo.tryOut();

    assertThat(mongo.collections().await())
        .containsExactlyInAnyOrder(Mongo.MARKS, mine, "trial-run");
  }

  @Test
  void productsAreNamedAsTheyNameThemselves() {
    BsonDocument built = new BsonDocument("version", new BsonString("7.0.42"));
    assertThat(ServerCapabilityCheck.product(built)).isEqualTo("MongoDB 7.0.42");
    assertThat(ServerCapabilityCheck.product(new BsonDocument("ok", new BsonInt32(1))))
        .isEqualTo("MongoDB of an unknown version");
    var inner = new BsonDocument("version", new BsonString("v2.5.0"));
    assertThat(ServerCapabilityCheck.product(built.clone().append("ferretdb", inner)))
        .isEqualTo("FerretDB 2.5.0");
  }
}
