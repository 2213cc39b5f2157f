package org.caucus.words;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A language that Caucus speaks. Numbers are counted by the rules of Unicode (CLDR). */
public enum Language {
  /** What is spoken to whoever chose nothing. */
  ENGLISH("en", "one other"),
  FRENCH("fr", "one other"),
  ARABIC("ar", "zero one two few many other");

  private final String tag;
  private final Locale locale;
  private final String forms;

  Language(String tag, String forms) {
    this.tag = tag;
    this.locale = Locale.forLanguageTag(tag);
    this.forms = forms;
  }

  /** Its tag (BCP 47), as it stands in {@code Content-Language}. */
  public String tag() {
    return tag;
  }

  /** Whether it is written from the right. */
  public boolean isRightToLeft() {
    return this == ARABIC;
  }

  /** The forms that a sentence with a number has. */
  Set<String> forms() {
    return Set.of(forms.split(" "));
  }

  /** The form for a number of things, at least 0. */
  String form(int many) {
    return switch (this) {
      case ENGLISH -> many == 1 ? "one" : "other";
      case FRENCH -> many < 2 ? "one" : "other";
      case ARABIC -> arabic(many);
    };
  }

  private static String arabic(int many) {
    int hundredth = many % 100;
    return switch (many) {
      case 0 -> "zero";
      case 1 -> "one";
      case 2 -> "two";
      default -> hundredth >= 11 ? "many" : hundredth >= 3 ? "few" : "other";
    };
  }

  /** Writes days and times by this pattern, with the names of this language. */
  public DateTimeFormatter dates(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }

  /** The language with this tag; empty if it is none of ours. */
  public static Optional<Language> tagged(String tag) {
    return Arrays.stream(values()).filter(l -> l.tag.equals(tag)).findFirst();
  }
}
