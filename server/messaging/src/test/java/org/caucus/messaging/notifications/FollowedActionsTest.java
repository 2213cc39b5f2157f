package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anyone who follows an action that is not theirs hears by mail of all that becomes of it. */
class FollowedActionsTest {
  @TempDir Path directory;
  private PostOffice office;
  private String action;

  @BeforeEach
  void aCallIsPlannedAndALiaisonFollowsIt() {
    office = new PostOffice(directory).founded();
    action =
        office.submit(
            "ada",
            new ActionCommand.PlanAction(
                Action.Kind.CALL,
                "Call on the notice period",
                "",
                null,
                new Action.When(
                    Given.START.plus(Duration.ofDays(9)), null, ZoneId.of("Africa/Lagos")),
                "",
                Audience.everyone()));
    office.delivered();
    wishes(ThreadPreference.FOLLOW);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void wishes(ThreadPreference wish) {
    office.submit("lin", new ListCommand.ChooseThing(Ref.to(Ref.Kind.ACTION, action), wish));
    office.delivered();
  }

  private List<String> heard(String person, Command command) {
    int before = office.lettersOf("lin").size();
    office.submit(person, command);
    office.delivered();
    return office.lettersOf("lin").stream()
        .skip(before)
        .map(letter -> ParsedLetter.of(letter).text())
        .toList();
  }

  private ActionCommand.EditAction becomes(Action.State state, String outcome) {
    return new ActionCommand.EditAction(action, null, null, null, state, null, null, null, outcome);
  }

  private ActionCommand.EditAction at(Duration ahead) {
    var when = new Action.When(Given.START.plus(ahead), null, ZoneId.of("Africa/Lagos"));
    return new ActionCommand.EditAction(action, null, null, null, null, null, when, null, null);
  }

  @Test
  void whatIsMovedSaysWhenItWasToBeAndAsksAnewThePersonWhoHadAnswered() {
    assertThat(heard("ada", at(Duration.ofDays(10))))
        .singleElement()
        .asString()
        .contains("Ada Obi changed this action. When: ", " (was: ")
        .doesNotContain("confirm or change your answer");

    office.submit("lin", new ActionCommand.Answer(action, null, Commitment.Answer.WILL, ""));
    String first = heard("ada", at(Duration.ofDays(12))).getLast();
    assertThat(first).contains("(was: ", "confirm or change your answer");
    assertThat(office.state().actions().find(action).orElseThrow().isMovedSince(Given.START))
        .isTrue();
    assertThat(heard("ada", becomes(null, "72 hours")).getLast())
        .startsWith("Ada Obi changed this action. Outcome: 72 hours (was: –)");
  }

  @Test
  void whatIsSaidWrittenAndDecidedIsToldUntilItIsFollowedNoMore() {
    assertThat(heard("ada", new ActionCommand.Commit(action, null, Commitment.Answer.WILL, "Two")))
        .singleElement()
        .asString()
        .contains("will take part", "Two");
    assertThat(heard("ada", new ActionCommand.WriteMinutes(action, "They agreed.")))
        .singleElement()
        .asString()
        .contains("They agreed.");
    assertThat(heard("ada", becomes(Action.State.DONE, "72 hours")))
        .singleElement()
        .asString()
        .contains("72 hours");

    wishes(ThreadPreference.USUAL);
    assertThat(heard("ada", new ActionCommand.WriteMinutes(action, "They agreed, in writing.")))
        .isEmpty();
  }
}
