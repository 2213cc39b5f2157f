package org.caucus.reading;

import java.util.Locale;

/** Numbers as Word writes them in lists. */
final class NumberFormat {
  private static final String[] ROMAN = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };
  private static final int[] WORTH = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final int MOST_ROMAN = 32_767;

  /** How often a letter is repeated at most: what is more comes of a broken start. */
  private static final int MOST_REPEATED = 30;

  private static final String ALIF_BA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
  private static final String ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
  private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя";

  private static final String[] ONES = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };

  private static final String[] RANKS = {
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth"
  };

  private NumberFormat() {}

  /** A value in a format, by Word's name of it. */
  static String of(String format, int value) {
    return switch (format) {
      case "none", "bullet" -> "";
      case "decimalZero" -> value < 10 ? "0" + value : Integer.toString(value);
      case "lowerLetter" -> letters("abcdefghijklmnopqrstuvwxyz", value);
      case "upperLetter" -> letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ", value);
      case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
      case "upperRoman" -> roman(value);
      case "ordinal" -> value + ordinal(value);
      case "ordinalText" -> value < RANKS.length ? RANKS[value] : value + ordinal(value);
      case "cardinalText" -> value < ONES.length ? capital(ONES[value]) : Integer.toString(value);
      case "arabicAlpha" -> letters(ALIF_BA, value);
      case "arabicAbjad" -> letters(ABJAD, value);
      case "russianLower" -> letters(CYRILLIC, value);
      case "russianUpper" -> letters(CYRILLIC.toUpperCase(Locale.ROOT), value);
      case "hindiNumbers" -> digits(value, '०');
      case "thaiNumbers" -> digits(value, '๐');
      case "numberInDash" -> "- " + value + " -";
      default -> Integer.toString(value);
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String ordinal(int value) {
    int tens = value % 100;
    if (tens >= 11 && tens <= 13) {
      return "th";
    }
    return switch (value % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** After z comes aa, then bb, as Word has it. */
  private static String letters(String letters, int value) {
    if (value < 1) {
      return "";
    }
    int times = Math.min(MOST_REPEATED, (value - 1) / letters.length() + 1);
    return String.valueOf(letters.charAt((value - 1) % letters.length())).repeat(times);
  }

  private static String roman(int value) {
    if (value < 1 || value > MOST_ROMAN) {
      return Integer.toString(value);
    }
    StringBuilder built = new StringBuilder();
    int left = value;
    for (int i = 0; i < WORTH.length; i++) {
      while (left >= WORTH[i]) {
        built.append(ROMAN[i]);
        left -= WORTH[i];
      }
    }
    return built.toString();
  }

  private static String digits(int value, char zero) {
    StringBuilder built = new StringBuilder();
    Integer.toString(value).chars().forEach(c -> built.append((char) (zero + c - '0')));
    return built.toString();
  }
}
