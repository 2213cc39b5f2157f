package org.caucus.views.push;

import java.util.Map;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything that notifications on devices say; the sentences are in {@code words/push.*}. */
record PushMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("push");

  /** That there is something, and no more. */
  String bare(int unread) {
    return PHRASES.say(language, "bare", Map.of("unread", unread));
  }

  /** Why it is told. */
  String why(NotificationReason kind, String who) {
    return PHRASES.say(language, "why." + kind, Map.of("who", who));
  }

  /** How many there are beside it. */
  String others(int more) {
    return PHRASES.say(language, "others", Map.of("more", more));
  }

  String test() {
    return PHRASES.say(language, "test");
  }
}
