package org.caucus.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/** All that letters say can be said in every language, with the same values in it. */
class MessageCatalogueTest {
  private static final Path CATALOGUES = Checkout.server("src/main/resources/words");

  static List<String> areas() throws IOException {
    try (Stream<Path> files = Files.list(CATALOGUES)) {
      return files
          .map(f -> f.getFileName().toString().replaceFirst("\\..*", ""))
          .distinct()
          .sorted()
          .toList();
    }
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
