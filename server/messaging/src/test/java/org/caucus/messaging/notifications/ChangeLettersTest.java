package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** The first line of a letter about a change says what it is now and what it was. Real SMTP. */
class ChangeLettersTest extends AtPostOffice {
  private static final char NBSP = 0xa0;
  private static final char SPACE = 0x20;
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

  /** The first line that a person is sent after a command. */
  private String told(String reader, String who, Command command) {
    office.delivered();
    int before = office.lettersOf(reader).size();
    office.submit(who, command);
    office.delivered();
    assertThat(office.lettersOf(reader)).hasSize(before + 1);
    return ParsedLetter.of(office.lettersOf(reader).getLast())
        .text()
        .lines()
        .findFirst()
        .orElse("");
  }

  private static Action.When in(int days) {
    return new Action.When(Given.START.plus(Duration.ofDays(days)), null, LAGOS);
  }

  private String planned(Audience audience) {
    return office.submit(
        "ada",
        new ActionCommand.PlanAction(
            Action.Kind.CALL, "Call", "", null, in(9), "Room 1", audience));
  }

  private static ActionCommand.EditAction edit(
      String action, Action.State state, Action.When when, String place) {
    return new ActionCommand.EditAction(action, null, null, null, state, null, when, place, null);
  }

  @Test
  void anActionThatIsMoved() {
    String action = planned(Audience.everyone());

    assertThat(told("ben", "ada", edit(action, null, in(10), "Room 2")))
        .matches(
            "Ada Obi changed this action\\. When: (.+) \\(was: (?!\\1).+\\); "
                + "Where: Room 2 \\(was: Room 1\\)");
    office.speaks("ben@home.example", Language.FRENCH);
    assertThat(told("ben", "ada", edit(action, null, null, "Salle 3")).replace(NBSP, SPACE))
        .isEqualTo("Ada Obi a modifié cette action. Lieu : Salle 3 (avant : Room 2)");
    office.speaks("ben@home.example", Language.ARABIC);
    assertThat(told("ben", "ada", edit(action, null, null, "4"))).contains("المكان:", "سابقًا");
  }

  /** What was said before the action was shared with them is no old value to them. */
  @Test
  void oldValuesAreToldToThoseWhoKnewThem() {
    String action = planned(Audience.civilSociety());
    office.submit("ada", edit(action, null, null, "Room 2"));
    Ref ref = Ref.to(Ref.Kind.ACTION, action);
    office.submit(
        "ada", Shown.change(office.state(), office.seat("ada"), ref, Audience.everyone()));

    assertThat(told("lin", "ada", edit(action, null, null, "Room 3")))
        .isEqualTo("Ada Obi changed this action. Where: Room 3");
    assertThat(told("ben", "ada", edit(action, null, null, "Room 4")))
        .isEqualTo("Ada Obi changed this action. Where: Room 4 (was: Room 3)");
  }

  @Test
  void anUpdateThatIsCorrectedAndOneThatIsFurther() {
    String update =
        office.submit(
            "lin",
            new UpdateCommand.PostUpdate(
                null,
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "A form",
                "In trial.",
                Update.Attribution.BACKGROUND,
                null,
                null));

    assertThat(
            told("ben", "lin", new UpdateCommand.ReachStage(update, Update.Stage.DECIDED, "Now.")))
        .isEqualTo("Lin Okoro changed the stage for Platform Inc. Stage: decided (was: noted)");
    assertThat(
            told(
                "ben",
                "lin",
                new UpdateCommand.CorrectUpdate(
                    update,
                    null,
                    null,
                    "A form for notices",
                    "In use.",
                    Update.Attribution.ON_RECORD,
                    "Too short.")))
        .isEqualTo(
            "Lin Okoro corrected this update (on the record). "
                + "Title: A form for notices (was: A form); "
                + "Attribution: on the record (was: background)");
    String text = ParsedLetter.of(office.lettersOf("ben").getLast()).text();
    assertThat(text)
        .containsSubsequence("Too short.", "New text:", "A form for notices", "In use.");
  }

  @Test
  void aPollThatClosesLaterAndADecisionThatIsReviewed() {
    String poll =
        office.submit(
            "ada",
            new PollCommand.OpenPoll(
                Poll.Kind.CONSENT,
                "Shall we sign?",
                "As it stands.",
                List.of(),
                Poll.VoiceOf.ORGANISATION,
                null,
                null,
                office.now().plus(Duration.ofDays(7)),
                Poll.Silence.NO_OBJECTION,
                Poll.Shown.AT_CLOSE,
                ZoneOffset.UTC,
                Audience.everyone()));

    assertThat(
            told(
                "ben",
                "ada",
                new PollCommand.ExtendPoll(poll, office.now().plus(Duration.ofDays(9)))))
        .matches("Ada Obi extended this poll\\. Closes: (.+) \\(was: (?!\\1).+\\)");
    office.submit("ada", new PollCommand.ClosePoll(poll));
    LocalDate june = LocalDate.of(2027, 6, 5);
    assertThat(told("ben", "ada", new PollCommand.DecidePoll(poll, "We sign.", null, null, june)))
        .isEqualTo("Ada Obi decided:");
    assertThat(
            told("ben", "ada", new PollCommand.ReviewPoll(poll, "It holds.", june.plusMonths(1))))
        .matches("Ada Obi reviewed the decision\\. Next review: .*July.* \\(was: .*June.*\\)");
  }

  @Test
  void anIssueThatIsClosed() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP", "Fees", "", "", List.of(office.seat("ben")), null, null, null));

    assertThat(told("ben", "ada", new IssueCommand.CloseIssue(issue, IssueState.DONE, "Settled.")))
        .isEqualTo("Ada Obi closed COP-1 as done (was: open).");
    assertThat(told("ben", "ada", new IssueCommand.ReopenIssue(issue)))
        .isEqualTo("Ada Obi reopened COP-1 (was: done).");
  }
}
