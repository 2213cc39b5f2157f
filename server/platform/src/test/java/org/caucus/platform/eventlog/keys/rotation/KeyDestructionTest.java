package org.caucus.platform.eventlog.keys.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coalition ends, and nobody is ever to read it again. */
class KeyDestructionTest {
  @TempDir Path directory;
  private Installation caucus;
  private WorkspaceId code;
  private WorkspaceId other;

  @BeforeEach
  void twoCoalitions() {
    caucus = Installation.open(directory);
    code = coalition("cop");
    other = coalition("other");
  }

  private WorkspaceId coalition(String slug) {
    var workspace = caucus.workspace();
    for (int i = 1; i <= 40; i++) {
      caucus.append(workspace, i, List.of(bytes("post " + i)));
    }
    new Blobs(caucus.mongo(), caucus.vault()).put(workspace, new byte[2_000_000]).await();
    names("slug").claim(slug, bytes(workspace.value())).await();
    names("address").claim(slug + "-list", bytes("{\"workspace\":\"" + workspace + "\"}")).await();
    system("seatings").put("person/" + workspace, new byte[] {1}).await();
    system("outbox").insert("parcel-" + slug, 1, bytes("for " + workspace)).await();
    caucus
        .mongo()
        .documents("checkpoints")
        .insert(
            new BsonDocument("_id", new BsonString("relay/" + workspace))
                .append("s", new BsonInt64(40)))
        .await();
    return workspace;
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  private UniqueNames names(String purpose) {
    return new UniqueNames(caucus.mongo(), caucus.vault(), purpose);
  }

  private SealedCollection system(String name) {
    return new SealedCollection(caucus.mongo().documents(name), caucus.vault(), WorkspaceId.SYSTEM);
  }

  private KeyDestruction.Report destroy(WorkspaceId workspace) {
    return new KeyDestruction(caucus.mongo(), caucus.vault(), caucus.log()).run(workspace);
  }

  @Test
  void nothingOfItOpensAndNothingNamesIt() {
    var report = destroy(code);

    assertThat(report.openedBefore())
        .isEqualTo(report.sampled())
        .isGreaterThan(10); // some are drawn
    assertThat(report.keysTried()).isEqualTo(2);
    assertThat(report.openAfter()).isZero();
    assertThat(report.namesTaken()).isEqualTo(2);
    assertThat(report.removed()).isEqualTo(3);
    assertThatThrownBy(() -> caucus.log().read(code, 0, 1).await())
        .isInstanceOf(LogException.UnknownWorkspace.class);
    assertThat(names("slug").find("cop").await()).isEmpty();
    assertThat(caucus.log().workspaces().await()).containsExactly(other);
    assertThat(new EncryptedFields(caucus.mongo()).naming())
        .allSatisfy(
            range ->
                assertThat(range.page("", 1_000).await())
                    .noneMatch(d -> d.getString("_id").getValue().contains(code.value())));
  }

  @Test
  void theOtherCoalitionIsWhole() {
    destroy(code);

    assertThat(caucus.log().read(other, 0, 100).await()).hasSize(40);
    assertThat(names("slug").find("other").await()).contains(bytes(other.value()));
    assertThat(system("outbox").due(1, 10).await())
        .extracting(e -> new String(e.plain(), UTF_8))
        .containsExactly("for " + other);
  }

  @Test
  void itsIdItsSlugAndItsAddressesAreNobodysForEver() {
    destroy(code);

    assertThatThrownBy(() -> caucus.vault().create(code).await())
        .isInstanceOf(KeyException.Destroyed.class);
    assertThatThrownBy(() -> names("slug").claim("cop", bytes("somebody else")).await())
        .isInstanceOf(LogException.NameTaken.class);
    assertThatThrownBy(() -> names("address").claim("cop-list", bytes("somebody else")).await())
        .isInstanceOf(LogException.NameTaken.class);
  }

  @Test
  void whoHasItsKeysInMemoryIsTold() {
    var told = new ArrayList<WorkspaceId>();
    var there = Vault.open(caucus.mongo(), directory.resolve(MasterKey.FILE));
    there.onClosed(told::add);
    there.cipher(code).await();
    there.cipher(other).await();

    destroy(code);
    there.refresh().await();

    assertThat(told).containsExactly(code);
    assertThatThrownBy(() -> there.cipher(code).await())
        .isInstanceOf(LogException.UnknownWorkspace.class);
  }

  @Test
  void aSecondRunFinishesWhatTheFirstBegan() {
    caucus.vault().ring().destroy(code.value()).await(); // and there it was killed

    var report = destroy(code);

    assertThat(report.already()).isTrue();
    assertThat(report.removed()).isEqualTo(3);
    assertThat(report.openAfter()).isZero();
    assertThat(destroy(code).removed()).isZero();
  }

  @Test
  void aRotationThatIsUnderWayDoesNotBringTheKeysBack() {
    var ring = caucus.vault().ring();
    var held = ring.find(code.value()).await().orElseThrow();
    destroy(code);

    assertThat(ring.replace(held, held.keys().withNewKey()).await()).isFalse();
    assertThat(ring.destroyed(code.value()).await()).isTrue();
  }

  @Test
  void oneThatNeverWasIsNotDestroyed() {
    assertThatThrownBy(() -> destroy(WorkspaceId.random()))
        .isInstanceOf(LogException.UnknownWorkspace.class);
  }

  @Test
  void itsWrappedKeysAreNotInTheFileOnceThatIsClosed() throws Exception {
    var wrapped =
        caucus
            .mongo()
            .documents("keys")
            .findById(code.value())
            .await()
            .orElseThrow()
            .getBinary("k")
            .getData();
    var store = directory.resolve("caucus.mv.db");
    assertThat(holds(store, wrapped)).isTrue();

    destroy(code);
    caucus.close();

    assertThat(holds(store, wrapped)).isFalse();
    assertThat(directory.resolve("caucus.mv.db.rewrite")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
        .isEqualTo("rw-------");
    caucus = Installation.open(directory);
    assertThat(caucus.log().read(other, 0, 100).await()).hasSize(40);
    assertThatThrownBy(() -> caucus.vault().create(code).await())
        .isInstanceOf(KeyException.Destroyed.class);
    caucus.append(other, 41, List.of(bytes("and on")));
    assertThat(rotated(other)).isTrue();
  }

  private boolean rotated(WorkspaceId workspace) {
    var manner =
        WorkspaceRotation.Manner.quiet(
            new RotationPace(Duration.ZERO, 1_000_000, 1L << 40, Duration.ZERO));
    return new WorkspaceRotation(caucus.mongo(), caucus.vault(), manner).run(workspace).done();
  }

  private static boolean holds(Path file, byte[] bytes) throws Exception {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        .contains(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
