package org.caucus.coalition.trackers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything notices of issues say; the sentences are in {@code words/notices.*}. */
public record IssueNoticeMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("notices");

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String opened(String who, String label) {
    return say("opened", Map.of("who", who, "issue", label));
  }

  String closed(String who, String label, String as, Optional<String> before) {
    return turned("closed", Map.of("who", who, "issue", label, "state", as), before);
  }

  String reopened(String who, String label, Optional<String> before) {
    return turned("reopened", Map.of("who", who, "issue", label), before);
  }

  private String turned(String key, Map<String, String> values, Optional<String> before) {
    if (before.isEmpty()) {
      return say(key, values);
    }
    Map<String, String> more = new HashMap<>(values);
    more.put("before", before.get());
    return say(key + ".was", more);
  }

  String editedIssue(String who, String label) {
    return say("edited", Map.of("who", who, "issue", label));
  }

  /** To those whose company a request is for. */
  String requests(String company, LocalDate at) {
    return say("requests", Map.of("company", company, "day", LocalFormats.day(language, at)));
  }

  String provision(String provision) {
    return say("provision", Map.of("provision", provision));
  }

  /** The words of a provision. */
  String cited(String quote) {
    return say("cited", Map.of("quote", quote));
  }

  String checklist() {
    return say("checklist");
  }

  /** How a line of a checklist is ticked in answer. */
  String tick() {
    return say("tick");
  }

  String due(Object date) {
    return say("due", Map.of("day", date));
  }

  String assigned(String names) {
    return say("assigned", Map.of("names", names));
  }

  String priority(String priority) {
    return say("priority", Map.of("priority", priority));
  }

  String labels(List<String> labels) {
    return say("labels", Map.of("labels", String.join(", ", labels)));
  }

  String state(String called) {
    return say("state", Map.of("state", called));
  }

  /** A state or a priority, as people say it. */
  String plain(Enum<?> constant) {
    return EnumNames.within(language, constant);
  }
}
