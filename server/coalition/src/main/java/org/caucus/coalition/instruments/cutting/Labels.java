package org.caucus.coalition.instruments.cutting;

import java.util.Locale;
import java.util.Map;

/** The figures and letters of numbers, in the forms of several scripts. */
final class Labels {
  /** Letters of Arabic items as an address of mail has them: each its own. */
  private static final Map<Integer, String> ARABIC =
      Map.ofEntries(
          Map.entry((int) 'ا', "a"),
          Map.entry((int) 'أ', "a"),
          Map.entry((int) 'إ', "a"),
          Map.entry((int) 'آ', "a"),
          Map.entry((int) 'ب', "b"),
          Map.entry((int) 'ت', "t"),
          Map.entry((int) 'ث', "th"),
          Map.entry((int) 'ج', "j"),
          Map.entry((int) 'ح', "hh"),
          Map.entry((int) 'خ', "kh"),
          Map.entry((int) 'د', "d"),
          Map.entry((int) 'ذ', "dh"),
          Map.entry((int) 'ر', "r"),
          Map.entry((int) 'ز', "z"),
          Map.entry((int) 'س', "s"),
          Map.entry((int) 'ش', "sh"),
          Map.entry((int) 'ص', "ss"),
          Map.entry((int) 'ض', "dd"),
          Map.entry((int) 'ط', "tt"),
          Map.entry((int) 'ظ', "zz"),
          Map.entry((int) 'ع', "e"),
          Map.entry((int) 'غ', "gh"),
          Map.entry((int) 'ف', "f"),
          Map.entry((int) 'ق', "q"),
          Map.entry((int) 'ك', "k"),
          Map.entry((int) 'ل', "l"),
          Map.entry((int) 'م', "m"),
          Map.entry((int) 'ن', "n"),
          Map.entry((int) 'ه', "h"),
          Map.entry((int) 'و', "w"),
          Map.entry((int) 'ي', "y"),
          Map.entry((int) 'ى', "y"));

  private static final String ROMAN = "ivxlcdm";
  private static final int[] WORTH = {1, 5, 10, 50, 100, 500, 1000};

  /** Above it a run of roman letters is a word. */
  private static final int MOST_ROMAN = 399;

  private Labels() {}

  /** Writes the decimal digits of all scripts in ASCII. */
  static String digits(String text) {
    StringBuilder built = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              boolean isDigit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
              built.appendCodePoint(isDigit && digit >= 0 ? '0' + digit : c);
            });
    return built.toString();
  }

  /** As an address of mail has it: small letters, digits and {@code .} alone. */
  static String ascii(String label) {
    StringBuilder built = new StringBuilder();
    digits(label)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.') {
                built.appendCodePoint(c);
              } else if (ARABIC.containsKey(c)) {
                built.append(ARABIC.get(c));
              } else if (Character.isLetterOrDigit(c)) {
                built.append('u').append(Integer.toHexString(c));
              }
            });
    return built.isEmpty() ? "x" : built.toString();
  }

  /** The value of a correctly written roman numeral; 0 for all other text. */
  static int roman(String label) {
    String small = label.toLowerCase(Locale.ROOT);
    int sum = 0;
    for (int i = 0; i < small.length(); i++) {
      int at = ROMAN.indexOf(small.charAt(i));
      if (at < 0) {
        return 0;
      }
      int next = i + 1 < small.length() ? ROMAN.indexOf(small.charAt(i + 1)) : -1;
      sum += next > at ? -WORTH[at] : WORTH[at];
    }
    return sum > 0 && sum <= MOST_ROMAN && romanOf(sum).equals(small) ? sum : 0;
  }

  /** In small roman letters. */
  static String romanOf(int value) {
    String[] forms = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    int[] worth = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    StringBuilder built = new StringBuilder();
    int left = value;
    for (int i = 0; i < worth.length; i++) {
      while (left >= worth[i]) {
        built.append(forms[i]);
        left -= worth[i];
      }
    }
    return built.toString();
  }

  /** The place of a letter: a is 1, z 26, aa 27; of Arabic letters in the order of abjad; or 0. */
  static int letter(String label) {
    String small = label.toLowerCase(Locale.ROOT);
    if (small.isEmpty() || small.chars().anyMatch(c -> c != small.charAt(0))) {
      return 0;
    }
    char c = small.charAt(0);
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 1 + 26 * (small.length() - 1);
    }
    int place = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ".indexOf(c == 'أ' ? 'ا' : c);
    return small.length() == 1 ? place + 1 : 0;
  }
}
