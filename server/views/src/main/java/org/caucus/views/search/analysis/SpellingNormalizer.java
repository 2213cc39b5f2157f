package org.caucus.views.search.analysis;

import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Brings the ways in which one word is written to one: accents that stand beside their letter, as
 * file names of some systems and what is copied from them have it; ligatures and shapes of letters,
 * as PDF files have them (Unicode NFKC); marks over letters of Arabic and Hebrew, which most people
 * leave out; letters of Persian and Urdu keyboards in Arabic words.
 *
 * <p>Of a hamza on its seat there are two habits: many leave it out, and write the seat alone; and
 * what stands on a waw in one country stands on a yeh in another. One text cannot be brought to
 * both, so words as written follow the first, and stems the second.
 */
final class SpellingNormalizer extends TokenFilter {
  private static final char LAST_OF_ASCII = 0x7f;

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
  private final boolean seatsAlike;

  /**
   * @param seatsAlike whether hamza on any seat is one letter; otherwise the seat alone is left
   */
  SpellingNormalizer(TokenStream words, boolean seatsAlike) {
    super(words);
    this.seatsAlike = seatsAlike;
  }

  @Override
  public boolean incrementToken() throws java.io.IOException {
    if (!input.incrementToken()) {
      return false;
    }
    boolean plain = true;
    for (int i = 0; i < word.length() && plain; i++) {
      plain = word.charAt(i) <= LAST_OF_ASCII;
    }
    if (!plain) {
      String one = Normalizer.normalize(word.toString(), Normalizer.Form.NFKC);
      word.setEmpty();
      one.chars().filter(c -> !isMark(c)).forEach(c -> word.append((char) letter(c)));
    }
    return true;
  }

  /** Combining accents that are part of no letter, vowel marks, and signs of recitation. */
  private static boolean isMark(int c) {
    return (c >= 0x0300 && c <= 0x036f)
        || (c >= 0x0591 && c <= 0x05c7)
        || (c >= 0x0610 && c <= 0x061a)
        || (c >= 0x064b && c <= 0x065f)
        || c == 0x0670
        || (c >= 0x06d6 && c <= 0x06dc)
        || (c >= 0x06df && c <= 0x06e8)
        || (c >= 0x06ea && c <= 0x06ed);
  }

  private int letter(int c) {
    return switch (c) {
      case 0x0624 -> seatsAlike ? 0x0621 : 0x0648; // hamza on waw
      case 0x0626 -> seatsAlike ? 0x0621 : 0x064a; // hamza on yeh
      case 0x06a9 -> 0x0643; // keheh
      case 0x06cc -> 0x064a; // Farsi yeh
      case 0x06c1, 0x06be -> 0x0647; // heh goal, heh doachashmee
      default -> c;
    };
  }
}
