package org.caucus.coalition.mentions;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a text, and which of them are questions. */
final class Sentences {
  private static final String QUESTION = "?\u061f\uff1f";
  private static final String END = ".!\u2026\u06d4";
  private static final String CLOSING = "\"'\u201d\u2019\u00bb)]*_";

  private final List<Sentence> all = new ArrayList<>();

  /** Of each sentence, whether a name in it is asked something. */
  private final boolean[] asking;

  /**
   * One of them.
   *
   * @param to behind its last character
   * @param words whether it says anything beside names
   */
  private record Sentence(int from, int to, boolean asks, boolean words) {
    boolean isSaid() {
      return asks || words;
    }
  }

  /**
   * The sentences of a text.
   *
   * @param bare the text with blanks in the place of names
   */
  Sentences(String text, String bare) {
    boolean[] over = over(text);
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean asks = QUESTION.indexOf(c) >= 0 && over[i + 1];
      boolean ends = END.indexOf(c) >= 0 && over[i + 1] && !goesOn(text, i + 1);
      if (asks || ends || isBreak(text, i)) {
        all.add(new Sentence(from, i + 1, asks, hasWords(bare, from, i + 1)));
        from = i + 1;
      }
    }
    all.add(new Sentence(from, text.length(), false, hasWords(bare, from, text.length())));
    asking = asking();
  }

  /** Whether a word ends before each place: a mark within an address ends no sentence. */
  private static boolean[] over(String text) {
    boolean[] over = new boolean[text.length() + 1];
    over[text.length()] = true;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      boolean follows = (CLOSING + QUESTION + END).indexOf(c) >= 0;
      over[i] = follows ? over[i + 1] : FoldedName.isBlank(c);
    }
    return over;
  }

  /** Behind a short form such as "e.g." a sentence goes on in small letters. */
  private static boolean goesOn(String text, int at) {
    int next = at;
    while (next < text.length() && FoldedName.isBlank(text.charAt(next))) {
      next++;
    }
    return next < text.length() && Character.isLowerCase(text.charAt(next));
  }

  /** A blank line, or the beginning of an item of a list. */
  private static boolean isBreak(String text, int at) {
    if (text.charAt(at) != '\n') {
      return false;
    }
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next == text.length()
        || text.charAt(next) == '\n'
        || (next + 1 < text.length()
            && "-*+\u2022".indexOf(text.charAt(next)) >= 0
            && text.charAt(next + 1) == ' ');
  }

  /**
   * Whether each is a question. One without words belongs to the sentence before it, or to the one
   * below it.
   */
  private boolean[] asking() {
    boolean[] asks = new boolean[all.size()];
    boolean near = false;
    for (int i = 0; i < asks.length; i++) {
      near = all.get(i).isSaid() ? all.get(i).asks() : near;
      asks[i] = near;
    }
    near = false;
    for (int i = asks.length - 1; i >= 0; i--) {
      near = all.get(i).isSaid() ? all.get(i).asks() : near;
      asks[i] |= near;
    }
    return asks;
  }

  /** Whether a name is asked something by the sentence around it, or next to it. */
  boolean asks(int at) {
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).to() <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return asking[low];
  }

  private static boolean hasWords(String bare, int from, int to) {
    return bare.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
