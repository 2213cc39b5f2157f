package org.caucus.coalition.instruments;

import java.util.Map;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything notices of instruments say; the sentences are in {@code words/instruments.*}. */
record InstrumentNoticeMessages(Language language) {
  static final MessageCatalogue PHRASES = MessageCatalogue.of("instruments");

  String added(String who, int provisions) {
    return PHRASES.say(language, "added", Map.of("who", who, "provisions", provisions));
  }

  String adopted(String who, int edition, String title, int provisions) {
    return PHRASES.say(
        language,
        "adopted",
        Map.of("who", who, "edition", edition, "title", title, "provisions", provisions));
  }

  String withdrawn(String who, int edition, String title) {
    return PHRASES.say(
        language, "withdrawn", Map.of("who", who, "edition", edition, "title", title));
  }

  String passedOn(String who) {
    return PHRASES.say(language, "passed-on", Map.of("who", who));
  }
}
