package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateLifecycle;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company's liaison says by mail what becomes of an update, and nobody else does. */
class CourseByMailTest extends LetterWriting {
  private static final String TITLE = "On the notice period";
  private static final String QUOTE =
      """


      On Monday, Caucus wrote:
      > Chika posted an update for chirp.
      >
      > We ask for 72 hours.
      """;

  /** The commit that is answered. */
  private long told;

  private void posted(Audience audience) {
    office.submit(
        "chika",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.POSITION,
            Update.Stage.IN_REVIEW,
            TITLE,
            "We ask for 72 hours.",
            Update.Attribution.BACKGROUND,
            audience,
            null));
    told = office.state().history().getLast().sequence();
  }

  private Update update() {
    return office.state().updates().byId().values().iterator().next();
  }

  @Override
  String ticketOf(String person) {
    return ticketOf(person, told);
  }

  @Test
  void aCorrectionStandsInItsPlaceAndWhatWasSaidStaysToBeSeen() throws IOException {
    posted(Audience.everyone());
    mail(
        CHIKA,
        ticketOf("chika"),
        "Re: " + TITLE,
        "Correct: the number was wrong\nAttribution: on record\n\n"
            + "We ask for 48 hours.\n\nAnd for a contact.\n\n-- \nChika, Chirp"
            + QUOTE);

    assertThat(update().body()).isEqualTo("We ask for 48 hours.\n\nAnd for a contact.");
    assertThat(update().title()).isEqualTo(TITLE);
    assertThat(update().attribution()).isEqualTo(Update.Attribution.ON_RECORD);
    assertThat(update().course().past()).hasSize(1);
    UpdateLifecycle.Past before = update().course().past().iterator().next();
    assertThat(before.body()).isEqualTo("We ask for 72 hours.");
    assertThat(before.correction()).isTrue();
    assertThat(before.note()).isEqualTo("the number was wrong");
    assertThat(office.events(EntryEvent.EntryPosted.class)).as("it is no comment").isEmpty();
    assertThat(office.events(LetterEvent.WordTaken.class)).as("its author is told").hasSize(1);
  }

  @Test
  void aRetractionStaysToBeSeenWithItsReasonAndIsTheLastWord() throws IOException {
    posted(Audience.everyone());
    String to = ticketOf("chika");
    mail(CHIKA, to, "Re: " + TITLE, "Retract: it was not ours to say\n\nWe are sorry." + QUOTE);

    assertThat(Objects.requireNonNull(update().course().retraction()).reason())
        .isEqualTo("it was not ours to say\n\nWe are sorry.");
    assertThat(update().body()).isEqualTo("We ask for 72 hours.");
    mail(CHIKA, to, "Re: " + TITLE, "Stage: done");
    assertThat(refused())
        .containsExactly("This update was retracted and can no longer change. It stays visible.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Re: On the notice period | Stage: decided",
        "Re: On the notice period | Étape : décidé",
        "Re: On the notice period | ETAPE : DÉCIDÉ",
        "Re: On the notice period | E\u0301tape\u00a0: de\u0301cide\u0301",
        "Re: On the notice period | \u200fالمرحلة: تقرر",
        "Re: On the notice period [stage=decided] | We tell the desk on Monday.",
      })
  void aStageIsReached(String subject, String text) throws IOException {
    posted(Audience.everyone());
    mail(CHIKA, ticketOf("chika"), subject, text + QUOTE);

    assertThat(update().stage()).isEqualTo(Update.Stage.DECIDED);
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(UpdateEvent.StageReached.class).getLast().note())
        .isEqualTo(text.contains(":") ? "" : text);
  }

  @Test
  void theSameLetterTwiceIsDoneOnce() throws IOException {
    posted(Audience.everyone());
    String to = ticketOf("chika");
    send("once@chirp.example", CHIKA, to, "Re: " + TITLE, "", "Retract: it was not ours to say");
    send("once@chirp.example", CHIKA, to, "Re: " + TITLE, "", "Retract: it was not ours to say");

    assertThat(office.events(UpdateEvent.UpdateRetracted.class)).hasSize(1);
    assertThat(office.events(LetterEvent.LetterRefused.class)).as("nobody is told no").isEmpty();
    assertThat(office.events(LetterEvent.LetterDropped.class)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"bola, press", "amina, rights", "vera, vista"})
  void nobodyElseSaysWhatBecomesOfIt(String name, String organisation) throws IOException {
    posted(Audience.everyone());
    String from = name + "@" + organisation + ".example";
    for (String asked : List.of("Retract: we say so", "Correct:\n\nNot at all.", "Stage: done")) {
      mail(from, ticketOf(name), "Re: " + TITLE, asked);
      assertThat(refused()).containsExactly(RefusalMessages.OTHERS_COURSE.english());
    }
    mail(from, ticketOf(name), "Re: " + TITLE + " [stage=done]", "So.");

    assertThat(refused()).containsExactly(RefusalMessages.OTHERS_COURSE.english());
    assertThat(update().course().past()).isEmpty();
    assertThat(update().stands()).isTrue();
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @Test
  void whoCannotReadItIsRefusedLikeBySomeInventedAddress() throws IOException {
    posted(Audience.withCompany("chirp"));
    mail("vera@vista.example", ticketOf("vera"), "Re: " + TITLE, "Retract: we say so");
    List<String> hidden = refused();
    mail("vera@vista.example", "cop+r.zzzz@caucus.example", "Re: x", "Retract: we say so");

    assertThat(refused()).isEqualTo(hidden).containsExactly(RefusalMessages.TICKET.english());
    assertThat(update().stands()).isTrue();
  }

  @Test
  void whoReadsAlongAtTheCompanyRetractsNothing() throws IOException {
    office.join("ola", "chirp", Role.OBSERVER);
    posted(Audience.everyone());
    mail("ola@chirp.example", ticketOf("ola"), "Re: " + TITLE, "Retract: we say so");

    assertThat(refused()).containsExactly(RefusalMessages.OTHERS_COURSE.english());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Stage: decidd | The value of Stage is not known. Use one of these: noted, in review,"
            + " decided, done. | Stage: decided",
        "State: decided | This command is not known for an update | stage: decided",
        "Retrct: a mistake | This command is not known for an update | retract: a mistake",
        "Rectifer : une faute | This command is not known for an update | rectifier: une faute",
        "Correct: the number~Titel: On notices | not known for an update | Correct: the number;"
            + " title: On notices",
        "Correct: the number~Atribution: off record~Due: none | not known for an update | Correct:"
            + " the number; attribution: off record; Due: none",
        "Attribution: off record | The line \"Correct\" is missing | Correct: ; Attribution: off"
            + " record",
      })
  void aSlipPostsNothingAndIsShownPutRight(String line, String rule, String right)
      throws IOException {
    posted(Audience.everyone());
    mail(CHIKA, ticketOf("chika"), "Re: " + TITLE, line.replace('~', '\n') + "\n\nSo.");

    assertThat(refused().getFirst()).startsWith(ASKS_COURSE_WRONGLY).contains(rule);
    assertThat(refused().getLast()).isEqualTo(AGAIN + "\n    " + right.replace("; ", "\n    "));
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @Test
  void whatCannotBeDoneIsRefusedWithItsReason() throws IOException {
    posted(Audience.everyone());
    String to = ticketOf("chika");
    mail(CHIKA, to, "Re: " + TITLE, "Retract:" + QUOTE);
    assertThat(refused())
        .containsExactly(
            "The reason is missing. Write one sentence, because others may have relied on this"
                + " update.");
    mail(CHIKA, to, "Re: " + TITLE, "Stage: in review");
    assertThat(refused())
        .containsExactly("This update is already at this stage. Nothing was changed.");
    mail(CHIKA, to, "Re: " + TITLE, "Correct: a slip" + QUOTE);
    assertThat(refused())
        .containsExactly("This is the same as before. Nothing was changed. Enter the new text.");
    mail(CHIKA, to, "Re: " + TITLE, "Retract: " + "x".repeat(2_001));
    assertThat(refused())
        .containsExactly("The reason is too long. The limit is 2,000 characters. Shorten it.");
    mail(CHIKA, to, "Re: " + TITLE, "Audience: civil society\nRetract: so");

    assertThat(office.events(UpdateEvent.class)).as("posted, and nothing else").hasSize(1);
  }

  @Test
  void whatBecomesOfItIsForAllWhoReadIt() throws IOException {
    posted(Audience.everyone());
    mail(CHIKA, ticketOf("chika"), "Re: " + TITLE, "Audience: only chirp\nRetract: so");
    assertThat(refused()).containsExactly(RefusalMessages.COURSE_FOR_ALL.english());
    mail(CHIKA, ticketOf("chika"), "Re: " + TITLE, "Retract: so\nAudience: only chirp");

    assertThat(refused()).containsExactly(RefusalMessages.COURSE_FOR_ALL.english());
    assertThat(update().stands()).isTrue();
  }

  @Test
  void whatAnswersFewerIsAskedAboutFirst() throws IOException {
    posted(Audience.everyone());
    Audience two = Audience.withCompany("chirp");
    office.submit(
        "bola", new UpdateCommand.CommentUpdate(update().id(), Post.web("Between us.", null, two)));
    told = office.state().history().getLast().sequence();
    mail(CHIKA, ticketOf("chika"), "Re: " + TITLE, "Stage: decided\n\nWe do as you say.");

    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.reasons()).containsExactly(RefusalMessages.NARROWER);
    assertThat(update().stage()).isEqualTo(Update.Stage.IN_REVIEW);
    office.submit("chika", new LetterCommand.ApproveHold(hold.id()));
    assertThat(update().stage()).isEqualTo(Update.Stage.DECIDED);
  }

  @Test
  void othersWordsStayWords() throws IOException {
    posted(Audience.everyone());
    mail("bola@press.example", ticketOf("bola"), "Re: " + TITLE, "Title: which one?");
    mail("bola@press.example", ticketOf("bola"), "Re: " + TITLE, "State: of things?");
    mail(CHIKA, ticketOf("chika"), "Re: " + TITLE, "Status: we are on it.");

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(3);
  }

  @Test
  void filesThatCameWithItStandBelowIt() throws IOException {
    posted(Audience.everyone());
    String to = ticketOf("chika");
    office.post(
        CHIKA,
        to,
        """
        From: <%s>
        To: <%s>
        Subject: Re: On the notice period
        Message-ID: <files@chirp.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain

        Stage: decided
        --x
        Content-Type: application/pdf; name=note.pdf
        Content-Disposition: attachment; filename=note.pdf

        %%PDF-1.4
        --x--
        """
            .formatted(CHIKA, to));

    assertThat(update().stage()).isEqualTo(Update.Stage.DECIDED);
    assertThat(office.events(EntryEvent.EntryPosted.class))
        .singleElement()
        .satisfies(e -> assertThat(e.letter()).isNotNull());
  }

  @Test
  void whatNothingProvesIsAskedAboutFirst() throws IOException {
    office.close();
    office =
        new InboundPostOffice(
                directory.resolve("doubtful"), new SenderTrust(List.of(), List.of(), Set.of()))
            .withCoalition();
    posted(Audience.everyone());
    mail(CHIKA, ticketOf("chika"), "Re: " + TITLE, "Retract: it was not ours to say");

    assertThat(update().stands()).isTrue();
    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.unproven()).isTrue();
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(hold.text()).as("the question shows what is asked").contains("Retract: it was not");
    office.submit("chika", new LetterCommand.ApproveHold(hold.id()));
    assertThat(update().stands()).isFalse();
  }

  @Test
  void whatAConvenorReadsFirstIsDoneWhenItIsLetIn() throws IOException {
    posted(Audience.everyone());
    office.submit("amina", new LetterCommand.ModerateSeat(office.seats.get("chika"), true));
    mail(CHIKA, ticketOf("chika"), "Re: " + TITLE, "Stage: decided\n\nOn Monday.");
    assertThat(update().stage()).isEqualTo(Update.Stage.IN_REVIEW);

    String hold = office.events(LetterEvent.LetterHeld.class).getFirst().id();
    office.submit("amina", new LetterCommand.ApproveHold(hold));
    assertThat(update().stage()).isEqualTo(Update.Stage.DECIDED);
  }
}
