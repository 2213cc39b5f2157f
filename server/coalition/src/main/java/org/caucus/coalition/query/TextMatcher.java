package org.caucus.coalition.query;

import java.util.stream.IntStream;

/**
 * Words that are looked for in many texts, whatever their case. A text is looked through for the
 * rarest of their characters, and compared only where that one is. What it costs grows with the
 * length of a text and never with that of both multiplied: either may be written to keep others
 * waiting.
 */
public final class TextMatcher {
  /** Letters by how often they are used, the rarest first; only their order matters. */
  private static final String RARE = "zqxjvbpygfwmucldrhnoate ";

  /** ASCII letters of more than two forms: the long s, the Kelvin sign, the Turkish i. */
  private static final String MANY_FORMS = "iks";

  /** A character that is looked for by comparing at each place. */
  private static final int BY_PLACE = Integer.MAX_VALUE;

  /** No place in the words. */
  private static final int NONE = -1;

  /** So many looks at each letter, before no letter is looked at twice. */
  private static final int LOOKS = 2;

  private final String words;
  private final int pivot;
  private final boolean byPlace;
  private final char low;
  private final char high;

  /** The character beside the rarest, in its forms: it rules out most places at a glance. */
  private final int beside;

  private final char besideLow;
  private final char besideHigh;

  /** These words, as they were written. */
  public TextMatcher(String words) {
    this.words = words;
    this.pivot =
        IntStream.range(0, words.length())
            .reduce((a, b) -> rank(words.charAt(b)) < rank(words.charAt(a)) ? b : a)
            .orElse(0);
    char found = words.isEmpty() ? ' ' : words.charAt(pivot);
    this.byPlace = rank(found) == BY_PLACE;
    this.low = Character.toLowerCase(found);
    this.high = Character.toUpperCase(found);
    int neighbour = pivot + 1 < words.length() ? pivot + 1 : pivot - 1;
    boolean told = neighbour >= 0 && rank(words.charAt(neighbour)) != BY_PLACE;
    this.beside = told ? neighbour : NONE;
    this.besideLow = told ? Character.toLowerCase(words.charAt(neighbour)) : ' ';
    this.besideHigh = told ? Character.toUpperCase(words.charAt(neighbour)) : ' ';
  }

  /** The lowest is the rarest. Only characters of one or two forms have a rank. */
  private static int rank(char c) {
    char low = Character.toLowerCase(c);
    boolean simple = c < 128 || Character.getType(c) == Character.OTHER_LETTER;
    if (!simple || MANY_FORMS.indexOf(low) >= 0) {
      return BY_PLACE;
    }
    int place = RARE.indexOf(low);
    return place >= 0 ? 2 * place : RARE.length();
  }

  /** Whether they are in this text; nothing is in everything. */
  public boolean in(String text) {
    if (words.isEmpty()) {
      return true;
    }
    int last = text.length() - words.length();
    if (last < 0) {
      return false;
    }
    long left = (long) LOOKS * text.length();
    Places places = new Places(text);
    for (int at = places.next(); at >= 0 && at <= last; at = places.next()) {
      if (ruledOut(text, at)) {
        continue;
      }
      if (text.regionMatches(true, at, words, 0, words.length())) {
        return true;
      }
      left -= words.length();
      if (left < 0) {
        return SubstringSearch.isIn(text, at + 1, words);
      }
    }
    return false;
  }

  private boolean ruledOut(String text, int at) {
    if (beside == NONE) {
      return false;
    }
    char there = text.charAt(at + beside);
    return there != besideLow && there != besideHigh;
  }

  /** Where in a text the words may begin, from its beginning on. */
  private final class Places {
    private final String text;
    private int one;
    private int other;

    Places(String text) {
      this.text = text;
      this.one = byPlace ? pivot : text.indexOf(low, pivot);
      this.other = byPlace || high == low ? -1 : text.indexOf(high, pivot);
    }

    /** The next of them; none if it is below zero. */
    int next() {
      int at = one;
      if (byPlace) {
        one++;
      } else if (other < 0 || (one >= 0 && one < other)) {
        one = one < 0 ? one : text.indexOf(low, one + 1);
      } else {
        at = other;
        other = text.indexOf(high, other + 1);
      }
      return at < 0 ? at : at - pivot;
    }
  }
}
