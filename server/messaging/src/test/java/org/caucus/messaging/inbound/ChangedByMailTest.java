package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionAttendance;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An action is changed by the person who answers its notice: by their subject, by a verb, by
 * minutes.
 */
class ChangedByMailTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String QUOTE =
      "\n\nOn Monday, Amina wrote:\n> Call on Part III\n>\n> Who comes?\n";

  private String id;
  private String ticket;

  @BeforeEach
  void aCallIsPlanned() {
    office.submit("amina", Parties.call(Audience.everyone()));
    id = office.state().actions().byId().keySet().iterator().next();
    ticket = ticketOf("bola");
  }

  private String ticketOf(String person) {
    SeatId seat = office.seats.get(person);
    long sequence = office.state().history().getLast().sequence();
    return office.tickets.address("cop", InboundPostOffice.DOMAIN, sequence, seat);
  }

  private Action action() {
    return office.state().actions().find(id).orElseThrow();
  }

  private void answers(String from, String to, String subject, String text) throws IOException {
    office.post(
        from,
        to,
        "From: <" + from + ">\nTo: <" + to + ">\nSubject: " + subject + "\n\n" + text + "\n");
  }

  private List<String> why() {
    return office.events(LetterEvent.LetterRefused.class).getLast().reasons().stream()
        .map(Message::english)
        .toList();
  }

  @Test
  void itsSubjectMovesIt() throws IOException {
    answers(
        BOLA,
        ticket,
        "Re: Call [when=2027-03-02 10:00 to 11:00 Africa/Lagos; where=Abuja;"
            + " link=https://call.example/x]",
        "The desk asked for Tuesday." + QUOTE);

    assertThat(action().when())
        .isEqualTo(
            new Action.When(
                Instant.parse("2027-03-02T09:00:00Z"),
                Instant.parse("2027-03-02T10:00:00Z"),
                ZoneId.of("Africa/Lagos")));
    assertThat(action().place()).isEqualTo("Abuja");
    assertThat(action().details().link()).isEqualTo("https://call.example/x");
    assertThat(office.events(EntryEvent.EntryPosted.class)).as("and why is said").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"called off, CALLED_OFF", "under way, UNDER_WAY", "done, DONE"})
  void itsSubjectSaysHowFarItIs(String word, Action.State state) throws IOException {
    answers(BOLA, ticket, "Re: Call [state=" + word + "; outcome=They will answer]", "So.");

    assertThat(action().state()).isEqualTo(state);
    assertThat(action().outcome()).isEqualTo("They will answer");
  }

  @Test
  void aVerbSaysThatItIsDone() throws IOException {
    answers(BOLA, ticket.replace("@", "+done@"), "Re: Call", "We were eleven.");

    assertThat(action().state()).isEqualTo(Action.State.DONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[state=don; outcome=So] | The value of State is not known | [state=done; outcome=So]",
        "[colour=red; where=Abuja] | This command is not known for an action | [where=Abuja]",
        "[kind=call; state=Under-way] | This command is not known for an action |"
            + " [state=Under-way]",
        "[where=Abuja; where=Lagos] | where appears more than once | [where=Abuja]",
      })
  void whatItAsksWronglyRefusesAllOfItAndIsShownPutRight(String set, String rule, String right)
      throws IOException {
    answers(BOLA, ticket, "Re: Call " + set, "yes");

    assertThat(why().getFirst()).startsWith(LetterWriting.ASKS_ACTION_WRONGLY).contains(rule);
    assertThat(why().getLast()).isEqualTo(LetterWriting.AGAIN + "\n    Subject: … " + right);
    assertThat(action().presence().answers()).isEmpty();
    assertThat(action().version()).isOne();
    answers(BOLA, ticket, "Re: Call " + right, "So.");
    assertThat(action().version()).as("what is shown is accepted").isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "[state=finished], [state=done]",
    "[state=elsewhere], [state=planned]",
    "[stat=done; where=Abuja], [state=done; where=Abuja]",
    "[outcom=Agreed; plac=Abuja], [outcome=Agreed]"
  })
  void theWordsAreNamedAndWhatMayHaveBeenMeantIsShown(String set, String right) throws IOException {
    answers(BOLA, ticket, "Re: Call " + set, "yes");

    String words = "state, when, where, link, outcome, came, embargo";
    assertThat(why().getFirst())
        .contains(set.startsWith("[state") ? "planned, under way, done, called off" : words);
    assertThat(why().getLast()).isEqualTo(LetterWriting.AGAIN + "\n    Subject: … " + right);
    assertThat(action().version()).isOne();
  }

  @Test
  void whatCannotBeSetAtAllIsRefusedWithItsRuleAlone() throws IOException {
    answers(BOLA, ticket, "Re: Call [colour=red]", "yes");

    assertThat(why()).singleElement().asString().startsWith(LetterWriting.ASKS_ACTION_WRONGLY);
    assertThat(action().version()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"+quiet", "+forwarded"})
  void otherVerbsAreOfIssues(String verb) throws IOException {
    answers(BOLA, ticket.replace("@", verb + "@"), "Re: Call", "So.");

    assertThat(why()).containsExactly(RefusalMessages.VERB_NOT_HERE.english());
  }

  @Test
  void theMinutesAreWhatStandsAboveTheQuote() throws IOException {
    String text = "1. Removal\n2. Appeals:\n\n- [ ] Write the memo";
    String signed = text + "\n\nEnvoyé de mon iPhone";
    answers(BOLA, ticket.replace("@", "+minutes@"), "Re: Call", signed + QUOTE);

    assertThat(action().presence().minutes())
        .singleElement()
        .extracting(ActionAttendance.Minutes::text)
        .isEqualTo(text);
    assertThat(office.events(EntryEvent.EntryPosted.class)).as("they are no comment").isEmpty();
    assertThat(office.events(LetterEvent.WordTaken.class)).as("their author is told").hasSize(1);

    answers(BOLA, ticket.replace("@", "+minutes@"), "Re: Call", "Others.");
    assertThat(why().getFirst()).startsWith("This action already has minutes.");
    assertThat(action().presence().minutes()).hasSize(1);
  }

  private List<SeatId> came() {
    return action().presence().attendances().stream()
        .flatMap(noted -> noted.present().stream())
        .toList();
  }

  @Test
  void itsSubjectSaysWhoCame() throws IOException {
    answers(BOLA, ticket, "Re: Call [came=me, Amina]", "We were two.");

    assertThat(came()).containsExactly(office.seats.get("bola"), office.seats.get("amina"));
    answers(BOLA, ticket, "Re: Call [came=me; where=Abuja]", "I was alone.");
    assertThat(why().getFirst()).contains("The attendance list already has other people");
    assertThat(why().getLast())
        .as("what can be done of it")
        .isEqualTo(LetterWriting.AGAIN + "\n    Subject: … [where=Abuja]");
    answers(BOLA, ticket, "Re: Call [came=Chika, amina, bola]", "We were three.");
    assertThat(came()).hasSize(3);
  }

  @Test
  void whoCannotReadItCameLikeWhoIsNotHere() throws IOException {
    office.submit("amina", Parties.call(Audience.civilSociety()));
    String among = ticketOf("bola");
    answers(BOLA, among, "Re: Call [came=Chika]", "So.");
    List<String> outside = why();
    answers(BOLA, among, "Re: Call [came=Nobody]", "So.");

    assertThat(why()).isEqualTo(outside);
    assertThat(outside.getLast()).isEqualTo(LetterWriting.AGAIN + "\n    Subject: … [came=me]");
  }

  private Hold held() {
    return office.state().letters().holds().values().stream()
        .filter(h -> h.awaits() == Hold.Awaits.SENDER)
        .findFirst()
        .orElseThrow();
  }

  private void planForTwo(String by, String other) {
    List<SeatId> two = List.of(office.seats.get(by), office.seats.get(other));
    office.submit(by, Parties.call(Audience.named(two)));
    id =
        office.state().actions().byId().keySet().stream()
            .filter(one -> !one.equals(id))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void itsSubjectSaysWhenOthersLearnOfIt() throws IOException {
    planForTwo("bola", "amina");
    String hour = office.today().plusDays(30) + " 09:00 UTC";
    String to = ticketOf("bola");
    answers(BOLA, to, "Re: Call [embargo=" + hour + ", civl society]", "So.");
    String right = "[embargo=" + hour + ", civil society]";
    assertThat(why().getFirst()).contains("The line \"Embargo\" could not be read");
    assertThat(why().getLast()).isEqualTo(LetterWriting.AGAIN + "\n    Subject: … " + right);
    assertThat(action().embargo()).isNull();

    answers(BOLA, to, "Re: Call " + right, "So.");
    assertThat(action().embargo()).as("before its author is asked").isNull();
    assertThat(held().reasons()).containsExactly(RefusalMessages.OPENS);
    office.submit("bola", new LetterCommand.ApproveHold(held().id()));
    assertThat(action().embargo()).isNotNull();
    assertThat(action().embargo().to()).isEqualTo(Audience.civilSociety());
    assertThat(action().embargo().until())
        .isEqualTo(Instant.parse(hour.replace(' ', 'T').replace("TUTC", ":00Z")));
    answers(BOLA, to, "Re: Call [embargo=None]", "So.");
    assertThat(action().embargo()).isNull();
  }

  @Test
  void thePersonWhoDidNotPlanItDoesNotSayWhenOthersLearnOfIt() throws IOException {
    planForTwo("amina", "bola");
    String hour = office.today().plusDays(30) + " 09:00 UTC";
    String to = ticketOf("bola");
    answers(BOLA, to, "Re: Call [embargo=" + hour + ", everyone]", "So.");

    assertThat(why()).singleElement().asString().contains("Only the person who planned this");
    String two = "[embargo=" + hour + ", everyone; where=Abuja]";
    answers(BOLA, to, "Re: Call " + two, "So.");
    assertThat(why().getLast()).isEqualTo(LetterWriting.AGAIN + "\n    Subject: … [where=Abuja]");
    assertThat(action().embargo()).isNull();
  }

  @Test
  void whatIsNoSecretHasNoEmbargo() throws IOException {
    office.submit("bola", Parties.call(Audience.everyone()));
    String to = ticketOf("bola");
    answers(BOLA, to, "Re: Call [embargo=2099-01-01 09:00 UTC, everyone]", "So.");
    assertThat(why()).singleElement().asString().contains("An embargo needs named people");
    answers(BOLA, to, "Re: Call [embargo=soon; where=Abuja]", "So.");

    assertThat(why().getLast())
        .as("there are no others to learn of it")
        .isEqualTo(LetterWriting.AGAIN + "\n    Subject: … [where=Abuja]");
  }

  @Test
  void minutesOfNothingAreRefused() throws IOException {
    answers(BOLA, ticket.replace("@", "+minutes@"), "Re: Call", QUOTE);

    assertThat(action().presence().minutes()).isEmpty();
    assertThat(why().getFirst()).contains("no text for the minutes");
  }

  @Test
  void whoseWordsAConvenorReadsFirstChangesItWhenTheyAreRead() throws IOException {
    office.submit("amina", new LetterCommand.ModerateSeat(office.seats.get("bola"), true));
    answers(BOLA, ticket, "Re: Call [state=called off]", "The desk is closed.");
    assertThat(action().state()).isEqualTo(Action.State.PLANNED);

    String hold = office.events(LetterEvent.LetterHeld.class).getFirst().id();
    office.submit("amina", new LetterCommand.ApproveHold(hold));
    assertThat(action().state()).isEqualTo(Action.State.CALLED_OFF);
  }

  @Test
  void whoReadsAlongChangesNothing() throws IOException {
    String to = ticketOf("dayo");
    answers("dayo@press.example", to, "Re: Call [state=done]", "So.");
    String hold = office.events(LetterEvent.LetterHeld.class).getFirst().id();
    office.submit("amina", new LetterCommand.ApproveHold(hold));

    assertThat(action().state())
        .as("a convenor lets words in, not orders")
        .isEqualTo(Action.State.PLANNED);
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }
}
