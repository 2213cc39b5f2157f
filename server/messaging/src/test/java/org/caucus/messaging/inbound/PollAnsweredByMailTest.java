package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.polls.Ballot;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reply to the letter about a poll is a ballot, or is told the forms; nobody else reads it. */
class PollAnsweredByMailTest extends LetterWriting {
  private String ticket;

  @BeforeEach
  void aPollIsTold() {
    office.submit(
        "amina",
        new PollCommand.OpenPoll(
            Poll.Kind.RANKED,
            "Where do we meet?",
            "",
            List.of(option("Abuja"), option("Lagos"), option("Kano")),
            Poll.VoiceOf.ORGANISATION,
            null,
            null,
            office.today().plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant(),
            Poll.Silence.COUNTS_AS_NOTHING,
            Poll.Shown.AT_CLOSE,
            ZoneOffset.UTC,
            Audience.everyone()));
    ticket = ticketOf("bola");
  }

  private static Poll.Option option(String text) {
    return new Poll.Option("", text, null, null);
  }

  private List<Ballot> ballots() {
    return office.state().polls().byId().values().iterator().next().ballots();
  }

  @Test
  void aReplyIsABallotAndTheLastOneStands() throws IOException {
    mail(BOLA, ticket, "Re: Where do we meet?", "B > A\n\nOn Monday, Amina wrote:\n> C > B\n");
    mail(BOLA, ticket, "Re: Where do we meet?", "C\n\n-- \nBola\nA > B\n");

    assertThat(ballots())
        .extracting(b -> b.value().line() + " " + b.via())
        .containsExactly("B=1,A=1 " + Channel.MAIL, "C=1 " + Channel.MAIL);
  }

  @Test
  void whatIsNoBallotIsToldTheForms() throws IOException {
    mail(BOLA, ticket, "Re: Where do we meet?", "Lagos, or Abuja if it must be");

    assertThat(ballots()).isEmpty();
    assertThat(refused().getFirst()).contains("nothing was counted").contains("B > A > C");
    assertThat(office.state().letters().holds()).isEmpty();
  }

  private List<Entry> comments() {
    return office.state().entries().under(poll().ref());
  }

  private Poll poll() {
    return office.state().polls().byId().values().iterator().next();
  }

  @Test
  void aReplyThatBeginsAsACommentIsReadByAllAndIsNoBallot() throws IOException {
    mail(BOLA, ticket, "Re: Where do we meet?", "Hello all,\n\nCommentaire : B > A is\nfar away.");
    String comment = comments().getFirst().text();
    mail("amina@rights.example", ticketOf("amina"), "Re: Where do we meet?", "C > A");

    assertThat(comment).isEqualTo("B > A is\nfar away.");
    assertThat(comments()).extracting(Entry::text).as("an answer to it").contains("C > A");
    assertThat(ballots()).isEmpty();
  }

  @Test
  void oneWordStopsTheMailAboutIt() throws IOException {
    mail(BOLA, ticket, "Re: Where do we meet?", "mute");

    assertThat(comments()).isEmpty();
    assertThat(ballots()).isEmpty();
    assertThat(office.events(ListEvent.ThingChosen.class)).hasSize(1);
  }

  /** What may have been meant as an answer is shown to nobody as long as answers are hidden. */
  @Test
  void onceAllIsShownWhatIsNoAnswerIsAComment() throws IOException {
    office.submit("amina", new PollCommand.ClosePoll(poll().id()));
    mail(BOLA, ticket, "Re: Where do we meet?", "B > A");
    assertThat(refused().getFirst()).contains("closed");
    assertThat(comments()).isEmpty();

    mail(BOLA, ticket, "Re: Where do we meet?", "Nobody asked us in time.");
    assertThat(comments()).extracting(Entry::text).containsExactly("Nobody asked us in time.");
  }

  /** Not even a convenor is asked about it: they would read what is hidden. */
  @Test
  void aStrangersLetterToATicketWaitsForNobody() throws IOException {
    mail("stranger@x.example", ticket, "Re: Where do we meet?", "B > A");

    assertThat(ballots()).isEmpty();
    assertThat(office.state().letters().holds()).isEmpty();
  }
}
