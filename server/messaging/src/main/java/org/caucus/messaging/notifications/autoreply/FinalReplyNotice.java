package org.caucus.messaging.notifications.autoreply;

import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/**
 * What the last answer that an address gets on a day says of itself: anyone who goes on writing
 * would wait for what does not come, and think that their letters are lost.
 */
public final class FinalReplyNotice {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("transcript");

  private FinalReplyNotice() {}

  /**
   * The text of an answer, with that as a paragraph below it.
   *
   * @param left how many come after it, as {@link AutoReplyLimit} counts them; where more come it
   *     says nothing
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
