package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caucus.app.backup.MoveCommand;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.DatabaseMove;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An installation moves to the server of an address and back, with a pause in the middle. */
@Tag("slow")
class DatabaseMoveTest {
  private static final int RECORDS = 300;
  private static final byte[] LETTER = new byte[2_500_000];

  @TempDir Path home;

  private record Moved(int status, String said) {}

  private Map<String, String> settings(Map<String, String> more) throws IOException {
    Map<String, String> settings =
        StoryServer.environment(home, Ports.free(), "smtp://127.0.0.1:9");
    settings.putAll(more);
    return settings;
  }

  private Moved move(StandIn server, String... words) throws IOException {
    StringWriter said = new StringWriter();
    CommandLine line =
        new CommandLine(new MoveCommand(settings(Map.of("CAUCUS_MONGODB_URI", server.uri()))::get));
    line.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    return new Moved(line.execute(words), said.toString());
  }

  private static Moved done(Moved moved) {
    assertThat(moved.status()).as(moved.said()).isZero();
    return moved;
  }

  private WorkspaceId workspace;
  private BlobId letter;

  private void founded() {
    try (var caucus = Installation.open(home)) {
      workspace = caucus.workspace();
      for (int i = 0; i < RECORDS; i++) {
        caucus.append(workspace, i + 1, List.of(("record " + i).getBytes(UTF_8)));
      }
      letter = new Blobs(caucus.mongo(), caucus.vault()).put(workspace, LETTER).await();
    }
  }

  private void assertAllThere(MongoSettings database) {
    try (var caucus = Installation.open(database)) {
      assertThat(caucus.log().workspaces().await()).containsExactly(workspace);
      assertThat(caucus.log().read(workspace, RECORDS - 1, 10).await()).hasSize(1);
      assertThat(new Blobs(caucus.mongo(), caucus.vault()).get(workspace, letter).await())
          .isEqualTo(LETTER);
    }
  }

  /** A server does not start there. */
  private void assertRefused(Map<String, String> more, String why) throws IOException {
    Settings there = Settings.from(settings(more)::get);
    assertThatThrownBy(() -> new Wiring(there).start(List.of()))
        .isInstanceOf(DatabaseException.Moving.class)
        .hasMessageContaining(why);
  }

  /** As after a kill: some are there, the mark says so, and one page more than it says. */
  private void cutShort(StandIn server) {
    try (Mongo from = Mongo.open(MongoSettings.embedded(home));
        Mongo into = Mongo.openBeside(MongoSettings.server(server.uri(), home))) {
      var move =
          new DatabaseMove(
              from,
              into,
              (documents, bytes) -> {
                if (documents > 2) {
                  throw new IllegalStateException("the power went");
                }
              });
      try {
        move.copy();
      } catch (IllegalStateException e) {
        return;
      }
      throw new AssertionError("it was not cut short");
    }
  }

  @Test
  void toAServerAndBackAndItGoesOnWhereItStopped() throws Exception {
    founded();
    try (StandIn server = StandIn.plain()) {
      Map<String, String> byAddress = Map.of("CAUCUS_MONGODB_URI", server.uri());
      cutShort(server);
      assertRefused(Map.of(), "This database is being moved to another one");
      assertRefused(byAddress, "A move into this database was begun and is not finished");

      Moved there = done(move(server, "--to", "server"));

      assertThat(there.said())
          .contains("1 workspaces with 300 records: all sound, and the same in both");
      assertThat(documents(there.said(), "Moved (\\S+) documents"))
          .as("the second run copies the rest")
          .isGreaterThan(documents(there.said(), "\\((\\S+) in this run"));
      assertRefused(Map.of(), "This database was moved to another one");
      assertAllThere(MongoSettings.server(server.uri(), home));

      assertThat(move(server, "--to", "embedded").said())
          .contains("The database to move to is not empty");
      Files.move(MongoSettings.embeddedFile(home), home.resolve("before"));
      done(move(server, "--to", "embedded"));
      assertAllThere(MongoSettings.embedded(home));
      assertRefused(byAddress, "This database was moved to another one");
      assertThat(done(move(server, "--to", "embedded", "--give-up")).said())
          .contains("is used again");
      assertAllThere(MongoSettings.server(server.uri(), home));
    }
  }

  private static int documents(String said, String pattern) {
    var found = Pattern.compile(pattern).matcher(said);
    assertThat(found.find()).as(said).isTrue();
    return Integer.parseInt(found.group(1).replace(",", ""));
  }

  @Test
  void whatCannotBeMovedSaysWhatTo() throws Exception {
    try (StandIn server = StandIn.plain()) {
      assertThat(move(server, "--to", "server").said()).contains("There is no Caucus installation");
      founded();
      Files.delete(home.resolve("master.key"));
      Installation.open(home.resolve("other")).close();
      Files.copy(home.resolve("other/master.key"), home.resolve("master.key"));
      Moved wrongKey = move(server, "--to", "server");
      assertThat(wrongKey.status()).isEqualTo(1);
      try (Mongo there = Mongo.openBeside(MongoSettings.server(server.uri(), home));
          Node running = Node.alone(there)) {
        assertThat(running.living()).isPositive();
        Moved besideOne = move(server, "--to", "server");
        assertThat(besideOne.status()).isEqualTo(1);
        assertThat(besideOne.said()).contains("Stop that one").doesNotContain("\tat ");
      }
      assertThat(wrongKey.said()).contains("does not fit this database").doesNotContain("\tat ");
    }
  }
}
