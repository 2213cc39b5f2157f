package org.caucus.mail.reply;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A line as a person sees it, whatever a program or a keyboard put into it. */
public final class VisibleLine {
  /** Marks of direction, of byte order, and what has no width. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\ufe0f]");

  /** Every character that looks like a space. */
  private static final Pattern SPACE = Pattern.compile("[\\p{Zs}\\t]");

  /** What is written above and below letters of Arabic, and the stroke that draws them out. */
  private static final Pattern VOWELS = Pattern.compile("[\\u064b-\\u0652\\u0670\\u0640]");

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private VisibleLine() {}

  /** Without what is not seen, with plain blanks, none around it. */
  public static String line(String line) {
    if (line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return line.strip(); // most are nothing but this, and letters may have very many
    }
    String seen = UNSEEN.matcher(line).replaceAll("");
    return Normalizer.normalize(SPACE.matcher(seen).replaceAll(" "), Normalizer.Form.NFC).strip();
  }

  /** The same, with the blanks that it begins with. */
  public static String inline(String line) {
    String begins = line.stripLeading();
    String blanks = line.substring(0, line.length() - begins.length());
    return blanks.replaceAll("\\s", " ") + line(begins);
  }

  /** Plain, and without accents; with the letters of Arabic that are often written alike as one. */
  public static String bare(String line) {
    String apart = Normalizer.normalize(plain(line), Normalizer.Form.NFD);
    return MARKS
        .matcher(apart)
        .replaceAll("")
        .replace('\u0629', '\u0647')
        .replace('\u0649', '\u064a');
  }

  /** The same in small letters, with straight apostrophes, without the vowel signs of Arabic. */
  public static String plain(String line) {
    return VOWELS
        .matcher(line(line))
        .replaceAll("")
        .replace('\u2019', '\'')
        .replace('\u02bc', '\'')
        .toLowerCase(Locale.ROOT);
  }
}
