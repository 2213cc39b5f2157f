package org.caucus.messaging.notifications.weekly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everything weekly letters say, in one place; the sentences are in {@code words/weekly.*}. */
record WeeklyMessages(Language language) {
  static final String SERVER = "Caucus";

  // what was done, by the key of its sentence
  static final String WROTE = "did.wrote";
  static final String OPENED = "did.opened";
  static final String CLOSED = "did.closed";
  static final String REOPENED = "did.reopened";
  static final String CHANGED = "did.changed";
  static final String PLANNED = "did.planned";
  static final String MINUTED = "did.minuted";
  static final String REPLIED = "did.replied";

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("weekly");

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  /** An update, and the key of what became of it. */
  record Become(Ref of, String what) {}

  static Optional<Become> update(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> become(e.id(), "posted");
      case UpdateEvent.UpdateCorrected e -> become(e.id(), "corrected");
      case UpdateEvent.StageReached e -> become(e.id(), "staged");
      case UpdateEvent.UpdateRetracted e -> become(e.id(), "retracted");
      case UpdateEvent.QuestionAnswered e -> become(e.update(), "answered");
      case UpdateEvent.QuestionAsked e -> Optional.empty();
      case UpdateEvent.UpdatePassedOn e -> Optional.empty();
      case UpdateEvent.UpdateAcknowledged e -> Optional.empty();
    };
  }

  private static Optional<Become> become(String update, String what) {
    return Optional.of(new Become(Ref.to(Ref.Kind.UPDATE, update), "update." + what));
  }

  static String committed(Commitment.Answer answer) {
    return "committed." + answer;
  }

  /** What sort of update it is, how far the company is with it, and how it may be quoted. */
  String terms(Update update) {
    return Stream.of(
            say("Kind." + update.kind()),
            say("Stage." + update.stage()),
            say("Attribution." + update.attribution()))
        .collect(Collectors.joining(say("comma")));
  }

  String subject(String workspace, WeeklyMailing weekly, LocalDate day) {
    return say(
        "subject." + weekly,
        Map.of("workspace", workspace, "day", language.dates("d MMMM uuuu").format(day)));
  }

  String deeds(Map<String, Integer> deeds) {
    return deeds.entrySet().stream()
        .map(
            e ->
                e.getValue() == 1
                    ? say(e.getKey())
                    : say("times", Map.of("n", e.getValue(), "deed", say(e.getKey()))))
        .collect(Collectors.joining(say("comma")));
  }

  String silent(List<String> companies) {
    return say("silent", Map.of("companies", String.join(say("comma"), companies))) + "\n\n";
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
