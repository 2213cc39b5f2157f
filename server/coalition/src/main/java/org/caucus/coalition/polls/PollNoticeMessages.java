package org.caucus.coalition.polls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Item;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/** Everything notices of polls say; the sentences are in {@code words/polls.*}. */
record PollNoticeMessages(Language language, Poll.Question asked) {
  static final MessageCatalogue PHRASES = MessageCatalogue.of("polls");

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String opened(String who) {
    return say("opened", Map.of("who", who, "closes", time(asked.closes())));
  }

  String reminded() {
    return say("reminded", Map.of("closes", time(asked.closes())));
  }

  String about(Item thing) {
    return say("about", Map.of("thing", thing.title(language)));
  }

  String passedOn(String who) {
    return say("passed-on", Map.of("who", who));
  }

  String keeper(String name) {
    return say("keeper", Map.of("name", name));
  }

  String extended(String who) {
    return say("extended", Map.of("who", who));
  }

  String closes(String time) {
    return say("closes", Map.of("closes", time));
  }

  String kept() {
    return say("kept");
  }

  String decidedAgain(String who) {
    return say("decided.again", Map.of("who", who));
  }

  String decision(String decision) {
    return say("decision", Map.of("decision", decision));
  }

  String reviewedNext(String who) {
    return say("reviewed.next", Map.of("who", who));
  }

  String nextReview(String day) {
    return say("next-review", Map.of("day", day));
  }

  String closed(boolean quorate) {
    return say(quorate ? "closed" : "closed.short");
  }

  String decided(String who) {
    return say("decided", Map.of("who", who));
  }

  String reviewed(String who) {
    return say("reviewed", Map.of("who", who));
  }

  String reviewDue(LocalDate on) {
    return say("review-due", Map.of("day", day(on)));
  }

  String reviewOn(@Nullable LocalDate on) {
    return on == null ? "" : say("review-on", Map.of("day", day(on)));
  }

  String resolved(String who) {
    return say("resolved", Map.of("who", who));
  }

  String answered(String who, String organisation) {
    return say("answered", Map.of("who", who, "organisation", organisation));
  }

  String view() {
    return say("view");
  }

  String receipt(String receipt) {
    return say("receipt", Map.of("receipt", receipt));
  }

  /** What is asked, what can be answered, and what it means not to answer. */
  String question() {
    return Stream.of(
            asked.description().toString(),
            asked.options().stream().map(this::option).collect(Collectors.joining("\n")),
            asked.silence() == Poll.Silence.NO_OBJECTION ? say("silence") : "",
            asked.shown() == Poll.Shown.AT_CLOSE ? say("hidden") : "")
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n\n"));
  }

  private String option(Poll.Option option) {
    String time =
        Stream.of(option.startsAt(), option.endsAt())
            .flatMap(Stream::ofNullable)
            .map(this::time)
            .collect(Collectors.joining(" – "));
    return Stream.of(option.label() + ")", time, option.text())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** How it is answered by a reply. */
  String forms() {
    return say("forms." + asked.kind().name()) + "\n" + say("comment");
  }

  /** An answer as people write it. */
  String answer(BallotValue value) {
    return switch (asked.kind()) {
      case CONSENT -> say("stance." + value.stance());
      case CHOICE -> value.options().getFirst();
      case RANKED -> String.join(" > ", value.options());
      case SCORE -> marks(value.marks(), m -> String.valueOf(m.mark()));
      case TIME -> marks(value.marks(), m -> say("suits." + m.mark()));
    };
  }

  private static String marks(
      List<BallotValue.Mark> marks, Function<BallotValue.Mark, String> said) {
    return marks.stream()
        .map(m -> m.option() + " " + said.apply(m))
        .collect(Collectors.joining(", "));
  }

  String time(Instant at) {
    return LocalFormats.weekdayAndTime(language, at.atZone(asked.zone()));
  }

  String day(LocalDate on) {
    return LocalFormats.day(language, on);
  }
}
