package org.caucus.app;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.MasterKeySources;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** No operator's command begins an installation where there is none, but import of an archive. */
class NothingThereTest {
  /** What each wants besides its name. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          entry("keys rotate", List.of("code-of-practice")),
          entry("keys destroy", List.of("code-of-practice")),
          entry("export", List.of("code-of-practice", "out.caucus")),
          entry("import", List.of("in.caucus")),
          entry(
              "archive import",
              List.of("w", "list", "box", "--audience", "EVERYONE", "--as", "a@b.example")),
          entry("archive export", List.of("w", "list", "box", "--as", "a@b.example")),
          entry("mailbox show", List.of("0123")),
          entry("mailbox delete", List.of("0123")),
          entry("mailbox reply", List.of("0123", "--text", "Thank you.")),
          entry("mailbox forward", List.of("0123", "a@b.example")),
          entry("operator add", List.of("ada")),
          entry("operator remove", List.of("ada")),
          entry("queue retry", List.of("--all")),
          entry("queue hold", List.of("--all")),
          entry("queue release", List.of("--all")),
          entry("queue purge", List.of("--all", "--because", "It was sent twice.")),
          entry("sessions show", List.of("--everybody")),
          entry("sessions end", List.of("--everybody")),
          entry("sessions confirm", List.of("--number", "12345678", "--person", "a@b.example")));

  @TempDir Path parent;
  private Path empty;

  @BeforeEach
  void make() throws IOException {
    empty = Files.createDirectory(parent.resolve("data"));
  }

  private record Done(int status, String said) {}

  private static Done run(List<String> words) {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    return new Done(Main.execute(line, words.toArray(String[]::new)), said.toString());
  }

  /** All that work on an installation, by their words. */
  private static List<String> commands(CommandLine line, String before) {
    List<String> all = new ArrayList<>();
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              String words = (before + " " + name).strip();
              if (sub.getCommandSpec().userObject() instanceof OperatorCommand command
                  && command.needsDesk()) {
                all.add(words);
              }
              all.addAll(commands(sub, words));
            });
    return all;
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void noCommandMakesAnythingInAnEmptyDirectory() throws IOException {
    List<String> all = commands(Main.commandLine(), "");
    assertThat(all).hasSizeGreaterThan(10);

    for (String name : all) {
      List<String> words = new ArrayList<>(List.of(name.split(" ")));
      words.addAll(WORDS.getOrDefault(name, List.of()));
      words.addAll(List.of("--data", empty.toString()));
      Done done = run(words);
      assertThat(done.status()).as(name + ": " + done.said()).isNotZero();
      assertThat(done.said())
          .as(name)
          .contains(name.equals("import") ? "in.caucus" : "There is no Caucus installation in")
          .doesNotContain("Exception", "\tat ", "Usage:");
      assertThat(files(empty)).as(name).isEmpty();
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsNotMade() throws IOException {
    Done done = run(List.of("followers", "--data", parent.resolve("mistyped").toString()));

    assertThat(done.status()).isEqualTo(Main.REFUSED);
    assertThat(done.said()).contains("mistyped: there is no such directory. Nothing was made.");
    assertThat(files(parent)).containsExactly("data");
  }

  @Test
  void aDatabaseWithoutKeysGetsNone() {
    Map<String, String> none = Map.of();
    try (var mongo = Mongo.open(MongoSettings.embedded(empty))) {
      var sources = MasterKeySources.from(none::get, empty);

      assertThatThrownBy(() -> Vault.openExisting(mongo, sources))
          .isInstanceOf(DatabaseException.NothingThere.class)
          .hasMessageContaining("it has no keys");
      assertThat(mongo.collections().await()).doesNotContain("keys");
    }
    assertThat(empty.resolve("master.key")).doesNotExist();
  }
}
