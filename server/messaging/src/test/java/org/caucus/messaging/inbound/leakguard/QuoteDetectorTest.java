package org.caucus.messaging.inbound.leakguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that fewer people can read are known, wherever they stand and however they are carried. */
class QuoteDetectorTest {
  static final String WORDS =
      "If the agency keeps the removal of notices within twenty-four hours, we publish the memo"
          + " before the press conference and name the two companies that asked for it.";

  /** Fifteen words of these, which stand in no paragraph of their own. */
  private static final String PIECE =
      "the removal of notices within twenty-four hours, we publish the memo before the press";

  private static final Audience CIVIL = Audience.civilSociety();

  static final Given COALITION =
      Given.coalition()
          .and(Parties.list("civil", CIVIL))
          .does(
              Parties.AMINA,
              new IssueCommand.OpenTracker(
                  "PRV",
                  "Provisions of the draft",
                  "provisions",
                  Audience.everyone(),
                  Audience.everyone()));

  static Optional<QuoteDetector.Narrower> asked(Given given, SeatId author, String text) {
    return new QuoteDetector()
        .find(given.state(), author, Scope.place(Audience.everyone()), List.of(text));
  }

  static Given posted() {
    return COALITION.does(
        Parties.AMINA, new ListCommand.StartThread("civil", "Plan", Post.web(WORDS, null, null)));
  }

  private static Given opened(String description) {
    return COALITION.does(
        Parties.AMINA,
        new IssueCommand.OpenIssue(
            "PRV", "24 hours", description, "", List.of(), null, CIVIL, null));
  }

  private static Given planned(String description, String agenda) {
    return COALITION.does(
        Parties.AMINA,
        new ActionCommand.PlanAction(
            Action.Kind.SUBMISSION,
            "Memo",
            description,
            null,
            new Action.When(null, null, ZoneId.of("Africa/Lagos")),
            "",
            CIVIL,
            new ActionDetails(
                false, List.of(), List.of(), "", agenda, "", "", null, List.of(), List.of(),
                List.of()),
            null,
            List.of()));
  }

  private static Given edited(String description, String outcome) {
    return planned("", "")
        .does(
            Parties.AMINA,
            new ActionCommand.EditAction(
                Given.THING, null, null, description, null, null, null, null, outcome));
  }

  private static Given said(String body) {
    return COALITION.does(
        Parties.CHIKA,
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Appeals",
            body,
            Update.Attribution.ON_RECORD,
            Audience.withCompany("chirp"),
            null));
  }

  static Stream<Named<Given>> places() {
    return Stream.of(
        Named.of("a post", posted()),
        Named.of("an issue", opened(WORDS)),
        Named.of(
            "an issue that was edited",
            opened("")
                .does(
                    Parties.AMINA,
                    new IssueCommand.EditIssue(
                        Given.THING, null, null, WORDS, null, null, null, false, null))),
        Named.of("an update", said(WORDS)),
        Named.of(
            "an update that was corrected",
            said("Soon.")
                .does(
                    Parties.CHIKA,
                    new UpdateCommand.CorrectUpdate(
                        Given.THING, null, null, null, WORDS, null, "More exactly."))),
        Named.of("an action", planned(WORDS, "")),
        Named.of("an action that was edited", edited(WORDS, null)),
        Named.of("an outcome", edited(null, WORDS)),
        Named.of("an agenda", planned("", WORDS)),
        Named.of(
            "what an agency answered",
            planned("", "")
                .does(
                    Parties.AMINA,
                    new ActionCommand.RecordReply(
                        Given.THING,
                        new ActionDetails.Reply(LocalDate.parse("2026-06-01"), WORDS),
                        null))),
        Named.of(
            "minutes",
            planned("", "")
                .and(new ActionEvent.MinutesWritten(Given.THING, WORDS, Parties.AMINA))));
  }

  @ParameterizedTest
  @MethodSource("places")
  void wordsAreKnownWhereverTheyStand(Given given) {
    assertThat(asked(given, Parties.AMINA, "As was said: " + WORDS))
        .hasValueSatisfying(
            found -> assertThat(found.outside()).extracting(s -> s.id()).contains(Parties.VERA));
    assertThat(asked(COALITION, Parties.AMINA, "As was said: " + WORDS)).isEmpty();
  }

  /** Marked as a quote, fewer words in a row are enough. */
  @Test
  void halfASentenceIsAskedAboutWhereItIsMarkedAndNotWhereItIsNot() {
    Given given = posted();
    Function<String, Optional<QuoteDetector.Narrower>> by =
        text -> asked(given, Parties.AMINA, text);

    assertThat(by.apply("Which of it?\n\n> " + PIECE + "\n\nReally?")).isPresent();
    assertThat(by.apply("Which of it?\n\n" + PIECE + "\n\nReally?")).isEmpty();
  }

  @Test
  void thePersonWhoCannotReadTheWordsIsNotAsked() {
    assertThat(asked(posted(), Parties.VERA, WORDS)).isEmpty();
    assertThat(asked(posted(), Parties.CHIKA, "> " + WORDS)).isEmpty();
  }
}
