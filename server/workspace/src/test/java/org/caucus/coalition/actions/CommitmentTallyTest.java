package org.caucus.coalition.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** What organisations said they would do, counted for one reader, and what came of it. */
class CommitmentTallyTest {
  private static final AudienceEvent WIDENED =
      new AudienceEvent.Widened(
          Ref.to(Ref.Kind.ACTION, Given.THING),
          Audience.civilSociety(),
          Audience.everyone(),
          BOLA,
          null);

  private static Given planned(Audience audience) {
    return Given.coalition().does(BOLA, Parties.call(audience));
  }

  private static ActionCommand.Commit says(Answer answer) {
    return new ActionCommand.Commit(Given.THING, null, answer, "");
  }

  private static ActionCommand.EditAction sets(Action.State state) {
    return new ActionCommand.EditAction(
        Given.THING, null, null, null, state, null, null, null, null);
  }

  private static List<CommitmentTally.Line> seen(Given given, SeatId reader) {
    return new CommitmentTally(given.state(), reader).byOrganisation();
  }

  private static CommitmentTally.Line of(Given given, SeatId about, SeatId reader) {
    String slug = given.state().members().seats().get(about).organisation();
    return seen(given, reader).stream()
        .filter(line -> line.of().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aWordIsOpenThenKeptUnlessNobodyOfTheirsWasThere() {
    Given said =
        planned(Audience.everyone())
            .does(AMINA, says(Answer.WILL))
            .does(BOLA, says(Answer.WILL))
            .does(CHIKA, says(Answer.WILL_NOT));
    assertThat(of(said, AMINA, CHIKA))
        .extracting(CommitmentTally.Line::will, CommitmentTally.Line::open)
        .containsExactly(1, 1);

    Given done = said.does(BOLA, sets(Action.State.DONE));
    assertThat(of(done, AMINA, CHIKA))
        .extracting(CommitmentTally.Line::kept, CommitmentTally.Line::open)
        .containsExactly(1, 0);

    Given noted = done.does(BOLA, new ActionCommand.NoteAttendance(Given.THING, List.of(BOLA)));
    assertThat(of(noted, BOLA, CHIKA).kept()).isEqualTo(1);
    assertThat(of(noted, AMINA, CHIKA))
        .extracting(CommitmentTally.Line::kept, CommitmentTally.Line::missed)
        .containsExactly(0, 1);
    assertThat(of(noted, CHIKA, AMINA))
        .extracting(
            CommitmentTally.Line::willNot, CommitmentTally.Line::kept, CommitmentTally.Line::missed)
        .containsExactly(1, 0, 0);
    assertThat(new CommitmentTally(noted.state(), CHIKA).byAction())
        .containsExactly(
            new CommitmentTally.Line(Given.THING, "Call on Part III", 2, 0, 1, 1, 1, 0));
  }

  @Test
  void aWordThatWasNotKeptIsNotTakenBackAfterwards() {
    Given missed =
        planned(Audience.everyone())
            .does(AMINA, says(Answer.WILL))
            .does(BOLA, sets(Action.State.DONE))
            .does(BOLA, new ActionCommand.NoteAttendance(Given.THING, List.of(BOLA)));
    missed.when(AMINA, says(Answer.WILL_NOT)).refused(Refusal.Kind.CONFLICT);
    missed.when(BOLA, says(Answer.WILL)).refused(Refusal.Kind.CONFLICT);
    assertThat(of(missed, AMINA, BOLA).missed()).isEqualTo(1);

    missed
        .does(BOLA, sets(Action.State.UNDER_WAY))
        .when(AMINA, says(Answer.MAY))
        .then(new ActionEvent.Committed(Given.THING, "rights", Answer.MAY, "", AMINA));
  }

  @Test
  void whatWasCalledOffIsNeitherKeptNorMissed() {
    Given off =
        planned(Audience.everyone())
            .does(AMINA, says(Answer.WILL))
            .does(BOLA, sets(Action.State.CALLED_OFF));

    assertThat(of(off, AMINA, BOLA))
        .extracting(
            CommitmentTally.Line::will,
            CommitmentTally.Line::kept,
            CommitmentTally.Line::missed,
            CommitmentTally.Line::open)
        .containsExactly(1, 0, 0, 0);
  }

  @Test
  void whatOneCannotReadIsNotCounted() {
    Given hidden = planned(Audience.civilSociety()).does(AMINA, says(Answer.WILL));
    assertThat(seen(hidden, CHIKA)).isEmpty();
    assertThat(new CommitmentTally(hidden.state(), CHIKA).byAction()).isEmpty();

    Given widened = hidden.and(WIDENED);
    assertThat(seen(widened, CHIKA)).as("a word given in the smaller circle stays there").isEmpty();
    assertThat(seen(widened, BOLA)).hasSize(1);
  }

  @Test
  void whoWasThereInASmallerCircleSaysNothingToOthers() {
    Given done =
        planned(Audience.civilSociety())
            .does(BOLA, new ActionCommand.NoteAttendance(Given.THING, List.of(BOLA)))
            .and(WIDENED)
            .does(AMINA, says(Answer.WILL))
            .does(BOLA, sets(Action.State.DONE));

    assertThat(of(done, AMINA, BOLA).missed()).isEqualTo(1);
    assertThat(of(done, AMINA, CHIKA))
        .extracting(CommitmentTally.Line::kept, CommitmentTally.Line::missed)
        .containsExactly(1, 0);
  }
}
