package org.caucus.messaging.notifications.weekly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.capability.WeeklyDeed.Phrase;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything weekly letters say, in one place; the sentences are in {@code words/weekly.*}. */
record WeeklyMessages(Language language) {
  // what was done, by the key of its sentence
  static final String WROTE = "did.wrote";

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("weekly");

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String subject(String workspace, WeeklyMailing weekly, LocalDate day) {
    return say(
        "subject." + weekly,
        Map.of("workspace", workspace, "day", LocalFormats.day(language, day)));
  }

  /**
   * What was done with a thing, a sentence for each deed.
   *
   * @param actor the name of an organisation; empty where Caucus did it
   */
  List<String> deeds(String actor, String item, Map<Phrase, Integer> deeds) {
    return deeds.entrySet().stream()
        .map(e -> e.getKey().told(language, actor.isEmpty() ? null : actor, item, e.getValue()))
        .toList();
  }

  String silent(List<String> companies) {
    return say("silent", Map.of("companies", LocalFormats.list(language, companies))) + "\n\n";
  }

  String more(int more, String link) {
    return say("more", Map.of("n", more, "link", link)) + "\n\n";
  }

  String withheld(int many, String link) {
    return say("withheld", Map.of("n", many, "link", link)) + "\n\n";
  }

  String foot(WeeklyMailing weekly, String choices) {
    return say("foot." + weekly, Map.of("choices", choices)) + "\n";
  }
}
