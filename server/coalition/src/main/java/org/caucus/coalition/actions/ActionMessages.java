package org.caucus.coalition.actions;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/** Everything notices of actions say; the sentences are in {@code words/actions.*}. */
record ActionMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("actions");

  private String say(String key) {
    return PHRASES.say(language, key);
  }

  private String say(String key, Map<String, ?> values) {
    return PHRASES.say(language, key, values);
  }

  String time(ZonedDateTime at) {
    return LocalFormats.weekdayAndTime(language, at);
  }

  String planned(String who) {
    return say("planned", Map.of("who", who));
  }

  String changed(String who) {
    return say("changed", Map.of("who", who));
  }

  /** The same, where what changed stands after it. */
  String edited(String who) {
    return say("edited", Map.of("who", who));
  }

  String owner(String name) {
    return say("owner", Map.of("name", name));
  }

  String embargoUntil(String until) {
    return say("embargo-until", Map.of("until", until));
  }

  /** For the person who said something before it was moved. */
  String anew() {
    return say("anew");
  }

  String minutes(String who) {
    return say("minutes", Map.of("who", who));
  }

  String soon() {
    return say("soon");
  }

  String over() {
    return say("over");
  }

  String opened(String who) {
    return say("opened", Map.of("who", who));
  }

  String embargoed(String who) {
    return say("embargoed", Map.of("who", who));
  }

  String embargoOff(String who) {
    return say("embargo-off", Map.of("who", who));
  }

  String embargo(ZonedDateTime until) {
    return say("embargo", Map.of("until", time(until)));
  }

  String where(String place) {
    return say("where", Map.of("place", place));
  }

  String join(String link) {
    return say("join", Map.of("link", link));
  }

  String asked(String organisations) {
    return say("asked", Map.of("organisations", organisations));
  }

  String channel(String channel) {
    return say("channel", Map.of("channel", channel));
  }

  String receipt(String receipt) {
    return say("receipt", Map.of("receipt", receipt));
  }

  String replyDue(String day) {
    return say("reply-due", Map.of("day", day));
  }

  String state(String state) {
    return say("state", Map.of("state", state));
  }

  /** A state, as people say it. */
  String plain(Action.State state) {
    return EnumNames.within(language, state);
  }

  String outcome(String outcome) {
    return say("outcome", Map.of("outcome", outcome));
  }

  String agenda() {
    return say("agenda");
  }

  /** One that came before, among the facts. */
  String reply(ActionDetails.Reply reply) {
    return say("reply", Map.of("day", day(reply.on()), "text", reply.text().strip()));
  }

  /** What the agency says, and by when the answer itself is to come if this is not one yet. */
  String replied(String who, ActionDetails.Reply reply, @Nullable LocalDate due) {
    String said =
        say("replied", Map.of("who", who, "day", day(reply.on()))) + "\n\n" + reply.text().strip();
    if (!reply.awaitsMore()) {
      return said;
    }
    return said + "\n\n" + (due == null ? say("more") : say("more-by", Map.of("day", day(due))));
  }

  String overdue(LocalDate due) {
    return say("overdue", Map.of("day", day(due)));
  }

  String day(LocalDate day) {
    return LocalFormats.weekday(language, day);
  }

  String takesPart(String organisation, Commitment.Answer answer) {
    return say("takes-part." + answer, Map.of("organisation", organisation));
  }

  String comes(String who, Commitment.Answer answer) {
    return say("comes." + answer, Map.of("who", who));
  }

  /** Names, one after the other. */
  String names(List<String> names) {
    return LocalFormats.list(language, names);
  }
}
