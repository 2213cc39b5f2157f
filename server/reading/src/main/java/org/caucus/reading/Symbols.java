package org.caucus.reading;

import java.util.Locale;

/** Characters of the font Symbol, whose letters are Greek. */
final class Symbols {
  private static final String CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
  private static final String SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
  private static final int HIGH = 0xa1;

  /** From {@link #HIGH} on. */
  private static final String SIGNS =
      "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
          + "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪€〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

  private static final String LOW = "\"$'*-@\\^`~";
  private static final String LOW_SIGNS = "∀∃∋∗−≅∴⊥‾∼";
  private static final int PRIVATE = 0xf000;

  private Symbols() {}

  /** Words in that font: its private characters as those that they show. */
  static String inText(String words) {
    StringBuilder built = new StringBuilder();
    words
        .chars()
        .map(c -> c >= PRIVATE && c < PRIVATE + 0x100 ? of("symbol", c) : c)
        .forEach(c -> built.append((char) c));
    return built.toString();
  }

  static int of(String font, int code) {
    int plain = code >= PRIVATE ? code - PRIVATE : code;
    if (!font.toLowerCase(Locale.ROOT).equals("symbol")) {
      return code;
    }
    if (plain >= 'A' && plain <= 'Z') {
      return CAPITALS.charAt(plain - 'A');
    }
    if (plain >= 'a' && plain <= 'z') {
      return SMALL.charAt(plain - 'a');
    }
    if (plain >= HIGH && plain < HIGH + SIGNS.length()) {
      return SIGNS.charAt(plain - HIGH);
    }
    int low = LOW.indexOf(plain);
    return low >= 0 ? LOW_SIGNS.charAt(low) : plain;
  }
}
