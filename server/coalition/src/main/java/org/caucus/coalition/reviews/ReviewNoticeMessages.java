package org.caucus.coalition.reviews;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.instruments.Placed;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * Everything notices of reviews say; the sentences are in {@code words/reviews.*}.
 *
 * @param zone of the reader
 */
record ReviewNoticeMessages(Language language, Review review, String text, ZoneId zone) {
  static final MessageCatalogue PHRASES = MessageCatalogue.of("reviews");

  /** Most positions that one letter has in full. */
  private static final int SHOWN = 60;

  /** What mail calls the review of a text. */
  static String title(Language language, String text) {
    return PHRASES.say(language, "title", Map.of("text", text));
  }

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String title() {
    return title(language, text);
  }

  /** With null its time had come. */
  String asked(@Nullable String who) {
    return who == null
        ? say("asked.due", Map.of("text", text, "closes", closes()))
        : say("asked", Map.of("who", who, "text", text, "closes", closes()));
  }

  String reminded() {
    return say("reminded", Map.of("closes", closes()));
  }

  String extended(String who) {
    return say("extended", Map.of("who", who, "closes", closes()));
  }

  String closed() {
    return say("closed");
  }

  String coverage(ReadableReview.Coverage coverage) {
    return say("coverage", Map.of("answered", coverage.answered(), "asked", coverage.asked()));
  }

  String reported(String who) {
    return say("reported", Map.of("who", who));
  }

  String passedOn(String who) {
    return say("passed-on", Map.of("who", who));
  }

  String declined(String who, String organisation) {
    return say("declined", Map.of("who", who, "organisation", organisation, "closes", closes()));
  }

  String given(String who, String organisation) {
    return say("given", Map.of("who", who, "organisation", organisation));
  }

  /** Positions as a letter says them: no more than it has room for. */
  String positions(Map<String, Placed> places, List<Said> said) {
    String lines =
        said.stream()
            .limit(SHOWN)
            .map(s -> position(places.get(s.key()), s))
            .collect(Collectors.joining("\n"));
    return said.size() > SHOWN
        ? lines + "\n" + say("given.more", Map.of("count", said.size() - SHOWN))
        : lines;
  }

  /** To their author: what was recorded of their letter. */
  String confirmed(String organisation, String positions, String audience) {
    return say(
        "confirmed",
        Map.of(
            "organisation",
            organisation,
            "title",
            title(),
            "positions",
            positions,
            "audience",
            audience));
  }

  /** To their author: that they declined. */
  String confirmedDecline(String organisation, String audience) {
    return say(
        "confirmed.declined",
        Map.of(
            "organisation",
            organisation,
            "title",
            title(),
            "audience",
            audience,
            "closes",
            closes()));
  }

  private String position(@Nullable Placed placed, Said said) {
    Map<String, String> values =
        Map.of(
            "where",
            placed == null ? say("rest") : label(placed),
            "stance",
            say("stance." + said.stance()),
            "reason",
            said.reason());
    String line = say(said.reason().isEmpty() ? "position" : "position.because", values);
    return said.storedWords() == null
        ? line
        : line + "\n" + say("words", Map.of("words", said.storedWords().toString()));
  }

  /** Who reads an answer that does not say. */
  String whoReads(String readers) {
    return say("who-reads", Map.of("readers", say("readers." + readers)));
  }

  /** How it is answered, and a line for each provision, to be filled in. */
  String form(List<Placed> provisions) {
    String lines =
        Stream.concat(provisions.stream().map(this::label), Stream.of(say("rest")))
            .map(where -> where + ": ")
            .collect(Collectors.joining("\n"));
    return say("form") + "\n\n" + lines;
  }

  /** How a provision is written in a letter: a part with its word, so that it is no article. */
  private String label(Placed placed) {
    return placed.kind().isContainer() ? placed.said() : placed.label();
  }

  private String closes() {
    return time(review.terms().closes());
  }

  private String time(Instant at) {
    return LocalFormats.weekdayAndTime(language, at.atZone(zone));
  }
}
