package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.HoldPresenter;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.platform.spill.StoredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter opens a poll, the same as the browser does, and is refused whole if it asks wrongly. */
class PollOpenedByMailTest extends LetterWriting {
  private static final String DAYO = "dayo@press.example";
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final String CONSENT = "Kind: consent\nCloses: 2028-03-02\n\nDo we sign it?";

  private void writes(String from, String text) throws IOException {
    mail(from, POLLS, "Where do we meet?", text);
  }

  private List<Poll> polls() {
    return List.copyOf(office.state().polls().byId().values());
  }

  private Poll.Question asked() {
    return polls().getFirst().asked();
  }

  /** What the refusal shows, as a letter. */
  private String shown() {
    String again = refused().getLast();
    assertThat(again).startsWith(AGAIN);
    return again.substring(AGAIN.length()).replace("\n    ", "\n").strip();
  }

  @Test
  void itIsTheSamePollAsOneThatWasOpenedInTheBrowser() throws IOException {
    Instant closes = Instant.parse("2027-03-02T17:00:00Z");
    writes(
        BOLA,
        """
        Kind: ranked
        Closes: 2027-03-02 18:00 Africa/Lagos
        Voice: person
        Quorum: 50% of each side
        Shown: at close
        Audience: everyone

        All of them have room for forty.

        - Abuja
        - Lagos, if the trains
          run again
        - Kano

        -- \n\
        Bola\
        """);
    Poll.Question byMail = asked();
    String id =
        office.submit(
            "bola",
            new PollCommand.OpenPoll(
                Poll.Kind.RANKED,
                "Where do we meet?",
                "All of them have room for forty.",
                List.of(option("Abuja"), option("Lagos, if the trains run again"), option("Kano")),
                Poll.VoiceOf.SEAT,
                null,
                new Poll.Quorum(50, true),
                closes,
                Poll.Silence.COUNTS_AS_NOTHING,
                Poll.Shown.AT_CLOSE,
                LAGOS,
                Audience.everyone()));
    Poll.Question byWeb = office.state().polls().find(id).orElseThrow().asked();

    assertThat(byMail)
        .usingRecursiveComparison()
        .ignoringFields("key")
        .withEqualsForType((a, b) -> a.toString().equals(b.toString()), StoredText.class)
        .isEqualTo(byWeb);
    assertThat(polls().getFirst().openedBy()).isEqualTo(office.seats.get("bola"));
    assertThat(office.events(LetterEvent.WordTaken.class))
        .singleElement()
        .extracting(LetterEvent.WordTaken::by)
        .as("its author is told")
        .isEqualTo(office.seats.get("bola"));
  }

  private static Poll.Option option(String text) {
    return new Poll.Option("", text, null, null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kind: choice\nClosing: 2027-03-02 18:00 Africa/Lagos\nVoice: each person\nQuorum: 60"
            + " percent\n\n1. Abuja\n2. Lagos",
        "Nature\u00a0: choix\nClôture\u202f: 2027-03-02 18:00 Africa/Lagos\nRéponses\u00a0: par"
            + " personne\nQuorum\u00a0: 60\u00a0%\n\n– Abuja\n– Lagos",
        "NATURE: CHOIX\nCLOTURE: 2027-03-02 18:00 Africa/Lagos\nREPONSES: PAR PERSONNE\nquorum:"
            + " 60%\nChoix :\n* Abuja\n* Lagos",
        """
        \u200fالنوع: اختيار
        \u200fالإغلاق: ٢٠٢٧-٠٣-٠٢ ١٨:٠٠ Africa/Lagos
        الإجابات: لكل شخص
        النصاب: ٦٠٪
        الخيارات:
        • Abuja
        • Lagos\
        """
      })
  void itsHeadIsReadInEveryLanguage(String text) throws IOException {
    writes(BOLA, text);

    assertThat(polls()).as(refusals() == 0 ? "" : refused().toString()).hasSize(1);
    assertThat(asked().kind()).isEqualTo(Poll.Kind.CHOICE);
    assertThat(asked().closes()).isEqualTo(Instant.parse("2027-03-02T17:00:00Z"));
    assertThat(asked().voice()).isEqualTo(Poll.VoiceOf.SEAT);
    assertThat(asked().quorum()).isEqualTo(new Poll.Quorum(60, false));
    assertThat(asked().options()).extracting(Poll.Option::text).containsExactly("Abuja", "Lagos");
    assertThat(asked().description().toString()).isEmpty();
  }

  @Test
  void timesAreLinesOfAListAndADayIsOpenUntilItEnds() throws IOException {
    office.submit(
        "bola",
        new ListCommand.ChoosePersonalMail(
            new PersonalMailSettings(LAGOS, true, null), Delivery.EACH));
    writes(
        BOLA,
        "Kind: time\nCloses: 2027-03-02\n\n- 2027-03-09 10:00 to 11:30\n- 2027-03-10 15:00 UTC");

    assertThat(asked().closes()).isEqualTo(Instant.parse("2027-03-02T23:00:00Z"));
    assertThat(asked().zone()).isEqualTo(LAGOS);
    assertThat(asked().options())
        .containsExactly(
            new Poll.Option(
                "1",
                "",
                Instant.parse("2027-03-09T09:00:00Z"),
                Instant.parse("2027-03-09T10:30:00Z")),
            new Poll.Option("2", "", Instant.parse("2027-03-10T15:00:00Z"), null));
  }

  @Test
  void whatIsLeftOpenIsAsInTheBrowser() throws IOException {
    writes(BOLA, CONSENT + "\n\n- today\n- or never");

    assertThat(asked().voice()).isEqualTo(Poll.VoiceOf.ORGANISATION);
    assertThat(asked().quorum()).isNull();
    assertThat(asked().shown()).isEqualTo(Poll.Shown.LIVE);
    assertThat(asked().silence()).isEqualTo(Poll.Silence.COUNTS_AS_NOTHING);
    assertThat(asked().audience()).isEqualTo(Audience.civilSociety());
    assertThat(asked().description().toString())
        .as("a list is no options where there are none")
        .isEqualTo("Do we sign it?\n\n- today\n- or never");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kind: poll~Closes: 2028-03-02 | Kind is not known. Use one of these: consent, choice |",
        "Kind: conset~Closes: 2028-03-02 | Kind is not known | Kind: consent",
        "Closes: 2028-03-02 | Write the lines Kind and Closes | Kind: consent",
        "Kind: consent | Write the lines Kind and Closes | Closes: ",
        "Kind: choice~~- A~- B | Write the lines Kind and Closes | Closes: ",
        "Do we sign? | Write the lines Kind and Closes | Kind: consent",
        "Kind: consent~Closes: soon | \"Closes\" could not be read | Closes: ",
        "Kind: consent~Closes: 2001-03-02 | \"Closes\" could not be read | Closes: ",
        "Kind: consent~Closes: 2028-03-02 18:00 | Your time zone is not known | Closes: 2028-03-02"
            + " 18:00 UTC",
        "Kind: consent~Closes: 2028-03-02~Quorum: many | The quorum could not be read | Quorum:"
            + " 50%",
        "Kind: consent~Closes: 2028-03-02~Quorum: 0% | The quorum could not be read | Quorum: 50%",
        "Kind: consent~Closes: 2028-03-02~Quorum: 101% | The quorum could not be read | Quorum:"
            + " 50%",
        "Kind: consent~Closes: 2028-03-02~Voice: everyone | Voice is not known |",
        "Kind: consent~Kind: choice~Closes: 2028-03-02 | more than once |",
        "Kind: consent~Closes: 2028-03-02~Embargo: 2028-01-01 | not known at the top of a poll |",
        "Kind: consent~Closes: 2028-03-02~Colour: blue | not known at the top of a poll |",
        "Kind: consent~Colour: blue~Closes: 2028-03-02 | Kind is not known |",
        "Kind: consent~Closes: 2028-03-02~Quorun: 50% | not known at the top of a poll | Quorum:"
            + " 50%",
        "Kind: choice~Closes: 2028-03-02~~- A | needs at least two options |",
        "Kind: choice~Closes: 2028-03-02~~- A~- a | Two of the options |",
        "Kind: choice~Closes: 2028-03-02~~- A~- B~~or~~- C | could not be read |",
        "Kind: choice~Closes: 2028-03-02~Options: A, B | could not be read |",
        "Kind: time~Closes: 2028-03-02~~- noon | A time could not be read |",
        "Kind: time~Closes: 2028-03-02~~- 2028-03-09 | A time could not be read |",
        "Kind: time~Closes: 2028-03-02~~- 2028-03-09 10:00 | Your time zone is not known |",
        "Hello all,~~Kind: consent~Closes: 2028-03-02 | come after a greeting | Kind: consent",
        "Kind: consent~Closes: 2028-03-02~Audience: zork | does not know the audience |",
        "Kind: consent~Closes: 2028-03-02~Audience: only chirp | an audience that is not possible"
            + " |",
      })
  void whatIsNotUnderstoodOpensNothing(String text, String why, String right) throws IOException {
    writes(BOLA, text.replace('~', '\n'));

    assertThat(polls()).as(text).isEmpty();
    assertThat(refused().getFirst()).contains(why);
    if (right != null) {
      assertThat(shown()).contains(right);
    }
  }

  @Test
  void whatARefusalShowsCanBeSentAgain() throws IOException {
    writes(BOLA, "Audience: with chirp\nQuorum: many\n\nDo we sign it?");
    writes(BOLA, shown() + "\n\nDo we sign it?");

    assertThat(asked().audience()).isEqualTo(Audience.withCompany("chirp"));
    assertThat(asked().quorum()).isEqualTo(new Poll.Quorum(50, false));
  }

  @Test
  void rightsAreThoseOfTheBrowser() throws IOException {
    writes("stranger@else.example", CONSENT);
    assertThat(refused()).containsExactly(RefusalMessages.UPDATES_ONLY.english());
    writes(DAYO, CONSENT);
    assertThat(refused()).singleElement().asString().contains("bserver");
    office.submit("amina", new LetterCommand.ModerateSeat(office.seats.get("bola"), true));
    writes(BOLA, CONSENT);
    assertThat(refused()).singleElement().asString().contains("need approval by a convenor");
    assertThat(polls()).isEmpty();
    assertThat(office.events(LetterEvent.LetterHeld.class)).isEmpty();

    writes(CHIKA, CONSENT);
    assertThat(asked().audience())
        .as("a liaison's is for those with whom the company speaks")
        .isEqualTo(Audience.withCompany("chirp"));
  }

  @Test
  void whoHasSeveralMembershipsSaysForWhich() throws IOException {
    office.join("bola", "rights", Role.MEMBER);
    writes(BOLA, CONSENT);
    assertThat(refused()).containsExactly(RefusalMessages.WHICH_PLANNER.english());
    mail(BOLA, "cop+polls.nowhere@caucus.example", "Do we?", CONSENT);
    assertThat(refused()).containsExactly(RefusalMessages.NOT_YOUR_PLANNER.english());

    mail(BOLA, "cop+polls.rights@caucus.example", "Do we?", CONSENT);
    assertThat(
            Objects.requireNonNull(
                    office.state().members().seats().get(polls().getFirst().openedBy()))
                .organisation())
        .isEqualTo("rights");
  }

  @Test
  void aHyphenDoesWhereNothingElseHasTheAddress() throws IOException {
    mail(BOLA, "cop-polls@caucus.example", "Do we?", CONSENT);

    assertThat(polls()).hasSize(1);
  }

  @Test
  void aLetterThatComesTwiceOpensOne() throws IOException {
    for (int i = 0; i < 2; i++) {
      send("twice@press.example", BOLA, POLLS, "Do we?", "", CONSENT);
    }
    assertThat(polls()).hasSize(1);
    assertThat(refusals()).isZero();
    assertThat(office.state().letters().holds()).isEmpty();
  }

  /** Nothing proves who wrote it, so its author is asked, and nobody else. */
  @Test
  void itWaitsForItsAuthorsWord() throws IOException {
    office.close();
    office =
        new InboundPostOffice(
                directory.resolve("doubtful"), new SenderTrust(List.of(), List.of(), Set.of()))
            .withCoalition();
    writes(BOLA, "Quorum: 50%\n" + CONSENT);
    assertThat(polls()).isEmpty();
    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(HoldPresenter.asItStands(office.state(), hold))
        .startsWith("Kind: consent\nCloses: 2028-03-03 00:00 UTC\nVoice: organisation\nQuorum: 50%")
        .endsWith("\n\nDo we sign it?");

    office.submit("bola", new LetterCommand.ApproveHold(hold.id()));
    assertThat(asked().quorum()).isEqualTo(new Poll.Quorum(50, false));
    assertThat(asked().description().toString()).isEqualTo("Do we sign it?");
    assertThat(office.events(LetterEvent.WordTaken.class)).hasSize(1);
  }

  @Test
  void theWordOfAuthorsWhoAreModeratedSinceOpensNothing() throws IOException {
    office.close();
    office =
        new InboundPostOffice(
                directory.resolve("doubtful"), new SenderTrust(List.of(), List.of(), Set.of()))
            .withCoalition();
    writes(BOLA, CONSENT);
    Hold hold = office.state().letters().holds().values().iterator().next();
    office.submit("amina", new LetterCommand.ModerateSeat(office.seats.get("bola"), true));

    assertThatThrownBy(() -> office.submit("bola", new LetterCommand.ApproveHold(hold.id())))
        .hasMessageContaining("need approval by a convenor");
    assertThat(polls()).isEmpty();
  }

  @Test
  void filesAreNotLostSilently() throws IOException {
    mail(
        BOLA,
        POLLS,
        "Do we?",
        "Content-Type: multipart/mixed; boundary=b\n",
        "--b\nContent-Type: text/plain\n\n"
            + CONSENT
            + "\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment;"
            + " filename=terms.pdf\n\n%PDF\n--b--");

    assertThat(polls()).isEmpty();
    assertThat(refused()).singleElement().asString().contains("cannot have files");
  }
}
