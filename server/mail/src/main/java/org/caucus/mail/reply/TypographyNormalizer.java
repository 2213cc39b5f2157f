package org.caucus.mail.reply;

import java.text.Normalizer;

/** What stands in a line as it would be typed: phones and keyboards set it otherwise. */
public final class TypographyNormalizer {
  private TypographyNormalizer() {}

  /**
   * Digits of Arabic and Persian as 0 to 9, long dashes as hyphens, curled quotation marks and
   * commas of Arabic as plain ones, characters of full width as narrow ones; without what is not
   * seen, and without the full stop that a phone puts at the end.
   */
  public static String plainly(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    Normalizer.normalize(VisibleLine.line(value), Normalizer.Form.NFKC)
        .codePoints()
        .forEach(c -> plain.appendCodePoint(plain(c)));
    String typed = plain.toString().strip();
    int end = typed.length();
    while (end > 0 && (typed.charAt(end - 1) == '.' || typed.charAt(end - 1) == '!')) {
      end--;
    }
    return unquoted(typed.substring(0, end).strip());
  }

  private static int plain(int c) {
    if (Character.isDigit(c)) {
      return '0' + Character.digit(c, 10);
    }
    return switch (c) {
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212 -> '-';
      case 0x2018, 0x2019, 0x02bc -> '\'';
      case 0x201c, 0x201d, 0x201e, 0x00ab, 0x00bb -> '"';
      case 0x060c, 0x3001 -> ',';
      case 0x061b -> ';';
      default -> c;
    };
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).strip() : value;
  }
}
