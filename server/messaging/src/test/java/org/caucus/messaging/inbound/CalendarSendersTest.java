package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Parties;
import org.caucus.workspace.ReplyTickets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who sends what a calendar answers, and when: a machine, somebody it was passed on to, long after.
 */
class CalendarSendersTest extends CalendarAnswering {
  /** Some calendars mark what they send at the press of a button as a machine's. */
  @ParameterizedTest
  @CsvSource({
    "Auto-Submitted: auto-generated",
    "Auto-Submitted: auto-replied",
    "'X-Auto-Response-Suppress: DR, OOF, AutoReply'",
  })
  void whatACalendarSendsAtAButtonIsItsPersonsAnswer(String mark) throws IOException {
    office.post(
        BOLA, to, letter("google", BOLA, BOLA).replace("MIME-Version", mark + "\nMIME-Version"));

    assertThat(rsvp()).isNotNull();
    assertThat(rsvp().answer()).isEqualTo(Answer.WILL);
  }

  /** An absence is no answer, and neither is a machine's answer to anything but an action. */
  @Test
  void whatElseAMachineSendsIsDropped() throws IOException {
    String absent =
        "From: Bola <"
            + BOLA
            + ">\nTo: x\nSubject: Absent\nAuto-Submitted: auto-replied\n\nI am away.\n";
    office.post(BOLA, to, absent);
    office.submit(
        "amina",
        new IssueCommand.OpenIssue(
            "COP", "24 hours", "So.", "", List.of(), null, Audience.everyone(), null));
    long opened = office.state().history().getLast().sequence();
    String elsewhere = office.tickets.address("cop", InboundPostOffice.DOMAIN, opened, bola);
    office.post(
        BOLA,
        elsewhere,
        letter("google", BOLA, BOLA)
            .replace("MIME-Version", "Auto-Submitted: auto-replied\nMIME-Version"));

    assertThat(rsvp()).isNull();
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class)).isEmpty();
  }

  /** Anyone who passes it on within the coalition asks nobody to answer for another. */
  @Test
  void thePersonWhoGotItPassedOnAnswersForThemselvesIfTheyReadIt() throws IOException {
    String dayo = "dayo@press.example";
    office.post(dayo, to, letter("thunderbird", dayo, dayo));

    assertThat(rsvp()).isNull();
    var theirs = office.state().actions().find(call.id()).orElseThrow().presence().answers();
    assertThat(theirs.get(office.seats.get("dayo").value()).answer()).isEqualTo(Answer.WILL);
    assertThat(office.events(LetterEvent.LetterHeld.class)).isEmpty();
  }

  @Test
  void itIsNothingForThePersonWhoCannotReadItOrIsNotHere() throws IOException {
    office.submit("amina", Parties.call(Audience.civilSociety()));
    call =
        office.state().actions().byId().values().stream()
            .filter(a -> a.audience().equals(Audience.civilSociety()))
            .findFirst()
            .orElseThrow();
    long planned = office.state().history().getLast().sequence();
    to = office.tickets.address("cop", InboundPostOffice.DOMAIN, planned, bola);
    for (String other : List.of("chika@chirp.example", "nobody@else.example")) {
      office.post(other, to, letter("outlook", other, other));
    }

    assertThat(office.events(LetterEvent.LetterHeld.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class))
        .extracting(refused -> refused.reasons().getFirst())
        .as("a company learns no more than a stranger")
        .containsExactly(RefusalMessages.NOT_INVITED, RefusalMessages.NOT_INVITED);
  }

  /** All letters of an action name one address for calendars; it opens while it is to come. */
  @Test
  void anActionThatWasPlannedLongAgoIsStillAnswered() throws IOException {
    office.ahead = ReplyTickets.LIFETIME.plusDays(30);
    office.submit(
        "amina",
        new ActionCommand.EditAction(
            call.id(),
            null,
            null,
            null,
            null,
            null,
            new Action.When(
                Instant.now().plus(office.ahead).plus(Duration.ofDays(3)), null, ZoneId.of("UTC")),
            null,
            null));
    office.post(BOLA, to, letter("bare", BOLA, BOLA).replace("SEQUENCE:0\n", ""));

    assertThat(office.events(LetterEvent.LetterRefused.class))
        .extracting(refused -> refused.reasons().getFirst())
        .as("known, and of the time before")
        .containsExactly(RefusalMessages.MOVED_EVENT);
  }
}
