package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.coalition.instruments.Placed;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.reviews.Position;
import org.caucus.coalition.reviews.Review;
import org.caucus.coalition.reviews.ReviewCommand;
import org.caucus.coalition.reviews.ReviewEvent;
import org.caucus.workspace.Drafting;
import org.caucus.workspace.Reviewing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One reply to the letter about a review answers all of it, or nothing of it. */
class ReviewAnsweredByMailTest extends LetterWriting {
  private static final String SUBJECT = "Re: Review";

  private String ticket;

  @BeforeEach
  void aReviewIsTold() {
    office.submit("amina", Drafting.adopt("code", true, "mark", Audience.everyone()));
    office.submit(
        "amina",
        Reviewing.open(
            "code",
            "Look at part I.",
            List.of("rights", "press", "chirp"),
            office.today().plusDays(7).atStartOfDay(ZoneOffset.UTC).toInstant(),
            Audience.everyone()));
    ticket = ticketOf("bola");
  }

  private Review review() {
    return office.state().reviews().byId().values().iterator().next();
  }

  private List<String> given(String organisation) {
    return review().answersOf(organisation).given().values().stream()
        .map(List::getLast)
        .map(this::shown)
        .sorted()
        .toList();
  }

  private String shown(Position one) {
    Instrument text = office.state().instruments().find("code").orElseThrow();
    String where =
        text.shown().placed().stream()
            .filter(p -> p.canBeCited() && p.provision().equals(one.provision()))
            .map(Placed::label)
            .findFirst()
            .orElse("rest");
    String words = one.words() == null ? "" : " >> " + one.words();
    return where + " " + one.stance() + " " + one.reason() + words;
  }

  @Test
  void oneLetterAnswersTheWholeReview() throws IOException {
    mail(
        BOLA,
        ticket,
        SUBJECT,
        """
        Dear Amina,

        I/2: oppose: 24 hours is too short
        II/3: amend
        Text: twice a year
        rest: support

        Best,
        Bola

        On Monday, Amina wrote:
        > I/1:
        > I/2:
        """);

    assertThat(given("press"))
        .containsExactly(
            "I/2 OPPOSE 24 hours is too short", "II/3 AMEND  >> twice a year", "rest SUPPORT ");
    var event = office.events(ReviewEvent.PositionsGiven.class).getLast();
    assertThat(event.audience())
        .as("not all who read the review")
        .isEqualTo(Audience.civilSociety());
    assertThat(event.via()).isEqualTo(Channel.MAIL);
    assertThat(office.events(LetterEvent.WordTaken.class)).as("its author is told").hasSize(1);
  }

  @Test
  void aLaterLetterTakesThePlaceOfWhatItNames() throws IOException {
    mail(BOLA, ticket, SUBJECT, "I/1: concern\nI/2: oppose\n");
    mail(BOLA, ticket, SUBJECT, "I/2: support\nrest: none\n");
    assertThat(given("press")).containsExactly("I/1 CONCERN ", "I/2 SUPPORT ", "rest NO_VIEW ");

    mail(BOLA, ticket, SUBJECT, "I/2: oppose\nall: support\n");
    assertThat(given("press")).containsExactly("I/1 SUPPORT ", "I/2 OPPOSE ", "rest SUPPORT ");
  }

  @Test
  void theLetterSaysForWhomItIs() throws IOException {
    mail(BOLA, ticket, SUBJECT, "Audience: everyone\n\nI/2: oppose\n");

    assertThat(office.events(ReviewEvent.PositionsGiven.class).getLast().audience())
        .isEqualTo(Audience.everyone());
  }

  @Test
  void whatACompanyAnswersIsForCivilSocietyAndItself() throws IOException {
    mail(CHIKA, ticketOf("chika"), SUBJECT, "rest: none");

    assertThat(given("chirp")).containsExactly("rest NO_VIEW ");
    assertThat(office.events(ReviewEvent.PositionsGiven.class).getLast().audience())
        .isEqualTo(Audience.withCompany("chirp"));
  }

  @Test
  void whereALineIsNotClearNothingIsGivenAndItIsNamed() throws IOException {
    mail(BOLA, ticket, SUBJECT, "I/1: support\nI/2: support with changes\n");
    assertThat(refused().getFirst()).contains("I/2").contains("support, concern, oppose");

    mail(BOLA, ticket, SUBJECT, "I/1: support\nI/9: oppose\n");
    assertThat(refused().getFirst()).contains("I/9");

    mail(BOLA, ticket, SUBJECT, "We will see.");
    assertThat(refused().getFirst()).contains("nothing was recorded").contains("decline");

    mail(BOLA, ticket, SUBJECT, "II/3: amend\n");
    assertThat(refused().getFirst().toLowerCase(Locale.ROOT)).contains("words");
    assertThat(given("press")).isEmpty();
    assertThat(office.state().letters().holds()).isEmpty();
  }

  @Test
  void oneWordDeclinesAndOneStopsTheMailAboutIt() throws IOException {
    mail(BOLA, ticket, SUBJECT, "decline: nobody here has the time");
    assertThat(office.events(ReviewEvent.ReviewDeclined.class)).hasSize(1);
    assertThat(office.events(LetterEvent.WordTaken.class)).hasSize(1);

    mail(BOLA, ticket, SUBJECT, "mute");
    assertThat(office.events(ListEvent.ThingChosen.class)).hasSize(1);
    assertThat(given("press")).isEmpty();
  }

  @Test
  void aReviewThatIsOverSaysSo() throws IOException {
    office.submit("amina", new ReviewCommand.CloseReview(review().id()));
    mail(BOLA, ticket, SUBJECT, "I/2: oppose");

    assertThat(given("press")).isEmpty();
    assertThat(refused().getFirst()).contains("closed");
  }

  /** Nobody else is asked about it: they would read it, and could not give it for its author. */
  @Test
  void aStrangersLetterToATicketWaitsForNobody() throws IOException {
    mail("stranger@x.example", ticket, SUBJECT, "I/2: oppose");
    mail("amina@rights.example", ticket, SUBJECT, "I/2: oppose");

    assertThat(given("press")).isEmpty();
    assertThat(office.state().letters().holds().values())
        .noneMatch(hold -> hold.awaits() == Hold.Awaits.CONVENOR);
  }

  @Test
  void aFileIsNoAnswer() throws IOException {
    mail(
        BOLA,
        ticket,
        SUBJECT,
        "Content-Type: multipart/mixed; boundary=b\nMIME-Version: 1.0\n",
        """
        --b
        Content-Type: text/plain

        I/2: oppose
        --b
        Content-Type: text/csv
        Content-Disposition: attachment; filename=positions.csv

        a,b
        --b--
        """);

    assertThat(given("press")).isEmpty();
    assertThat(refused().getFirst()).contains("files");
  }
}
