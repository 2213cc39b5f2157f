package org.caucus.platform.eventlog.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The master key is replaced: in one run where Caucus writes it, in two where the operator does.
 */
class MasterRotationTest {
  private static final byte[] MEMO =
      "memo to the agency".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  @TempDir Path directory;
  private final Map<String, String> settings = new HashMap<>();
  private Mongo mongo;

  @BeforeEach
  void open() {
    mongo = Mongo.open(MongoSettings.embedded(directory));
  }

  @AfterEach
  void close() {
    mongo.close();
  }

  private Vault vault() {
    return Vault.open(mongo, MasterKeySources.from(settings::get, directory));
  }

  private static MasterRotation.Outcome rotate(Vault vault) {
    return new MasterRotation(vault.ring(), n -> {}).run(false);
  }

  private Path file() {
    return directory.resolve("master.key");
  }

  @Test
  void aFileIsReplacedInOneRunAndTheOldOneOpensNothingAnyMore() throws Exception {
    var vault = vault();
    var workspace = workspace(vault);
    var sealed = vault.seal(workspace, MEMO, "p");
    var old = Files.readAllBytes(file());

    var outcome = rotate(vault);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            MasterRotation.Outcome.Done.class, done -> assertThat(done.keysets()).isEqualTo(3));
    assertThat(Files.readAllBytes(file())).isNotEqualTo(old);
    assertThat(vault().open(workspace, sealed, "p")).isEqualTo(MEMO);
    assertThat(vault().blindIndex("slug", "cop")).isEqualTo(vault.blindIndex("slug", "cop"));
    var former = Keyset.parse(old);
    for (var document : vault.ring().wrappedDocuments().await()) {
      var wrapped = document.getBinary("k").getData();
      var place = "keys/" + Keyring.id(document);
      assertThatThrownBy(() -> former.unwrap(wrapped, place)).as(place).isNotNull();
      assertThatThrownBy(() -> former.open(wrapped, place)).as(place).isNotNull();
    }
    Files.write(file(), old);
    assertThatThrownBy(this::vault)
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("does not fit");
  }

  @Test
  void anotherNodeThatHasTheOldOneInMemoryReadsTheFileAgain() {
    var here = vault();
    var there = vault();
    rotate(here);

    var fresh = workspace(here);
    var sealed = here.seal(fresh, MEMO, "p");
    assertThat(there.open(fresh, sealed, "p")).isEqualTo(MEMO);

    rotate(here);
    var late = workspace(there); // wrapped by what the other node has put in its place
    assertThat(vault().seal(late, MEMO, "p")).isNotEmpty();
  }

  @Test
  void aVariableTakesTwoStepsAndNothingBreaksBetweenThem() throws Exception {
    var first = vault();
    var workspace = workspace(first);
    settings.put("CAUCUS_MASTER_KEY", first.ring().master().text());
    Files.delete(file());
    var old = vault();

    var prepared = rotate(old);
    assertThat(prepared).isInstanceOf(MasterRotation.Outcome.Prepared.class);
    settings.put("CAUCUS_MASTER_KEY", prepared.key().text());
    var both = vault();
    var between = workspace(both);
    assertThat(old.seal(between, MEMO, "p")).isNotEmpty(); // a node that has only the old one

    var done = rotate(both);
    assertThat(done).isInstanceOf(MasterRotation.Outcome.Done.class);
    assertThat(both.seal(workspace, MEMO, "p")).isNotEmpty();
    assertThat(vault().seal(between, MEMO, "p")).isNotEmpty(); // the variable still has both
    assertThat(rotate(vault())).isInstanceOf(MasterRotation.Outcome.Done.class); // again is fine

    settings.put("CAUCUS_MASTER_KEY", done.key().text());
    assertThat(vault().seal(between, MEMO, "p")).isNotEmpty();
    assertThat(vault().ring().master().keys().rotating()).isFalse();
    assertThatThrownBy(() -> workspace(old))
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("newer one");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aKeysetThatDoesNotOpenKeepsTheOldMasterKeyInPlace() {
    var vault = vault();
    var workspace = workspace(vault);
    var keys = mongo.documents("keys");
    var document = keys.findById(workspace.value()).await().orElseThrow();
    keys.replace(document.clone().append("k", new BsonBinary(new byte[64]))).await();

    assertThatThrownBy(() -> rotate(vault))
        .isInstanceOf(KeyException.CannotRotate.class)
        .hasMessageContaining("keys/" + workspace);
    assertThat(vault().ring().master().keys().rotating()).isTrue();

    keys.replace(document).await();
    rotate(vault());
    assertThat(vault().ring().master().keys().rotating()).isFalse();
  }

  @Test
  void keysetsOfBeforeVersionsAreRewrappedToo() {
    var vault = vault();
    var workspace = workspace(vault);
    var sealed = vault.seal(workspace, MEMO, "p");
    var keys = mongo.documents("keys");
    for (var id : List.of(workspace.value(), "system", "index")) {
      var document = keys.findById(id).await().orElseThrow();
      keys.replace(new BsonDocument("_id", new BsonString(id)).append("k", document.getBinary("k")))
          .await();
    }
    keys.delete("master").await();

    rotate(vault());

    assertThat(vault().open(workspace, sealed, "p")).isEqualTo(MEMO);
  }

  @Test
  void twoPlacesWithTheSameKeyAreNotRotatedOneWithoutTheOther() {
    settings.put("CAUCUS_MASTER_KEY", vault().ring().master().text());

    assertThatThrownBy(() -> rotate(vault()))
        .isInstanceOf(KeyException.CannotRotate.class)
        .hasMessageContaining("the variable CAUCUS_MASTER_KEY and the file " + file());
  }

  private static WorkspaceId workspace(Vault vault) {
    var workspace = WorkspaceId.random();
    vault.create(workspace).await();
    return workspace;
  }
}
