package org.caucus.coalition.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.ActionCommand.PlanAction;
import org.caucus.coalition.actions.ActionCommand.RecordReply;
import org.caucus.coalition.actions.ActionDetails.Reply;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** A memo to the agency: what it answers, and what is told when it does not. */
class AgencyRepliesTest {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final ActionCommand.Remind REMIND = new ActionCommand.Remind(Given.THING);

  private final Given coalition = Given.coalition();
  private final LocalDate today = LocalDate.ofInstant(coalition.at(), LAGOS);
  private final LocalDate due = today.plusDays(10);
  private final Instant over = due.plusDays(1).atStartOfDay(LAGOS).toInstant();
  private final Given submitted = planned(Action.Kind.SUBMISSION);

  private Given planned(Action.Kind kind) {
    return coalition.does(
        BOLA,
        new PlanAction(
            kind,
            "Memo to the agency",
            "",
            null,
            new Action.When(null, null, LAGOS),
            "",
            Audience.civilSociety(),
            ActionDetails.none().due(due),
            null,
            List.of()));
  }

  private static RecordReply records(LocalDate on, boolean more, LocalDate due) {
    return new RecordReply(
        Given.THING, new Reply(on, "We have received it.", more ? true : null), due);
  }

  private Given late() {
    return submitted.later(Duration.between(submitted.at(), over));
  }

  @Test
  void aReplyThatDidNotComeIsToldOnceAfterItsDay() {
    submitted.later(Duration.ofDays(9)).when(null, REMIND).refused(Refusal.Kind.CONFLICT);

    late().when(null, REMIND).then(new ActionEvent.ReplyOverdue(Given.THING, due, over));
    late().does(null, REMIND).when(null, REMIND).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void whatWasSubmittedIsDoneAndItsReplyIsAwaitedAllTheSame() {
    Given done = late().does(BOLA, sets(Action.State.DONE));
    done.when(null, REMIND).then(new ActionEvent.ReplyOverdue(Given.THING, due, over));

    Given off = late().does(BOLA, sets(Action.State.CALLED_OFF));
    off.when(null, REMIND).refused(Refusal.Kind.CONFLICT);
  }

  private static ActionCommand.EditAction sets(Action.State state) {
    return new ActionCommand.EditAction(
        Given.THING, null, null, null, state, null, null, null, null);
  }

  @Test
  void aReplyEndsTheWaitAndAReceiptMovesIt() {
    Given answered = submitted.does(AMINA, records(today, false, null));
    answered.later(Duration.ofDays(12)).when(null, REMIND).refused(Refusal.Kind.CONFLICT);

    LocalDate next = today.plusDays(30);
    Given receipt = submitted.does(AMINA, records(today, true, next));
    receipt.later(Duration.ofDays(12)).when(null, REMIND).refused(Refusal.Kind.CONFLICT);
    receipt
        .later(Duration.ofDays(32))
        .when(null, REMIND)
        .then(
            new ActionEvent.ReplyOverdue(
                Given.THING, next, next.plusDays(1).atStartOfDay(LAGOS).toInstant()));
  }

  @Test
  void twoWhoRecordAtOnceKeepBoth() {
    Given both =
        submitted.does(AMINA, records(today, true, null)).does(BOLA, records(today, false, null));

    assertThat(both.state().actions().find(Given.THING).orElseThrow().details().replies())
        .hasSize(2);
  }

  @Test
  void whatIsNoReplyIsRefusedByItsField() {
    LocalDate future = LocalDate.ofInstant(submitted.at(), ZoneOffset.ofHours(14)).plusDays(1);
    submitted.when(AMINA, records(future, false, null)).refused(Refusal.Kind.INVALID, "on");
    submitted.when(AMINA, records(today, false, due)).refused(Refusal.Kind.INVALID, "replyDue");
    submitted
        .when(AMINA, records(today, true, today.minusDays(1)))
        .refused(Refusal.Kind.INVALID, "replyDue");
    submitted
        .when(AMINA, new RecordReply(Given.THING, new Reply(today, "  "), null))
        .refused(Refusal.Kind.INVALID, "text");
    planned(Action.Kind.CALL)
        .when(AMINA, records(today, false, null))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void whoCannotReadItOrOnlyObservesRecordsNothing() {
    submitted.when(CHIKA, records(today, false, null)).refused(Refusal.Kind.ABSENT);
    submitted.when(CLAIRE, records(today, false, null)).refused(Refusal.Kind.FORBIDDEN);
  }
}
