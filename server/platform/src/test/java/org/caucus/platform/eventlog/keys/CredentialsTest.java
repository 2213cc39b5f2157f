package org.caucus.platform.eventlog.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords in addresses need stand in no file of settings. */
class CredentialsTest {
  private static final String SMARTHOST = "smtps://caucus:secret@smtp.example";

  @TempDir Path directory;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void settings() {
    settings.put("CAUCUS_SMTP_URL", "smtp://127.0.0.1:10025");
    settings.put("CAUCUS_DOMAIN", "lists.example");
    settings.put("CREDENTIALS_DIRECTORY", directory.toString());
  }

  private @Nullable String read(String name) {
    Function<String, @Nullable String> all = Credentials.before(settings::get);
    return all.apply(name);
  }

  @Test
  void aCredentialGoesBeforeTheSetting() throws IOException {
    Files.writeString(directory.resolve("caucus-smtp-url"), SMARTHOST + "\n");
    Files.writeString(directory.resolve("caucus-domain"), "other.example");

    assertThat(read("CAUCUS_SMTP_URL")).isEqualTo(SMARTHOST);
    assertThat(read("CAUCUS_MONGODB_URI")).isNull();
    assertThat(read("CAUCUS_DOMAIN")).as("no secret").isEqualTo("lists.example");
  }

  @Test
  void aKeyThatOnlyRootMayReadIsNamedWhereTheServiceFindsIt() throws IOException {
    settings.put("CAUCUS_DKIM_KEY", "/etc/caucus/dkim.pem");
    Path key = Files.writeString(directory.resolve("caucus-dkim-key"), "-----BEGIN");

    assertThat(read("CAUCUS_DKIM_KEY")).isEqualTo(key.toString());
    assertThat(read("CAUCUS_TLS_KEY")).isNull();
    assertThat(Credentials.givenTwice(settings)).containsExactly("CAUCUS_DKIM_KEY");
    assertThat(Credentials.NAMES).contains("caucus-dkim-key", "caucus-tls-certificate");
  }

  @Test
  void withoutOneTheSettingHolds() {
    assertThat(read("CAUCUS_SMTP_URL")).isEqualTo("smtp://127.0.0.1:10025");
    settings.remove("CREDENTIALS_DIRECTORY");
    assertThat(read("CAUCUS_SMTP_URL")).isEqualTo("smtp://127.0.0.1:10025");
  }

  /** Nothing else is taken in its place: anyone who put it there wants it used. */
  @Test
  void oneThatCannotBeReadIsNamedAndNotGoneRound() throws IOException {
    Files.createDirectory(directory.resolve("caucus-smtp-url"));

    assertThatThrownBy(() -> read("CAUCUS_SMTP_URL"))
        .isInstanceOf(KeyException.BadCredential.class)
        .hasMessageContaining("caucus-smtp-url");
  }
}
