package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that letters say can be said in every language, with the same values in it. */
class MessageCatalogueTest {
  private static final Path CATALOGUES = Checkout.server("src/main/resources/words");

  private static final Pattern NAME = Pattern.compile("[\\w.-]+");

  static List<String> areas() throws IOException {
    try (Stream<Path> files = Files.list(CATALOGUES)) {
      return files
          .map(f -> f.getFileName().toString().replaceFirst("\\..*", ""))
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** What a merge leaves behind: a key that stands twice has the words of the second alone. */
  private static List<String> doubled(Path file) throws IOException {
    List<String> doubled = new ArrayList<>();
    Properties keys =
        new Properties() {
          @Override
          public synchronized @Nullable Object put(Object key, Object text) {
            if (containsKey(key) || !NAME.matcher(key.toString()).matches()) {
              doubled.add(file.getFileName() + ": " + key);
            }
            return super.put(key, text);
          }
        };
    try (Reader in = Files.newBufferedReader(file)) {
      keys.load(in);
    }
    return doubled;
  }

  @Test
  void eachKeyStandsOnce(@TempDir Path directory) throws IOException {
    try (Stream<Path> files = Files.list(CATALOGUES)) {
      for (Path file : files.toList()) {
        assertThat(doubled(file)).isEmpty();
      }
    }
    Path merged = directory.resolve("merged.properties");
    Files.writeString(merged, "<<<<<<< HEAD\na = One\n=======\na = Two\n>>>>>>> main\n");
    assertThat(doubled(merged)).hasSize(4);
  }

  @Test
  void whatIsWrittenFromTheRightKeepsNamesApartAndLinksBare() {
    String said =
        MessageCatalogue.of("account")
            .say(
                Language.ARABIC,
                "invitation",
                Map.of(
                    "inviter", "Ada",
                    "workspace", "Code",
                    "organisation", "Rights",
                    "link", "https://x.example",
                    "until", "noon"));
    assertThat(said).contains("\u2068Ada\u2069").contains("\nhttps://x.example\n");
  }

  @Test
  void aSentenceThatIsNotThereIsAMistake() {
    MessageCatalogue account = MessageCatalogue.of("account");
    assertThatThrownBy(() -> account.say(Language.FRENCH, "no such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no such");
  }
}
