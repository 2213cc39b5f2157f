package org.caucus.messaging.notifications;

import java.util.Map;
import org.caucus.coalition.mentions.Mention;
import org.caucus.coalition.mentions.MentionReading;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** What mail says of mentions; the sentences are in {@code words/mentions.*}. */
record MentionMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("mentions");

  /** Whose words mention the reader, above these. */
  String told(Mention.Kind kind, String who) {
    return PHRASES.say(language, "told." + kind, Map.of("who", who));
  }

  /** Who mentions the reader in a text that was changed. */
  String edited(Mention.Kind kind, String who) {
    return PHRASES.say(language, "edited." + kind, Map.of("who", who));
  }

  /** To the person who wrote by mail: which names told nobody. */
  String echo(MentionReading reading) {
    return line(!reading.outside().isEmpty(), "outside", MentionReading.list(reading.outside()))
        + line(!reading.unclear().isEmpty(), "unclear", MentionReading.list(reading.unclear()))
        + line(reading.tooMany(), "too-many", MentionReading.MAX_MENTIONS)
        + line(reading.largeGroup(), "large-group", MentionReading.MAX_GROUP_READERS);
  }

  private String line(boolean isSaid, String key, Object value) {
    String place = value instanceof String ? "names" : "limit";
    return isSaid ? PHRASES.say(language, "echo." + key, Map.of(place, value)) : "";
  }
}
