package org.caucus.coalition.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.ActionCommand.Commit;
import org.caucus.coalition.actions.ActionCommand.EditAction;
import org.caucus.coalition.actions.ActionCommand.PlanAction;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the coalition does together. */
class ActionDeciderTest {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final Instant TEN = Instant.parse("2026-06-21T09:00:00Z");
  private static final Instant NOON = Instant.parse("2026-06-21T11:00:00Z");
  private static final Action.When MORNING = new Action.When(TEN, NOON, LAGOS);

  private static PlanAction plans(
      @Nullable SeatId owner, Action.When when, @Nullable Audience audience) {
    return new PlanAction(
        Action.Kind.PRESS_CONFERENCE, "Press conference", "", owner, when, "Abuja", audience);
  }

  private static ActionEvent.ActionPlanned planned(SeatId owner, Audience audience, SeatId by) {
    return new ActionEvent.ActionPlanned(
        Given.THING,
        Action.Kind.PRESS_CONFERENCE,
        "Press conference",
        "",
        owner,
        MORNING,
        "Abuja",
        audience,
        by);
  }

  private static EditAction changes(
      @Nullable Integer version, Action.@Nullable State state, @Nullable SeatId owner) {
    return new EditAction(Given.THING, version, null, null, state, owner, null, null, null);
  }

  private static Given withCivil() {
    return Given.coalition().and(planned(BOLA, Audience.civilSociety(), BOLA));
  }

  @Test
  void whoPlansItOwnsItUnlessTheyNameAnother() {
    Given.coalition()
        .when(BOLA, plans(null, MORNING, Audience.everyone()))
        .then(planned(BOLA, Audience.everyone(), BOLA));
    Given.coalition()
        .when(BOLA, plans(CHIKA, MORNING, Audience.everyone()))
        .then(planned(CHIKA, Audience.everyone(), BOLA));
  }

  /** Nobody meets the widest audience: where none is said it is the side of its author. */
  @Test
  void withoutAnAudienceItIsForTheSideOfWhoPlansIt() {
    Given.coalition()
        .when(BOLA, plans(null, MORNING, null))
        .then(planned(BOLA, Audience.civilSociety(), BOLA));
    Given.coalition()
        .when(CHIKA, plans(null, MORNING, null))
        .then(planned(CHIKA, Audience.withCompany("chirp"), CHIKA));
  }

  @Test
  void anOwnerOutsideIsRefusedByName() {
    var no =
        Given.coalition()
            .when(BOLA, plans(CHIKA, MORNING, Audience.civilSociety()))
            .refused(Refusal.Kind.INVALID, "owner");
    assertThat(no.why()).contains("Chika");
    withCivil().when(BOLA, changes(null, null, EMEKA)).refused(Refusal.Kind.INVALID, "owner");
  }

  @Test
  void itDoesNotEndBeforeItStarts() {
    Given.coalition()
        .when(BOLA, plans(null, new Action.When(NOON, TEN, LAGOS), null))
        .refused(Refusal.Kind.INVALID, "endsAt");
    Given.coalition()
        .when(BOLA, plans(null, new Action.When(null, NOON, LAGOS), null))
        .refused(Refusal.Kind.INVALID, "endsAt");
    Given.coalition().when(BOLA, plans(null, new Action.When(TEN, null, LAGOS), null)).last();
    Given.coalition().when(BOLA, plans(null, new Action.When(null, null, LAGOS), null)).last();
  }

  @Test
  void anOrganisationGivesItsOwnWord() {
    withCivil()
        .when(AMINA, new Commit(Given.THING, null, Commitment.Answer.WILL, "two speakers"))
        .then(
            new ActionEvent.Committed(
                Given.THING, "rights", Commitment.Answer.WILL, "two speakers", AMINA));
    withCivil()
        .when(AMINA, new Commit(Given.THING, "press", Commitment.Answer.WILL, ""))
        .refused(Refusal.Kind.FORBIDDEN, "organisation");
  }

  @Test
  void theLastWordOfAnOrganisationCounts() {
    Given given =
        withCivil()
            .does(AMINA, new Commit(Given.THING, null, Commitment.Answer.MAY, ""))
            .does(AMINA, new Commit(Given.THING, "rights", Commitment.Answer.WILL_NOT, ""));

    var action = given.state().actions().find(Given.THING).orElseThrow();
    assertThat(action.commitments()).hasSize(1);
    assertThat(action.commitments().get("rights").answer()).isEqualTo(Commitment.Answer.WILL_NOT);
    assertThat(action.version()).as("a word is no edit").isEqualTo(1);
  }

  @Test
  void observersAndOutsidersGiveNone() {
    withCivil()
        .when(CLAIRE, new Commit(Given.THING, null, Commitment.Answer.WILL, ""))
        .refused(Refusal.Kind.FORBIDDEN);
    withCivil()
        .when(CHIKA, new Commit(Given.THING, null, Commitment.Answer.WILL, ""))
        .refused(Refusal.Kind.ABSENT);
    withCivil().when(VERA, changes(null, null, null)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void nobodyTakesPartInWhatWasCalledOff() {
    withCivil()
        .does(BOLA, changes(1, Action.State.CALLED_OFF, null))
        .when(AMINA, new Commit(Given.THING, null, Commitment.Answer.WILL, ""))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void anEditOfAnOlderVersionChangesNothing() {
    Given edited = withCivil().does(BOLA, changes(1, Action.State.UNDER_WAY, null));

    var no = edited.when(AMINA, changes(1, null, AMINA)).refused(Refusal.Kind.CONFLICT);
    assertThat(Objects.requireNonNull(no.current())).containsEntry("state", "UNDER_WAY");
    edited.when(AMINA, changes(2, null, AMINA)).last();
  }
}
