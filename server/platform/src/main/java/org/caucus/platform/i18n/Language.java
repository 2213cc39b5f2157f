package org.caucus.platform.i18n;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that Caucus speaks. Numbers are counted and days written by Unicode (CLDR). */
public enum Language {
  /** What is spoken to the person who chose nothing. */
  ENGLISH("en"),
  FRENCH("fr"),
  ARABIC("ar");

  /** Languages that a program names and that are looked at. */
  private static final int MOST_RANGES = 20;

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Its tag (BCP 47), as it stands in {@code Content-Language}. */
  public String tag() {
    return tag;
  }

  /** How ICU writes dates and numbers in it; digits are those of Europe in all languages. */
  ULocale icuLocale() {
    return Objects.requireNonNull(Icu.LOCALES.get(this));
  }

  /** Loaded when the first is asked for. */
  private static final class Icu {
    static final Map<Language, ULocale> LOCALES =
        Map.of(
            ENGLISH, ULocale.forLanguageTag("en-GB"),
            FRENCH, ULocale.forLanguageTag("fr"),
            ARABIC, ULocale.forLanguageTag("ar-u-nu-latn"));
  }

  /** Whether it is written from the right. */
  public boolean isRightToLeft() {
    return this == ARABIC;
  }

  /** The language with this tag; empty if it is not one of ours. */
  public static Optional<Language> tagged(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
  }

  /**
   * The language that somebody reads best of those that are spoken here, by what their program says
   * (RFC 9110 section 12.5.4); English if it says nothing of them.
   *
   * @param accepted {@code fr-CH, fr;q=0.9, en;q=0.8}; null if it says nothing
   */
  public static Language accepted(@Nullable String accepted) {
    Language best = ENGLISH;
    double most = 0;
    String[] ranges = accepted == null ? new String[0] : accepted.split(",", MOST_RANGES + 1);
    for (int i = 0; i < Math.min(ranges.length, MOST_RANGES); i++) {
      String[] parts = ranges[i].strip().toLowerCase(Locale.ROOT).split(";", 2);
      double wish = parts.length == 1 ? 1 : weight(parts[1].strip());
      Optional<Language> language = tagged(parts[0].strip().split("-", 2)[0]);
      if (language.isPresent() && wish > most) {
        best = language.get();
        most = wish;
      }
    }
    return best;
  }

  private static double weight(String text) {
    try {
      return text.startsWith("q=") ? Double.parseDouble(text.substring(2)) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
