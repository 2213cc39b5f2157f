package org.caucus.coalition.mentions;

import java.util.ArrayList;
import java.util.List;

/** The sentences of a text, and which of them are questions. */
final class Sentences {
  private static final String QUESTION = "?\u061f\uff1f";
  private static final String END = ".!\u2026\u06d4";
  private static final String CLOSING = "\"'\u201d\u2019\u00bb)]*_";

  private final List<Sentence> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param to behind its last character
   */
  record Sentence(int from, int to, boolean asks) {}

  Sentences(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean asks = QUESTION.indexOf(c) >= 0 && isOver(text, i + 1);
      boolean ends = END.indexOf(c) >= 0 && isOver(text, i + 1) && !goesOn(text, i + 1);
      if (asks || ends || isBreak(text, i)) {
        all.add(new Sentence(from, i + 1, asks));
        from = i + 1;
      }
    }
    all.add(new Sentence(from, text.length(), false));
  }

  /** Whether a word ends there: a mark within an address ends no sentence. */
  private static boolean isOver(String text, int at) {
    int next = at;
    while (next < text.length()
        && (CLOSING.indexOf(text.charAt(next)) >= 0
            || QUESTION.indexOf(text.charAt(next)) >= 0
            || END.indexOf(text.charAt(next)) >= 0)) {
      next++;
    }
    return next == text.length() || FoldedName.isBlank(text.charAt(next));
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
   * Whether the sentence around a name is a question. A name that stands alone belongs to the
   * sentence before it, or to the one below it.
   *
   * @param bare the text with blanks in the place of names
   */
  boolean asks(int at, String bare) {
    int i = 0;
    while (i + 1 < all.size() && all.get(i).to() <= at) {
      i++;
    }
    Sentence own = all.get(i);
    if (own.asks() || hasWords(bare, own)) {
      return own.asks();
    }
    return near(i, -1, bare) || near(i, 1, bare);
  }

  private boolean near(int of, int step, String bare) {
    int i = of + step;
    while (i >= 0 && i < all.size() && !all.get(i).asks() && !hasWords(bare, all.get(i))) {
      i += step;
    }
    return i >= 0 && i < all.size() && all.get(i).asks();
  }

  private static boolean hasWords(String bare, Sentence sentence) {
    return bare.substring(sentence.from(), sentence.to())
        .codePoints()
        .anyMatch(Character::isLetterOrDigit);
  }
}
