package org.caucus.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/** A name that is no setting is told, with the one that was probably meant. */
class SettingNamesTest {
  private static final Pattern READ = Pattern.compile("\"(CAUCUS_[A-Z]+(?:_[A-Z]+){0,4})\"");

  @Test
  void aMistypedNameIsToldWithTheNearest() {
    assertThat(
            SettingNames.unknown(
                Set.of("CAUCUS_OPERATOR", "CAUCUS_DOMIAN", "CAUCUS_DATA", "CAUCUSES", "PATH")))
        .containsExactly(
            "CAUCUS_DOMIAN is no setting of Caucus and is not read. Did you mean CAUCUS_DOMAIN?",
            "CAUCUS_OPERATOR is no setting of Caucus and is not read. Did you mean"
                + " CAUCUS_OPERATORS?");
    assertThat(SettingNames.unknown(Set.of("CAUCUS_QUX_QUX_QUX")).getFirst())
        .doesNotContain("mean");
    assertThat(SettingNames.unknownCredentials(List.of("caucus-mongo-uri", "tls-key")))
        .containsExactly(
            "caucus-mongo-uri is no credential of Caucus and is not read. Did you mean"
                + " caucus-mongodb-uri?");
  }

  @Test
  void everySettingThatIsReadIsAmongThem() {
    Set<String> read = new TreeSet<>();
    Checkout.sources("main").stream()
        .filter(f -> !f.endsWith("SettingNames.java"))
        .forEach(f -> READ.matcher(text(f)).results().forEach(m -> read.add(m.group(1))));

    assertThat(SettingNames.ALL).containsExactlyInAnyOrderElementsOf(read);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
