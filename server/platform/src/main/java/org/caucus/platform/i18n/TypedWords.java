package org.caucus.platform.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people type as it stands: the words that decide, lines at a head, what is added to an
 * address. Sentences do not have them, but a place {@code {typed_approve}}, and each is quoted as
 * its language quotes, so that it looks like no other word. {@code typed/<language>.properties} has
 * them; they are words that are read, in any language.
 */
public final class TypedWords {
  /** Begins the name of such a place. */
  private static final String PLACE = "typed_";

  private static final Map<Language, Map<String, String>> ALL = read();

  private TypedWords() {}

  private static Map<Language, Map<String, String>> read() {
    Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, read("/typed/" + language.tag() + ".properties"));
    }
    return all;
  }

  private static Map<String, String> read(String file) {
    try (InputStream in =
        Objects.requireNonNull(TypedWords.class.getResourceAsStream(file), file)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return read.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(name -> name, read::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException("words of this program", e);
    }
  }

  /** Whether a place in a sentence is for one of these. */
  static boolean isPlace(String name) {
    return name.startsWith(PLACE);
  }

  /** The names of all of them. */
  static Set<String> names(Language language) {
    return Objects.requireNonNull(ALL.get(language)).keySet();
  }

  /** One of them, as it is typed. */
  public static String typed(Language language, String name) {
    String word = Objects.requireNonNull(ALL.get(language)).get(name);
    if (word == null) {
      throw new IllegalArgumentException("no typed word is called " + name);
    }
    return word;
  }

  /** What stands in such a place of a sentence. */
  static String quoted(Language language, String place) {
    String word = typed(language, place.substring(PLACE.length()));
    return switch (language) {
      case ENGLISH -> "“" + word + "”";
      case FRENCH -> "«\u00a0" + word + "\u00a0»";
      case ARABIC -> "«" + IcuMessage.isolated(word) + "»";
    };
  }
}
