package org.caucus.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.jobs.FailedJobs;
import org.caucus.platform.store.DatabaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's command does the same with a server and without one. */
class ShellTest {
  private static final List<String> FOLLOWERS = List.of("followers");

  @TempDir Path directory;
  private final Heard heard = new Heard();

  private OperatorContext desk(Installation caucus) {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    return new OperatorContext(
        directory,
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        blobs,
        List.of("relay"),
        List.of("relay"),
        () -> {
          throw new IllegalStateException("no command here asks for it");
        },
        () -> {
          throw new IllegalStateException("no command here asks for it");
        },
        "");
  }

  private int run(List<String> words) {
    return new Shell(directory, heard)
        .run(
            words,
            work -> {
              try (var caucus = Installation.open(directory)) {
                return work.run(desk(caucus));
              }
            });
  }

  @Test
  void answersTheSameThroughARunningServer() throws IOException {
    int alone = run(FOLLOWERS);
    var saidAlone = List.copyOf(heard.said);
    heard.said.clear();

    int through;
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      through = run(FOLLOWERS);
    }

    assertThat(saidAlone).last().isEqualTo("Nothing was given up.");
    assertThat(heard.said).isEqualTo(saidAlone);
    assertThat(List.of(alone, through)).containsOnly(OperatorCommand.DONE);
  }

  @Test
  void whatWasDueAndFailedIsListedAndTriedAgain() {
    assertThat(run(List.of("due"))).isEqualTo(OperatorCommand.DONE);
    assertThat(heard.said).containsExactly("Nothing that was due failed.");
    Instant now = Instant.now();
    try (var caucus = Installation.open(directory)) {
      var digests =
          new SealedCollection(
              caucus.mongo().documents("digests"), caucus.vault(), WorkspaceId.SYSTEM);
      digests.insert("one", now.toEpochMilli(), new byte[] {1}).await();
      new FailedJobs(caucus.mongo(), caucus.vault(), "digests")
          .missed("one", "b".repeat(26), new ArithmeticException("words"), now);
    }
    heard.said.clear();

    assertThat(run(List.of("due"))).isEqualTo(OperatorCommand.DONE);
    assertThat(heard.said.getFirst())
        .startsWith("digests of " + "b".repeat(26))
        .contains("failures in a row: 1 (ArithmeticException)")
        .doesNotContain("words");
    assertThat(run(List.of("due", "--redrive", "--kind", "weeklies")))
        .isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(run(List.of("due", "--redrive"))).isEqualTo(OperatorCommand.DONE);
    try (var caucus = Installation.open(directory)) {
      var digests =
          new SealedCollection(
              caucus.mongo().documents("digests"), caucus.vault(), WorkspaceId.SYSTEM);
      assertThat(digests.due(Instant.now().toEpochMilli(), 1).await()).hasSize(1);
    }
  }

  @Test
  void theSocketIsForTheServersUserAlone() throws IOException {
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      var permissions = Files.getPosixFilePermissions(directory.resolve("control"));
      assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rwx------");
    }
    assertThat(directory.resolve("control/socket")).doesNotExist();
  }

  @Test
  void aSocketLeftByAKilledServerIsReplaced() throws IOException {
    Files.createDirectories(directory.resolve("control"));
    Files.writeString(directory.resolve("control/socket"), "");

    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      assertThat(run(FOLLOWERS)).isEqualTo(OperatorCommand.DONE);
    }
  }

  @Test
  void somebodyElseInTheDirectoryIsNamed() {
    try (var caucus = Installation.open(directory)) {
      assertThat(caucus).isNotNull();
      assertThatThrownBy(() -> run(FOLLOWERS))
          .isInstanceOf(DatabaseException.DataDirectoryInUse.class)
          .hasMessageContaining(directory.toString());
    }
  }

  @Test
  void whatTheOperatorCanMendIsSaidInOneSentence() throws IOException {
    List<String> words =
        List.of("import", "--check", directory.resolve("nowhere.caucus").toString());
    int alone = run(words);
    assertThat(heard.noted).hasSize(1).first().asString().contains("nowhere.caucus cannot be read");
    heard.noted.clear();

    int through;
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      through = run(words);
    }

    assertThat(heard.noted).hasSize(1).first().asString().contains("nowhere.caucus cannot be read");
    assertThat(List.of(alone, through)).containsOnly(OperatorCommand.NOT_DONE);
  }

  @Test
  void wrongWordsAreExplained() {
    assertThat(run(List.of("followers", "--redo"))).isEqualTo(2);
    assertThat(heard.noted).first().isEqualTo("Unknown option: '--redo'");
    assertThat(heard.noted).anyMatch(line -> line.contains("--redrive"));
  }

  @Test
  void whoeverAsksHowIsToldAndNothingIsDone() {
    assertThat(run(List.of("sessions", "end", "--help"))).isZero();
    assertThat(heard.noted).anyMatch(line -> line.contains("Usage: caucus sessions end"));
    assertThat(heard.noted).anyMatch(line -> line.contains("--dry-run"));
    assertThat(heard.said).isEmpty();
  }

  @Test
  void whereAServerIsKnownToRunTheStorageIsNotOpened() throws IOException {
    var shell = new Shell(directory, heard);

    assertThat(shell.beside(FOLLOWERS)).isEqualTo(OperatorCommand.NOT_DONE);

    assertThat(heard.noted).first().asString().contains("takes no commands");
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      assertThat(shell.beside(FOLLOWERS)).isEqualTo(OperatorCommand.DONE);
    }
  }
}
