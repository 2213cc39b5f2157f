package org.caucus.coalition.updates;

import java.time.LocalDate;
import java.util.Map;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything notices of updates say; the sentences are in {@code words/notices.*}. */
public record UpdateNoticeMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String promisedBy(LocalDate day) {
    return say("promised", Map.of("day", day));
  }

  String corrected(String who, String attribution) {
    return say("corrected", Map.of("who", who, "attribution", attribution));
  }

  String newText() {
    return say("new-text");
  }

  String staged(String who, String company) {
    return say("staged", Map.of("who", who, "company", company));
  }

  String stage(String stage) {
    return say("stage", Map.of("stage", stage));
  }

  String kind(String kind) {
    return say("kind", Map.of("kind", kind));
  }

  String attribution(String attribution) {
    return say("attribution", Map.of("attribution", attribution));
  }

  String retracted(String who, String attribution) {
    return say("retracted", Map.of("who", who, "attribution", attribution));
  }

  String update(String who, String company, String attribution) {
    return say("update", Map.of("who", who, "company", company, "attribution", attribution));
  }

  String terms(String attribution) {
    return say("terms", Map.of("attribution", attribution));
  }

  String passedOn(String who) {
    return say("passed-on", Map.of("who", who));
  }

  String nowWith(String name) {
    return say("now-with", Map.of("name", name));
  }

  String nobody() {
    return say("nobody");
  }

  String provision(String provision) {
    return say("provision", Map.of("provision", provision));
  }

  /** A stage or a term, as people say it. */
  public String plain(Enum<?> constant) {
    return EnumNames.within(language, constant);
  }
}
