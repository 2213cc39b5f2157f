package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.workspace.Commit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to an echo takes a post back: its author's, within the minute, and nothing else. */
class RecallByMailTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";

  private Commit posted;

  @BeforeEach
  void bolaPosts() throws IOException {
    office.post(
        BOLA,
        "coalition@caucus.example",
        "From: <"
            + BOLA
            + ">\nTo: coalition@caucus.example\nSubject: Counts\n"
            + "Message-ID: <counts@press.example>\n\nFor civil society alone.\n");
    posted = office.state().history().getLast();
  }

  private String address() {
    return office
        .recalls
        .ways(office.state(), posted, office.seats.get("bola"))
        .orElseThrow()
        .address()
        .toString();
  }

  private void answers(String from, String to, String fields, String text) throws IOException {
    String letter = "From: <" + from + ">\nTo: <" + to + ">\nSubject: Re: Posted\n" + fields;
    office.post(from, to, letter + "\n" + text + "\n");
  }

  private Audience readers() {
    String entry = office.events(EntryEvent.EntryPosted.class).getLast().id();
    return office.state().scopeOf(Ref.to(Ref.Kind.ENTRY, entry)).orElseThrow().audience();
  }

  private List<Message> refusals() {
    return office.events(LetterEvent.LetterRefused.class).stream()
        .flatMap(e -> e.reasons().stream())
        .toList();
  }

  private void nothingChanged() {
    assertThat(readers()).isEqualTo(Audience.everyone());
    assertThat(office.events(AudienceEvent.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recall",
        "Recall.\n\nBola",
        "RECALL!\n\n> Not what you meant?",
        "> Not what you meant?\n> so it says\n\nrecall\n"
      })
  void itsAuthorTakesItBack(String text) throws IOException {
    answers(BOLA, address(), "", text);

    assertThat(readers()).isEqualTo(Audience.named(List.of(office.seats.get("bola"))));
    assertThat(office.events(AudienceEvent.Narrowed.class)).hasSize(1);
    assertThat(office.events(LetterEvent.LetterTookBack.class))
        .extracting(LetterEvent.LetterTookBack::by)
        .containsExactly(office.seats.get("bola"));
    assertThat(refusals()).isEmpty();
  }

  @Test
  void whereNobodyIsBelievedTheTicketIsProofEnough() throws IOException {
    office.close();
    office = new InboundPostOffice(directory.resolve("b"), SenderTrust.nobody()).withCoalition();
    EntryLetter letter = new EntryLetter("blob", "counts@press.example", null, false, List.of());
    MessageTarget intent = new NewThread("coalition");
    office.submit("bola", new LetterCommand.PostLetter(intent, "Counts", "For us.", letter));
    posted = office.state().history().getLast();
    answers(BOLA, address(), "", "recall");

    assertThat(readers()).isEqualTo(Audience.named(List.of(office.seats.get("bola"))));
  }

  @Test
  void anyOfTheirAddressesWillDo() throws IOException {
    office.accounts.put("bola@home.example", "bola");
    answers("bola@home.example", address(), "", "recall");

    assertThat(readers()).isEqualTo(Audience.named(List.of(office.seats.get("bola"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you, noted.",
        "I recall that we agreed otherwise.",
        "> recall",
        "",
        "recall it"
      })
  void wordsThatDoNotAskForItDoNothing(String text) throws IOException {
    answers(BOLA, address(), "", text);

    nothingChanged();
    assertThat(refusals()).containsExactly(RefusalMessages.SAY_RECALL);
  }

  @Test
  void anAnsweringMachineDoesNothing() throws IOException {
    answers(BOLA, address(), "Auto-Submitted: auto-replied\n", "recall");

    nothingChanged();
    assertThat(office.events(LetterEvent.LetterDropped.class)).hasSize(1);
  }

  @Test
  void othersAndForgersHearTheSame() throws IOException {
    String ticket = "abcdefghijklmnopqrstuvwxyz";
    answers("amina@rights.example", address(), "", "recall");
    answers("nobody@elsewhere.example", address(), "", "recall");
    answers(BOLA, "cop+t." + ticket + "@caucus.example", "", "recall");
    String reply = office.tickets.mint(posted.sequence(), office.seats.get("bola"));
    answers(BOLA, "cop+t." + reply + "@caucus.example", "", "recall");

    nothingChanged();
    assertThat(refusals())
        .containsExactly(
            RefusalMessages.NO_RECALL,
            RefusalMessages.NO_RECALL,
            RefusalMessages.NO_RECALL,
            RefusalMessages.NO_RECALL);
  }

  @Test
  void afterTheMinuteItIsTooLate() throws IOException {
    String to = address();
    office.ahead = Duration.ofSeconds(61);
    answers(BOLA, to, "", "recall");

    nothingChanged();
    assertThat(refusals()).singleElement().asString().contains("The minute", "is over");
  }

  @Test
  void askedTwiceItIsDoneOnce() throws IOException {
    String to = address();
    answers(BOLA, to, "", "recall");
    answers(BOLA, to, "", "recall");

    assertThat(office.events(AudienceEvent.Narrowed.class)).hasSize(1);
    assertThat(refusals()).singleElement().asString().contains("There is nothing to undo");
  }

  @Test
  void anEndedSeatTakesNothingBack() throws IOException {
    String to = address();
    office.submit("amina", new MemberCommand.EndSeat(office.seats.get("bola")));
    answers(BOLA, to, "", "recall");

    nothingChanged();
    assertThat(refusals()).containsExactly(RefusalMessages.NO_RECALL);
  }
}
