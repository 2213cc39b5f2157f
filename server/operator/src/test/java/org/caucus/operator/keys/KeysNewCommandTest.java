package org.caucus.operator.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.caucus.kernel.WorkspaceId;
import org.caucus.operator.Commands;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.MasterKeySources;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A master key that is sealed before it is first used. */
class KeysNewCommandTest {
  /** Stands where the program stands. */
  @CommandLine.Command(name = "caucus")
  private static final class Program {}

  @TempDir Path directory;

  private static String printed() {
    StringWriter out = new StringWriter();
    CommandLine line = Commands.addTo(new CommandLine(new Program()));
    line.setOut(new PrintWriter(out));
    assertThat(Commands.isOne(line.parseArgs("keys", "new"))).as("no storage is opened").isFalse();
    assertThat(line.execute("keys", "new")).isZero();
    return out.toString().strip();
  }

  /** As systemd hands it to the service, after it was sealed and opened. */
  @Test
  void aNewInstallationTakesItFromTheCredentialAndWritesItNowhere() throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    Path credentials = Files.createDirectory(directory.resolve("credentials"));
    String key = printed();
    Files.writeString(credentials.resolve(MasterKeySources.CREDENTIAL), key + "\n");
    Map<String, String> settings = Map.of("CREDENTIALS_DIRECTORY", credentials.toString());

    for (int start = 0; start < 2; start++) {
      try (Mongo mongo = Mongo.open(MongoSettings.embedded(data))) {
        Vault vault = Vault.open(mongo, MasterKeySources.from(settings::get, data));
        assertThat(vault.cipher(WorkspaceId.SYSTEM).await()).isNotNull();
        assertThat(vault.ring().master().text()).isEqualTo(key);
      }
    }
    assertThat(data.resolve("master.key")).doesNotExist();
    assertThat(key).hasSizeGreaterThan(80).isNotEqualTo(printed());
  }
}
