package org.caucus.answers;

import org.caucus.words.Language;
import org.caucus.words.Phrases;

/**
 * What the last answer that an address gets on a day says of itself: whoever goes on writing would
 * wait for what does not come, and think that their letters are lost.
 */
public final class LastAnswer {
  private static final Phrases PHRASES = Phrases.of("transcript");

  private LastAnswer() {}

  /**
   * A paragraph of its own.
   *
   * @param left how many come after it, as {@link AnswerLimit} counts them
   * @return empty where more come
   */
  public static String words(int left, Language language) {
    return left > 0 ? "" : PHRASES.say(language, "last-answer");
  }
}
