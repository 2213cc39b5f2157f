package org.caucus.messaging.calendar;

import java.util.Map;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything that calendars say themselves; the sentences are in {@code words/feeds.*}. */
public record CalendarMessages(Language language) {
  /** To programs, and to people who chose no language. */
  public static final CalendarMessages ENGLISH = new CalendarMessages(Language.ENGLISH);

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("feeds");

  /** A sentence without values. */
  public String say(String key) {
    return PHRASES.say(language, key);
  }

  /** A sentence with its values, such as a name, a place or a link. */
  public String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  /** What a kind is called, within a sentence. */
  public String name(Enum<?> constant) {
    return EnumNames.within(language, constant);
  }
}
