package org.caucus.platform.eventlog.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exactly one source of the master key wins, and the person who guesses is refused. */
class MasterKeySourcesTest {
  @TempDir Path directory;
  private final Map<String, String> settings = new HashMap<>();
  private Path data;
  private Path credentials;

  @BeforeEach
  void directories() throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    credentials = Files.createDirectory(directory.resolve("credentials"));
  }

  private Keyring open() {
    try (var mongo = Mongo.open(MongoSettings.embedded(data))) {
      return Keyring.open(mongo, MasterKeySources.from(settings::get, data));
    }
  }

  private byte[] made() throws IOException {
    open();
    return Files.readAllBytes(data.resolve("master.key"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void withoutAnySettingItIsMadeInTheDataDirectory() throws IOException {
    made();

    assertThat(open().master().source()).hasToString("the file " + data.resolve("master.key"));
  }

  @Test
  void aNamedFileIsMadeInsteadAndFoundAgain() throws IOException {
    var named = directory.resolve("caucus.key");
    settings.put("CAUCUS_MASTER_KEY_FILE", named.toString());

    made(named);

    assertThat(data.resolve("master.key")).doesNotExist();
    assertThat(open().master().source()).hasToString("the file " + named);
  }

  private void made(Path file) {
    open();
    assertThat(file).exists();
  }

  @Test
  void itMovesFromTheFileToAVariable() throws IOException {
    var bytes = made();
    settings.put("CAUCUS_MASTER_KEY", base64(bytes));
    assertThat(open().master().source()).hasToString("the variable CAUCUS_MASTER_KEY");

    Files.delete(data.resolve("master.key"));

    assertThat(open().master().source()).hasToString("the variable CAUCUS_MASTER_KEY");
    assertThat(data.resolve("master.key")).doesNotExist();
  }

  @Test
  void aCredentialGoesBeforeAllOthersThatAreTheSame() throws IOException {
    var bytes = made();
    settings.put("CREDENTIALS_DIRECTORY", credentials.toString());
    settings.put("CAUCUS_MASTER_KEY", base64(bytes));
    Files.writeString(credentials.resolve("caucus-master-key"), base64(bytes) + "\n");

    assertThat(open().master().source())
        .hasToString("the systemd credential " + credentials.resolve("caucus-master-key"));
  }

  @Test
  void aCredentialsDirectoryWithOtherCredentialsOnlyIsNoSource() throws IOException {
    made();
    settings.put("CREDENTIALS_DIRECTORY", credentials.toString());
    Files.writeString(credentials.resolve("tls-key"), "of somebody else's");

    assertThat(open().master().source()).hasToString("the file " + data.resolve("master.key"));
  }

  @Test
  void twoThatDifferAreRefusedAndBothNamed() throws IOException {
    made();
    settings.put("CAUCUS_MASTER_KEY", base64(Keyset.generate().bytes()));

    assertThatThrownBy(this::open)
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("the variable CAUCUS_MASTER_KEY")
        .hasMessageContaining("the file " + data.resolve("master.key"))
        .hasMessageNotContaining(settings.get("CAUCUS_MASTER_KEY"));
  }

  @Test
  void aNamedFileThatIsGoneIsNotReplacedByAnotherSource() throws IOException {
    var bytes = made();
    settings.put("CAUCUS_MASTER_KEY", base64(bytes));
    settings.put("CAUCUS_MASTER_KEY_FILE", directory.resolve("gone.key").toString());

    assertThatThrownBy(this::open)
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("gone.key")
        .hasMessageContaining("missing");
  }

  @Test
  void aWrongOneIsRefusedWithItsSource() throws IOException {
    made();
    Files.delete(data.resolve("master.key"));
    settings.put("CAUCUS_MASTER_KEY", base64(Keyset.generate().bytes()));

    assertThatThrownBy(this::open)
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("the variable CAUCUS_MASTER_KEY")
        .hasMessageContaining("does not fit this database");
  }

  @Test
  void whatIsNoKeyAtAllIsRefusedWithItsSource() {
    settings.put("CAUCUS_MASTER_KEY", "correct horse battery staple");

    assertThatThrownBy(this::open)
        .isInstanceOf(KeyException.BadMasterKey.class)
        .hasMessageContaining("the variable CAUCUS_MASTER_KEY")
        .hasMessageContaining("damaged")
        .hasMessageNotContaining("horse");
  }
}
