package org.caucus.messaging.inbound.leakguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.messaging.inbound.leakguard.QuoteDetectorTest.COALITION;
import static org.caucus.messaging.inbound.leakguard.QuoteDetectorTest.WORDS;
import static org.caucus.messaging.inbound.leakguard.QuoteDetectorTest.asked;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Words are free where all who are to read them know them, and nowhere else. */
class KnownWordsTest {
  /**
   * The person who said it how often: what those who are to read it now do not know is no formula.
   */
  @Test
  void inHowManyHiddenConversationsWordsStandDoesNotMatter() {
    Given given = COALITION;
    for (String subject : List.of("Plan", "Press", "Panel", "Paper")) {
      given = given.does(Parties.AMINA, started("civil", subject, WORDS));
      assertThat(asked(given, Parties.AMINA, WORDS)).as(subject).isPresent();
      given = given.does(Parties.AMINA, started("civil", "Re: " + subject, "> " + WORDS));
    }
    Given known = given.does(Parties.AMINA, started("coalition", "To all", WORDS));

    assertThat(asked(given, Parties.AMINA, "> " + WORDS)).isPresent();
    assertThat(asked(known, Parties.AMINA, "> " + WORDS)).isEmpty();
  }

  private static ListCommand.StartThread started(String list, String subject, String text) {
    return new ListCommand.StartThread(list, subject, Post.web(text, null, null));
  }

  private static Given saidOffRecord(Given before) {
    return before.does(
        Parties.CHIKA,
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Appeals",
            WORDS,
            Update.Attribution.OFF_RECORD,
            Audience.withCompany("chirp"),
            null));
  }

  @Test
  void whatWasSaidOffRecordIsNeverAFormula() {
    Given given = saidOffRecord(COALITION);
    for (String subject : List.of("Plan", "Press", "Panel")) {
      given = given.does(Parties.AMINA, started("civil", subject, "> " + WORDS));
    }

    assertThat(asked(given, Parties.AMINA, "> " + WORDS))
        .hasValueSatisfying(found -> assertThat(found.offRecord()).isTrue());
  }

  /** Nobody makes another's words theirs by saying them off record afterwards. */
  @Test
  void whatAllKnewBeforeItWasSaidOffRecordStaysFree() {
    Given before =
        saidOffRecord(COALITION.does(Parties.AMINA, started("coalition", "Ours", WORDS)));
    Given after = saidOffRecord(COALITION).does(Parties.VERA, started("coalition", "Hm", WORDS));

    assertThat(asked(before, Parties.AMINA, "> " + WORDS)).isEmpty();
    assertThat(asked(after, Parties.AMINA, "> " + WORDS)).isPresent();
  }

  /** They stand in mailboxes, and were closed since. */
  @Test
  void whatWasNarrowedOrTakenBackIsKnownToThoseWhoHadIt() {
    Given given =
        COALITION.does(Parties.AMINA, started("coalition", "Plan", WORDS)).and(narrowedToAmina());

    assertThat(asked(given, Parties.VERA, "> " + WORDS))
        .hasValueSatisfying(found -> assertThat(found.outside()).isEmpty());
    assertThat(asked(given, Parties.AMINA, "> " + WORDS))
        .hasValueSatisfying(found -> assertThat(found.outside()).isNotEmpty());
  }

  /** They would learn what is said among those who are left, by trying. */
  @Test
  void whatIsSaidAfterItWasNarrowedIsNotKnownToThoseWhoAreOut() {
    Given given =
        COALITION
            .does(Parties.AMINA, started("coalition", "Plan", "Hello."))
            .and(narrowedToAmina())
            .does(Parties.AMINA, answered(WORDS, null));

    assertThat(asked(given, Parties.VERA, "> " + WORDS)).isEmpty();
    assertThat(asked(given, Parties.AMINA, "> " + WORDS)).isPresent();
  }

  @Test
  void whatWasForFewerThanWhatItHangsOnIsNotKnownToTheOthersOnceThatIsNarrowed() {
    Given given =
        COALITION
            .does(Parties.AMINA, started("coalition", "Plan", "Hello."))
            .does(Parties.AMINA, answered(WORDS, Audience.civilSociety()))
            .and(narrowedToAmina());

    assertThat(asked(given, Parties.VERA, "> " + WORDS)).isEmpty();
    assertThat(asked(given, Parties.BOLA, "> " + WORDS)).isPresent();
  }

  @Test
  void whatWasNarrowedBeforeSomebodyCameIsNotKnownToThem() {
    SeatId late = new SeatId("late");
    Given given =
        COALITION
            .does(Parties.AMINA, started("coalition", "Plan", WORDS))
            .and(narrowedToAmina())
            .and(Parties.seat(late, "vista", Role.LIAISON, null));

    assertThat(asked(given, Parties.VERA, "> " + WORDS)).isPresent();
    assertThat(asked(given, late, "> " + WORDS)).isEmpty();
  }

  private static ListCommand.AnswerThread answered(String text, @Nullable Audience audience) {
    return new ListCommand.AnswerThread(Given.THING, Post.web(text, null, audience));
  }

  private static AudienceEvent narrowedToAmina() {
    Ref thread = Ref.to(Ref.Kind.THREAD, Given.THING);
    Audience alone = Audience.named(List.of(Parties.AMINA));
    return new AudienceEvent.Narrowed(thread, Audience.everyone(), alone, Parties.AMINA, List.of());
  }

  @Test
  void aQuoteInPiecesAndInQuotationMarksIsOne() {
    Given given = QuoteDetectorTest.posted();
    String first = "If the agency keeps the removal of notices within twenty-four hours";
    String second = "we publish the memo before the press conference and name";
    Function<String, Optional<QuoteDetector.Narrower>> by =
        text -> asked(given, Parties.AMINA, text);

    assertThat(by.apply("> " + first + "\n\nYes.\n\n> " + second + "\n\nNo.")).isPresent();
    assertThat(by.apply("They say “" + first + "”, and «" + second + "» as well.")).isPresent();
    assertThat(by.apply("\"" + first + "\" is one thing, \"" + second + "\" is one.")).isPresent();
    assertThat(
            new QuoteDetector()
                .find(
                    given.state(),
                    Parties.AMINA,
                    Scope.place(Audience.everyone()),
                    List.of("> " + first, "Then:\n\n> " + second)))
        .isPresent();
  }

  @Test
  void titlesNotesAndNamesOfFilesAreWordsToo() {
    String title = WORDS.substring(0, 150);
    Given subject = COALITION.does(Parties.AMINA, started("civil", title, "Hello."));
    Given file =
        COALITION.does(
            Parties.AMINA,
            new ListCommand.StartThread(
                "civil",
                "Plan",
                Post.web("Hello.", null, null)
                    .with(List.of(new Entry.Attached("b", title, "application/pdf", 1)))));

    assertThat(asked(subject, Parties.AMINA, "> " + title)).isPresent();
    assertThat(asked(file, Parties.AMINA, "> " + title)).isPresent();
  }

  @Test
  void theTextOfAFileIsRead() {
    Given given =
        COALITION.does(
            Parties.AMINA,
            new ListCommand.StartThread(
                "civil",
                "Plan",
                Post.web("Enclosed.", null, null)
                    .with(List.of(new Entry.Attached("b", "plan.txt", "text/plain", 1)))));
    QuoteDetector quotes = new QuoteDetector((workspace, file) -> List.of(file.name(), WORDS));

    assertThat(
            quotes.find(
                given.state(),
                Parties.AMINA,
                Scope.place(Audience.everyone()),
                List.of("> " + WORDS)))
        .isPresent();
  }
}
