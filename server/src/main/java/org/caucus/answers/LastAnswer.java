package org.caucus.answers;

import org.caucus.words.Language;
import org.caucus.words.Phrases;

/**
 * What the last answer that an address gets on a day says of itself: anyone who goes on writing
 * would wait for what does not come, and think that their letters are lost.
 */
public final class LastAnswer {
  private static final Phrases PHRASES = Phrases.of("transcript");

  private LastAnswer() {}

  /**
   * The text of an answer, with that as a paragraph below it.
   *
   * @param left how many come after it, as {@link AnswerLimit} counts them; where more come it says
   *     nothing
   */
  public static String below(String text, int left, Language language) {
    return left > 0 ? text : text + "\n" + words(language);
  }

  /** The same above it, where something else is to be the end. */
  static String above(String text, int left, Language language) {
    return left > 0 ? text : words(language) + "\n" + text;
  }

  private static String words(Language language) {
    return PHRASES.say(language, "last-answer");
  }
}
