package org.caucus.notices.actions;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.caucus.actions.Action;
import org.caucus.actions.Commitment;
import org.caucus.words.Language;
import org.caucus.words.Phrases;

/** Everything notices of actions say; the sentences are in {@code words/actions.*}. */
record ActionWords(Language language) {
  private static final Phrases PHRASES = Phrases.of("actions");
  private static final String DAY = "EEEE d MMMM uuuu";

  private String say(String key, Object... values) {
    return PHRASES.say(language, key, values);
  }

  private String time(ZonedDateTime at) {
    return language.dates("EEEE d MMMM uuuu, HH:mm (VV)").format(at);
  }

  String planned(String who) {
    return say("planned", who);
  }

  String changed(String who) {
    return say("changed", who);
  }

  String minutes(String who) {
    return say("minutes", who);
  }

  String soon() {
    return say("soon");
  }

  String over() {
    return say("over");
  }

  String embargoed(String who) {
    return say("embargoed", who);
  }

  String embargoOff(String who) {
    return say("embargo-off", who);
  }

  String embargo(ZonedDateTime until) {
    return say("embargo", time(until));
  }

  String where(String place) {
    return say("where", place);
  }

  String join(String link) {
    return say("join", link);
  }

  String asked(String organisations) {
    return say("asked", organisations);
  }

  String channel(String channel) {
    return say("channel", channel);
  }

  String receipt(String receipt) {
    return say("receipt", receipt);
  }

  String replyDue(LocalDate day) {
    return say("reply-due", language.dates(DAY).format(day));
  }

  String state(Action.State state) {
    return say("state", say("State." + state));
  }

  String outcome(String outcome) {
    return say("outcome", outcome);
  }

  String agenda() {
    return say("agenda");
  }

  String undecided() {
    return say("undecided");
  }

  String at(ZonedDateTime start) {
    return say("when", time(start));
  }

  String allDay(ZonedDateTime day) {
    return say("all-day", dayInZone(day));
  }

  String days(ZonedDateTime first, LocalDate last) {
    return say("days", dayInZone(first), language.dates(DAY).format(last));
  }

  private String dayInZone(ZonedDateTime day) {
    return language.dates(DAY + " (VV)").format(day);
  }

  String takesPart(String organisation, Commitment.Answer answer) {
    return say("takes-part." + answer, organisation);
  }

  String comes(String who, Commitment.Answer answer) {
    return say("comes." + answer, who);
  }

  /** What stands between names. */
  String comma() {
    return say("comma");
  }
}
