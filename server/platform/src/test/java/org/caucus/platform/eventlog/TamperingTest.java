package org.caucus.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.keys.Quarantine;
import org.caucus.platform.store.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody writes to the database behind our back, by its own wire protocol. It is found, named and
 * copied aside, and whatever else there is goes on.
 */
class TamperingTest {
  @TempDir Path directory;
  private Installation caucus;
  private WorkspaceId code;

  @BeforeEach
  void aLog() {
    caucus = Installation.open(directory);
    code = coalition();
  }

  private WorkspaceId coalition() {
    var workspace = caucus.workspace();
    for (int i = 1; i <= 5; i++) {
      caucus.append(workspace, i, List.of(bytes("post " + i)));
    }
    return workspace;
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  /** What can be done to a record. */
  enum Deed {
    ONE_BIT {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        var bytes = record.getBinary("c").getData().clone();
        bytes[bytes.length - 1] ^= 1;
        records.replace(with(record, new BsonBinary(bytes))).await();
      }
    },
    ANOTHER_KEYS_NAME {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        var bytes = record.getBinary("c").getData().clone();
        bytes[2] ^= 1;
        records.replace(with(record, new BsonBinary(bytes))).await();
      }
    },
    CUT_SHORT {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        var bytes = record.getBinary("c").getData();
        records
            .replace(with(record, new BsonBinary(Arrays.copyOf(bytes, bytes.length - 4))))
            .await();
      }
    },
    EMPTIED {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        records.replace(with(record, new BsonBinary(new byte[0]))).await();
      }
    },
    WITHOUT_ITS_FIELD {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        records.replace(new BsonDocument("_id", record.get("_id"))).await();
      }
    },
    OF_ANOTHER_TYPE {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        records
            .replace(new BsonDocument("_id", record.get("_id")).append("c", new BsonInt32(7)))
            .await();
      }
    },
    ANOTHERS_BYTES {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        records.replace(with(record, another.getBinary("c"))).await();
      }
    },
    SWAPPED {
      @Override
      void to(Documents records, BsonDocument record, BsonDocument another) {
        records.replace(with(record, another.getBinary("c"))).await();
        records.replace(with(another, record.getBinary("c"))).await();
      }
    };

    abstract void to(Documents records, BsonDocument record, BsonDocument another);

    static BsonDocument with(BsonDocument record, BsonBinary sealed) {
      return record.clone().append("c", sealed);
    }
  }

  private Documents events() {
    return caucus.mongo().documents("events");
  }

  private BsonDocument event(WorkspaceId workspace, int sequence) {
    return events().findById("%s/%012d".formatted(workspace, sequence)).await().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void aRecordOfTheLogIsNamedAndKeptAside(Deed deed) {
    var before = event(code, 3);
    deed.to(events(), before, event(code, 4));
    var place = "events/" + code + "/000000000003";
    var found = event(code, 3);

    assertThatThrownBy(() -> caucus.log().read(code, 0, 10).await())
        .isInstanceOf(LogException.Unreadable.class)
        .hasMessageContaining(place)
        .hasMessageNotContaining("post");
    assertThatThrownBy(() -> caucus.log().read(code, 2, 1).await())
        .isInstanceOf(LogException.Unreadable.class);

    assertThat(quarantine()).extracting(Quarantine.Item::place).containsExactly(place);
    assertThat(copyOf(quarantine().getFirst())).isEqualTo(found);
    assertThat(caucus.log().read(code, 0, 2).await()).hasSize(2); // up to there it is whole
    assertThat(caucus.log().read(coalition(), 0, 10).await()).hasSize(5);
  }

  private List<Quarantine.Item> quarantine() {
    return caucus.vault().quarantine().list(100).await();
  }

  private BsonDocument copyOf(Quarantine.Item item) {
    return caucus
        .mongo()
        .documents("quarantine")
        .findById(item.id())
        .await()
        .orElseThrow()
        .getDocument("found");
  }

  @Test
  void aRecordFromAnotherCoalitionDoesNotPassForOne() {
    var other = coalition();
    events().replace(Deed.with(event(code, 2), event(other, 2).getBinary("c"))).await();

    assertThatThrownBy(() -> caucus.log().read(code, 0, 10).await())
        .isInstanceOf(LogException.Unreadable.class);
    assertThat(caucus.log().read(other, 0, 10).await()).hasSize(5);
  }

  @Test
  void aHoleIsNeverSkipped() {
    events().delete(event(code, 3).getString("_id").getValue()).await();

    assertThatThrownBy(() -> caucus.log().read(code, 0, 10).await())
        .isInstanceOf(LogException.Gap.class);
    assertThat(quarantine())
        .extracting(Quarantine.Item::place, Quarantine.Item::cause)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("events/" + code + "/000000000003", "missing"));
  }

  @Test
  void anOldRecordInItsOwnPlaceIsOutOfItsChain() {
    var old = event(code, 3);
    for (int i = 3; i <= 5; i++) {
      events().delete(event(code, i).getString("_id").getValue()).await();
    }
    var other = List.of(bytes("another"), bytes("and more"), bytes("and on"));
    caucus.append(code, 3, other);
    events().replace(old).await();

    assertThatThrownBy(() -> caucus.log().read(code, 0, 10).await())
        .isInstanceOf(LogException.Broken.class);
    assertThat(quarantine()).extracting(Quarantine.Item::cause).containsExactly("unlinked");
  }

  @Test
  void whatIsPutBackRightIsServedAgain() {
    var before = event(code, 3);
    Deed.ONE_BIT.to(events(), before, before);
    assertThatThrownBy(() -> caucus.log().read(code, 0, 10).await()).isNotNull();
    assertThatThrownBy(() -> caucus.log().read(code, 0, 10).await()).isNotNull();
    assertThat(quarantine()).hasSize(1); // the same thing is kept once

    events().replace(before).await();

    assertThat(caucus.log().read(code, 0, 10).await()).hasSize(5);
    assertThat(caucus.vault().quarantine().remove(quarantine().getFirst().id()).await()).isTrue();
    assertThat(caucus.vault().quarantine().count().await()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aParcelDoesNotKeepOthersFromTheirTurn(Deed deed) {
    var outbox =
        new SealedCollection(
            caucus.mongo().documents("outbox"), caucus.vault(), WorkspaceId.SYSTEM);
    for (int i = 0; i < 5; i++) {
      outbox.insert("p" + i, i, bytes("parcel " + i)).await();
    }
    var documents = caucus.mongo().documents("outbox");
    deed.to(
        documents,
        documents.findById("p0").await().orElseThrow(),
        documents.findById("p1").await().orElseThrow());
    int damaged = deed == Deed.SWAPPED ? 2 : 1;

    assertThatThrownBy(() -> outbox.find("p0").await()).isInstanceOf(LogException.Unreadable.class);
    assertThat(outbox.range("", 3).await()).hasSize(3).noneMatch(e -> e.id().equals("p0"));
    outbox.due(10, 2).await(); // sees what is damaged, if nobody has yet
    if (deed != Deed.WITHOUT_ITS_FIELD && deed != Deed.OF_ANOTHER_TYPE) { // these have no due time
      assertThat(outbox.due(10, 2).await()).hasSize(2).noneMatch(e -> e.id().equals("p0"));
    }
    assertThat(quarantine()).hasSize(damaged);
    assertThatThrownBy(() -> outbox.insert("p0", bytes("in its place")).await())
        .as("damaged is not absent")
        .isNotNull();
  }

  @Test
  void pagesGoOnBehindAWholePageOfDamage() {
    var inbox =
        new SealedCollection(caucus.mongo().documents("inbox"), caucus.vault(), WorkspaceId.SYSTEM);
    for (int i = 0; i < 9; i++) {
      inbox.insert("l" + i, bytes("letter " + i)).await();
    }
    var documents = caucus.mongo().documents("inbox");
    for (int i = 0; i < 6; i++) {
      var letter = documents.findById("l" + i).await().orElseThrow();
      Deed.ONE_BIT.to(documents, letter, letter);
    }

    assertThat(inbox.range("", 3).await())
        .extracting(SealedCollection.Entry::id)
        .containsExactly("l6", "l7", "l8");
    assertThat(inbox.pages(2).map(page -> page.stream().map(SealedCollection.Entry::id).toList()))
        .containsExactly(List.of("l6", "l7"), List.of("l8"));
  }

  @Test
  void aKeysetThatWasTamperedWithClosesItsWorkspaceOnly() {
    var keys = caucus.mongo().documents("keys");
    var keyset = keys.findById(code.value()).await().orElseThrow();
    keys.replace(keyset.clone().append("k", new BsonBinary(new byte[80]))).await();
    var there = Vault.open(caucus.mongo(), directory.resolve("master.key"));
    var log = new EventLog(caucus.mongo(), there);

    assertThatThrownBy(() -> log.read(code, 0, 10).await())
        .isInstanceOf(LogException.Unreadable.class)
        .hasMessageContaining("keys/" + code);
    assertThat(quarantine()).extracting(Quarantine.Item::place).contains("keys/" + code);
    assertThat(log.read(coalition(), 0, 10).await()).hasSize(5);
  }

  @Test
  void aKeysetOfAnotherOwnerDoesNotPassForOnes() {
    var other = coalition();
    var keys = caucus.mongo().documents("keys");
    var theirs = keys.findById(other.value()).await().orElseThrow();
    keys.replace(theirs.clone().append("_id", new BsonString(code.value()))).await();
    var there = Vault.open(caucus.mongo(), directory.resolve("master.key"));

    assertThatThrownBy(() -> there.cipher(code).await())
        .isInstanceOf(LogException.Unreadable.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
