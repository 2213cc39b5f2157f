package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands below a greeting or at the end of a letter: a line that is not read there is said to
 * be none, and a signature is no part of what is opened.
 */
class HeadBelowTest extends LetterWriting {
  private static final String COALITION = "coalition@caucus.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sent from my iPhone",
        "Get Outlook for Android<https://aka.ms/AAb9ysg>",
        "Envoyé de mon iPhone",
        "Envoyé depuis mon appareil Galaxy",
        "Von meinem iPhone gesendet",
        "أُرسلت من الـ iPhone",
        "Sent with [Proton Mail](https://proton.me/mail/home) secure email.",
        "-- \nLabel: Press Watch\nPart: of the coalition",
        "--\nBola Ade\n\nSent from my Galaxy",
        "-- \nSent from my Android device with K-9 Mail. Please excuse my brevity.",
      })
  void aSignatureIsNoPartOfWhatIsOpenedPlannedOrDrafted(String signature) throws IOException {
    String text = "The draft has no appeal.\n\n" + signature + "\n";
    mail(BOLA, TRACKER, "Appeals", text);
    mail(BOLA, ACTIONS, "Appeals", "Audience: everyone\n\n" + text);
    mail(CHIKA, DESK, "Appeals", text);

    assertThat(issue("COP-1").description()).isEqualTo("The draft has no appeal.");
    assertThat(office.state().actions().byId().values())
        .singleElement()
        .satisfies(a -> assertThat(a.description()).isEqualTo("The draft has no appeal."));
    assertThat(office.state().letters().holds().values())
        .singleElement()
        .satisfies(h -> assertThat(h.text()).isEqualTo("The draft has no appeal."));
  }

  @Test
  void whatIsPassedOnBelowASignatureStays() throws IOException {
    String text =
        """
        See below.

        --
        Bola

        ---------- Forwarded message ---------
        From: Desk <desk@agency.example>
        Date: Mon, 1 Jun 2026
        Subject: Fees

        The fee is due.

        --\s
        The desk\
        """;
    mail(BOLA, TRACKER, "Fwd: Fees", text);

    assertThat(issue("COP-1").description()).contains("See below.", "The fee is due.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coalition@caucus.example | Dear all,~~Audience: civil society~~Among us. | civil society",
        "coalition@caucus.example | Hi~Audeince: civil scoiety~Among us. | civil society",
        "coalition@caucus.example | Chers tous,~~Audience : civil society.~~Entre nous. | civil"
            + " society",
        "coalition@caucus.example | > Who drafts it?~~Audience: civil society~~Not they. | civil"
            + " society",
        "coalition@caucus.example | As we said on Monday, when all of us sat together at the desk"
            + " and read it:~~Audience: only chirp~~So. | civil society",
        "provisions@caucus.example | Priority: high~~Dear all,~~Audience: amina~~So. |"
            + " Amina~Priority: high",
        "provisions@caucus.example | Hello,~~Audience: those who drafted it~~So. | civil society",
        "updates.chirp@caucus.example | Dear all,~~Audience: with chirp~~So. | with chirp",
      })
  void readersThatStandBelowOtherWordsReachNobody(String to, String text, String right)
      throws IOException {
    mail(to.startsWith("updates") ? CHIKA : BOLA, to, "Our line", text.replace('~', '\n'));

    assertThat(refused())
        .containsExactly(
            RefusalMessages.AUDIENCE_BELOW.english(),
            AGAIN + "\n    Audience: " + right.replace("~", "\n    "));
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.state().letters().holds()).isEmpty();
  }

  /**
   * Anyone who writes so believes that it is read, and everyone would read what it keeps from some.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Audience; civil society",
        "Audience - civil society",
        "AUDIENCE — Civil Society.",
        "Audience = civil society",
        "audience civil society",
        "- Audience: civil society",
        "[Audience: civil society]",
        "The audience is: civil society",
        "(Audience: civil scoiety)",
      })
  void readersThatAreNearlyALineReachNobody(String line) throws IOException {
    mail(BOLA, COALITION, "Our line", line + "\n\nAmong us.");
    mail(BOLA, COALITION, "Our line", "Dear all,\n\n" + line + "\n\nAmong us.");

    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(refused())
        .containsExactly(
            RefusalMessages.UNKNOWN_AUDIENCE.english(), AGAIN + "\n    Audience: civil society");
  }

  @Test
  void readersInASubjectReachNobody() throws IOException {
    mail(BOLA, COALITION, "Our line [audience=civil society]", "Among us.");

    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(refused())
        .containsExactly(
            RefusalMessages.AUDIENCE_BELOW.english(), AGAIN + "\n    Audience: civil society");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Audience numbers are up, says the desk.",
        "The audience is growing.",
        "Audience - who were they?",
        "Our audience: journalists of the region, whom the desk will call one by one.",
      })
  void wordsOfAnAudienceAreWords(String line) throws IOException {
    mail(BOLA, COALITION, "Our line", "As I said on Monday, when all of us sat together.\n" + line);

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }

  @Test
  void readersThatStandBelowOtherWordsOfAnAnswerReachNobodyEither() throws IOException {
    mail("amina@rights.example", COALITION, "Memo", "Who drafts it?");
    mail(BOLA, ticketOf("bola"), "Re: Memo", "Hi Amina,\n\nAudience: civil society\n\nNot they.");

    assertThat(refused().getFirst()).isEqualTo(RefusalMessages.AUDIENCE_BELOW.english());
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The plan for the press conference has four parts, and we want your word on each of them.\n"
            + "Audience: journalists\nPlace: Abuja",
        "We agree.\n\nOn Monday, Amina wrote:\n> Audience: civil society\n>\n> Among us.",
      })
  void whatOnlySpeaksOfAnAudienceIsPosted(String text) throws IOException {
    mail(BOLA, COALITION, "Press", text);

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "provisions@caucus.example | Dear all,~~Priority: hihg~Due: 1.12.2026~~So. |"
            + " Priority: high~Due: 2026-12-01",
        "provisions@caucus.example | Bonjour,~Label: memo~~So. | Label: memo",
        "updates.chirp@caucus.example | Dear all,~~Kind: status~~So. | Kind: status",
        "updates.chirp@caucus.example | We answer by Friday, and not before that day, no matter who"
            + " asks us for it.~~Attribution: off record | Attribution: off record",
        "cop+actions@caucus.example | Audience: me, amina~~Dear all,~~Embargo: 2099-01-01 10:00"
            + " UTC, everyone | Audience: Amina~Embargo: ",
      })
  void linesThatStandBelowAGreetingAreShownWhereTheyBelong(String to, String text, String right)
      throws IOException {
    mail(to.startsWith("updates") ? CHIKA : BOLA, to, "Fees", text.replace('~', '\n'));

    assertThat(refused().getFirst()).isEqualTo(RefusalMessages.LINES_BELOW.english());
    assertThat(refused().getLast()).startsWith(AGAIN + "\n    " + right.replace("~", "\n    "));
    assertThat(office.state().issues().byId()).isEmpty();
    assertThat(office.state().letters().holds()).isEmpty();
  }
}
