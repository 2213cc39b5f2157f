package org.caucus.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.keys.KeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys: made once, kept from others, fitting their database. */
class VaultTest {
  @TempDir Path directory;

  @Test
  void theMasterKeyIsMadeOnceForItsOwnerOnly() throws Exception {
    var key = directory.resolve("master.key");
    Installation.open(directory).close();
    var made = Files.readAllBytes(key);

    Installation.open(directory).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllBytes(key)).isEqualTo(made);
    assertThat(directory.resolve("master.key.new")).doesNotExist();
  }

  @Test
  void aMasterKeyThatOthersMayReadIsRefusedWithTheCommandThatMendsIt() throws Exception {
    Installation.open(directory).close();
    var key = directory.resolve("master.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> Installation.open(directory))
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("chmod 600 " + key);
  }

  @Test
  void anotherMasterKeyOrNoneIsRefusedAndNoNewOneMade() throws Exception {
    Installation.open(directory).close();
    var key = directory.resolve("master.key");
    Files.delete(key);

    assertThatThrownBy(() -> Installation.open(directory))
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("missing");
    assertThat(key).doesNotExist();

    Installation.open(Files.createDirectory(directory.resolve("another"))).close();
    Files.copy(directory.resolve("another/master.key"), key, StandardCopyOption.COPY_ATTRIBUTES);
    assertThatThrownBy(() -> Installation.open(directory))
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("does not fit this database");

    Files.write(key, new byte[] {1, 2, 3});
    assertThatThrownBy(() -> Installation.open(directory))
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("damaged");
  }

  /** Made anew, all names and addresses would be free for the person who asks first. */
  @Test
  void aKeyWithoutWhichNothingIsFoundIsNotMadeAnew() {
    for (var removed : List.of("index", "system")) {
      var here = directory.resolve(removed);
      try (var caucus = Installation.open(here)) {
        caucus.workspace();
        assertThat(caucus.mongo().documents("keys").delete(removed).await()).isTrue();
      }

      for (int start = 0; start < 2; start++) {
        assertThatThrownBy(() -> Installation.open(here))
            .isInstanceOf(KeyException.Removed.class)
            .hasMessageContaining("keys/" + removed)
            .hasMessageContaining("backup");
      }
    }
  }

  @Test
  void whatIsSealedForOnePlaceOpensNowhereElse() {
    try (var caucus = Installation.open(directory)) {
      var vault = caucus.vault();
      var code = caucus.workspace();
      var other = caucus.workspace();
      var sealed = vault.seal(code, bytes("memo"), "events/1");

      assertThat(vault.open(code, sealed, "events/1")).isEqualTo(bytes("memo"));
      assertThatThrownBy(() -> vault.open(code, sealed, "events/2"))
          .isInstanceOf(LogException.Unreadable.class)
          .hasMessageContaining("events/2");
      assertThatThrownBy(() -> vault.open(other, sealed, "events/1"))
          .isInstanceOf(LogException.Unreadable.class);
    }
  }

  @Test
  void manyWhoMakeTheSameWorkspaceGetTheSameKeyAlsoAfterARestart() {
    var workspace = WorkspaceId.random();
    byte[] sealed;
    try (var caucus = Installation.open(directory)) {
      var made = IntStream.range(0, 16).mapToObj(i -> caucus.vault().create(workspace)).toList();
      Future.all(made).await();
      sealed = caucus.vault().seal(workspace, bytes("memo"), "p");
    }
    try (var caucus = Installation.open(directory)) {
      caucus.vault().create(workspace).await();
      assertThat(caucus.vault().open(workspace, sealed, "p")).isEqualTo(bytes("memo"));
      assertThat(caucus.log().workspaces().await()).containsExactly(workspace);
    }
  }

  @Test
  void manyWhoAskForAKeyAtOnceReadItOnce() {
    WorkspaceId workspace;
    try (var caucus = Installation.open(directory)) {
      workspace = caucus.workspace();
    }
    try (var caucus = Installation.open(directory)) {
      long before = caucus.mongo().calls();

      var ciphers = IntStream.range(0, 10).mapToObj(i -> caucus.vault().cipher(workspace)).toList();
      Future.all(ciphers).await();

      assertThat(caucus.mongo().calls() - before).isEqualTo(1);
    }
  }

  @Test
  void onlyKeysOfAwakeWorkspacesAreLookedUpAgainManyInOneRequest() {
    try (var caucus = Installation.open(directory)) {
      var vault = caucus.vault();
      var all = IntStream.range(0, 120).mapToObj(i -> caucus.workspace()).toList();
      all.forEach(w -> vault.cipher(w).await());
      var awake = Set.copyOf(all.subList(0, 110));
      vault.watch(() -> awake);
      var gone = new CopyOnWriteArrayList<WorkspaceId>();
      vault.onClosed(gone::add);
      caucus.mongo().documents("keys").delete(all.get(5).value()).await();
      caucus.mongo().documents("keys").delete(all.getLast().value()).await();
      long before = caucus.mongo().calls();

      vault.refresh().await();

      assertThat(caucus.mongo().calls() - before).isEqualTo(2);
      assertThat(gone).containsExactly(all.get(5));
    }
  }

  @Test
  void keysAreLookedUpAgainByAndByNotAllAtOnce() {
    try (var caucus = Installation.open(directory)) {
      var vault = caucus.vault();
      IntStream.range(0, 220).forEach(i -> vault.cipher(caucus.workspace()).await());
      var pauses = new ArrayList<Duration>();

      vault.refresh(Duration.ofSeconds(8), pauses::add);

      assertThat(pauses).hasSize(3).allMatch(Duration.ofSeconds(8).dividedBy(3)::equals);
    }
  }

  @Test
  void blindIndexesAreStableAndTellPurposesApart() {
    String index;
    try (var caucus = Installation.open(directory)) {
      index = caucus.vault().blindIndex("slug", "code-of-practice");
      assertThat(index).matches("[a-z2-7]{52}");
      assertThat(caucus.vault().blindIndex("slug", "code-of-practise")).isNotEqualTo(index);
      assertThat(caucus.vault().blindIndex("local", "code-of-practice")).isNotEqualTo(index);
      assertThat(caucus.vault().blindIndex("a", "b:c"))
          .isNotEqualTo(caucus.vault().blindIndex("a:b", "c"));
    }
    try (var caucus = Installation.open(directory)) {
      assertThat(caucus.vault().blindIndex("slug", "code-of-practice")).isEqualTo(index);
    }
  }

  @Test
  void theDataDirectoryHoldsNoClearText() throws Exception {
    try (var caucus = Installation.open(directory)) {
      var workspace = caucus.workspace();
      caucus.append(workspace, 1, List.of(bytes("Confidential-memo")));
      new Blobs(caucus.mongo(), caucus.vault()).put(workspace, bytes("Confidential-scan")).await();
      new UniqueNames(caucus.mongo(), caucus.vault(), "slug")
          .claim("confidential-slug", bytes("Confidential-owner"))
          .await();
      var accounts =
          new SealedCollection(
              caucus.mongo().documents("accounts"), caucus.vault(), WorkspaceId.SYSTEM);
      accounts.put(RandomIds.random(), bytes("Confidential-person@liaison.example")).await();
    }
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text.toLowerCase(java.util.Locale.ROOT).contains("confidential"))
            .as(file.toString())
            .isFalse();
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
