package org.caucus.platform.i18n;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/**
 * No translation is older than its English sentence: {@code words/translated.txt} has a hash of the
 * English for each, as it was when it was translated. {@code infra/dev/translated} records that
 * they were looked at again, all or those whose keys begin with its argument.
 */
class TranslationsTest {
  private static final Path FILE = Checkout.server("src/test/resources/words/translated.txt");
  private static final int HASH_BYTES = 4;

  /** What is recorded anew: the beginning of keys. */
  private static final String RECORDED = System.getenv("CAUCUS_TRANSLATED");

  /** The hash of each English sentence, by language, area and key. */
  private static Map<String, String> now() throws IOException {
    Map<String, String> now = new TreeMap<>();
    for (String area : MessageCatalogueTest.areas()) {
      Map<String, String> english = MessageCatalogue.of(area).in(Language.ENGLISH);
      for (Language language : List.of(Language.FRENCH, Language.ARABIC)) {
        english.forEach((key, text) -> now.put(name(language, area, key), hash(text)));
      }
    }
    return now;
  }

  private static String name(Language language, String area, String key) {
    return language.tag() + " " + area + " " + key;
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> recorded() throws IOException {
    Map<String, String> recorded = new TreeMap<>();
    for (String line : Files.readAllLines(FILE)) {
      int end = line.lastIndexOf(' ');
      recorded.put(line.substring(0, end), line.substring(end + 1));
    }
    return recorded;
  }

  private static void record(Map<String, String> now) throws IOException {
    Map<String, String> kept = Files.exists(FILE) ? recorded() : new TreeMap<>();
    kept.keySet().retainAll(now.keySet());
    now.forEach(
        (name, hash) -> {
          if (name.split(" ", 2)[1].startsWith(RECORDED)) {
            kept.put(name, hash);
          }
        });
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, kept.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  @Test
  void noTranslationIsOlderThanItsEnglish() throws IOException {
    Map<String, String> now = now();
    if (RECORDED != null) {
      record(now);
    }
    Map<String, String> recorded = recorded();
    assertThat(
            now.entrySet().stream()
                .filter(e -> !e.getValue().equals(recorded.get(e.getKey())))
                .map(Map.Entry::getKey))
        .as("The English of these changed after they were translated (infra/dev/translated)")
        .isEmpty();
  }

  @Test
  void aChangedSentenceHasAnotherHash() {
    assertThat(hash("Post it")).isNotEqualTo(hash("Post it.")).hasSize(2 * HASH_BYTES);
  }
}
