package org.caucus.messaging.notifications.actions;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.Commitment;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/** Everything notices of actions say; the sentences are in {@code words/actions.*}. */
record ActionMessages(Language language) {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("actions");
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

  /** For the person who said something before it was moved. */
  String anew() {
    return say("anew");
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

  String opened(String who) {
    return say("opened", who);
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
    return say("reply-due", day(day));
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

  /** One that came before, among the facts. */
  String reply(ActionDetails.Reply reply) {
    return say("reply", day(reply.on()), reply.text().strip());
  }

  /** What the agency says, and by when the answer itself is to come if this is none yet. */
  String replied(String who, ActionDetails.Reply reply, @Nullable LocalDate due) {
    String said = say("replied", who, day(reply.on())) + "\n\n" + reply.text().strip();
    if (!reply.awaitsMore()) {
      return said;
    }
    return said + "\n\n" + (due == null ? say("more") : say("more-by", day(due)));
  }

  String overdue(LocalDate due) {
    return say("overdue", day(due));
  }

  private String day(LocalDate day) {
    return language.dates(DAY).format(day);
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
