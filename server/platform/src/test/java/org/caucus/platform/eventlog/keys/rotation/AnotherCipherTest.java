package org.caucus.platform.eventlog.keys.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.Keyset;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Should a cipher fall, what it sealed is sealed again by another, and back, while it is in use.
 */
class AnotherCipherTest {
  private static final RotationPace AT_ONCE =
      new RotationPace(Duration.ofMillis(1), 1_000_000, 1L << 40, Duration.ZERO);

  private static final String MEMO = "memo drafted";

  /** Tink's prefix, the nonce and the tag: RFC 5116 section 5.1, draft-irtf-cfrg-xchacha. */
  private static final int AES_GCM = 5 + 12 + 16;

  private static final int XCHACHA = 5 + 24 + 16;

  @TempDir Path directory;
  private Installation caucus;
  private WorkspaceId code;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    code = caucus.workspace();
    caucus.append(code, 1, List.of("review opened".getBytes(UTF_8), MEMO.getBytes(UTF_8)));
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  private void rotate(WorkspaceId owner, Keyset.Kind kind) {
    var manner = WorkspaceRotation.Manner.quiet(AT_ONCE);
    assertThat(
            new WorkspaceRotation(caucus.mongo(), caucus.vault(), manner).run(owner, kind).done())
        .isTrue();
  }

  /** What the cipher that seals adds to a word. */
  private static int added(Vault vault, WorkspaceId owner) {
    return vault.cipher(owner).await().seal("events/place", MEMO.getBytes(UTF_8)).length
        - MEMO.length();
  }

  private List<String> texts() {
    return caucus.log().read(code, 0, 10).await().stream()
        .map(r -> new String(r.plain(), UTF_8))
        .toList();
  }

  @Test
  void aWorkspaceIsSealedAgainByAnotherCipherAndBack() {
    assertThat(added(caucus.vault(), code)).isEqualTo(AES_GCM);

    rotate(code, Keyset.Kind.XCHACHA20_POLY1305);

    assertThat(added(caucus.vault(), code)).isEqualTo(XCHACHA);
    assertThat(texts()).containsExactly("review opened", MEMO);
    caucus.append(code, 3, List.of("joint call".getBytes(UTF_8)));
    Vault another = Vault.open(caucus.mongo(), directory.resolve(MasterKey.FILE));
    assertThat(added(another, code)).isEqualTo(XCHACHA);

    rotate(code, Keyset.Kind.AES256_GCM);

    assertThat(added(caucus.vault(), code)).isEqualTo(AES_GCM);
    assertThat(texts()).containsExactly("review opened", MEMO, "joint call");
  }

  @Test
  void soIsTheInstallationsOwn() {
    rotate(WorkspaceId.SYSTEM, Keyset.Kind.XCHACHA20_POLY1305);

    assertThat(added(caucus.vault(), WorkspaceId.SYSTEM)).isEqualTo(XCHACHA);
    Vault another = Vault.open(caucus.mongo(), directory.resolve(MasterKey.FILE));
    assertThat(added(another, WorkspaceId.SYSTEM)).isEqualTo(XCHACHA);
  }
}
