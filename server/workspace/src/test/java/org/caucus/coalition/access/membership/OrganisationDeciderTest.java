package org.caucus.coalition.access.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.MemberCommand.AddOrganisation;
import org.caucus.coalition.access.MemberCommand.ChangeRole;
import org.caucus.coalition.access.MemberCommand.ConfirmOrganisation;
import org.caucus.coalition.access.MemberCommand.DeclineOrganisation;
import org.caucus.coalition.access.MemberCommand.EndSeat;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberEvent.History;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.Event;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Which organisations join: a second convenor has a say as soon as there is one. */
class OrganisationDeciderTest {
  private static final SeatId INGRID = new SeatId("ingrid");

  private static final AddOrganisation PULSE =
      new AddOrganisation("pulse", "Pulse", Side.COMPANY, History.FROM_JOINING);

  private static final MemberEvent.OrganisationProposed PROPOSED =
      new MemberEvent.OrganisationProposed(
          "pulse", "Pulse", Side.COMPANY, History.FROM_JOINING, AMINA);

  private static Given twoConvenors() {
    return Given.coalition().and(Parties.seat(INGRID, "watch", Role.CONVENOR, null));
  }

  @Test
  void aNameThatMeansSomethingElseInAddressesIsNoOrganisations() {
    for (String word : List.of("help", "control", "leave")) {
      Given.coalition()
          .when(AMINA, new AddOrganisation(word, "Pulse", Side.COMPANY, History.FROM_JOINING))
          .refused(Refusal.Kind.INVALID, "slug");
    }
  }

  @Test
  void theOnlyConvenorThereEverWasAddsAlone() {
    Given.coalition()
        .when(AMINA, PULSE)
        .then(
            new MemberEvent.OrganisationAdded(
                "pulse", "Pulse", Side.COMPANY, History.FROM_JOINING, null));
  }

  @Test
  void whereThereAreTwoOneProposesAndTheOtherConfirms() {
    twoConvenors().when(AMINA, PULSE).then(PROPOSED);

    twoConvenors()
        .does(AMINA, PULSE)
        .when(INGRID, new ConfirmOrganisation("pulse"))
        .then(
            new MemberEvent.OrganisationAdded(
                "pulse", "Pulse", Side.COMPANY, History.FROM_JOINING, AMINA));
  }

  @Test
  void aConvenorMadeFromAMemberCountsToo() {
    Given.coalition()
        .does(AMINA, new ChangeRole(BOLA, Role.CONVENOR))
        .when(AMINA, PULSE)
        .then(PROPOSED);
  }

  @Test
  void nobodyConfirmsTheirOwn() {
    twoConvenors()
        .does(AMINA, PULSE)
        .when(AMINA, new ConfirmOrganisation("pulse"))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void twoSeatsOfOnePersonAreNotTwoConvenors() {
    Event second =
        new MemberEvent.SeatTaken(
            INGRID, "person-" + AMINA, "Amina", "watch", Role.CONVENOR, null, null);

    Given.coalition()
        .and(second)
        .when(AMINA, PULSE)
        .then(
            new MemberEvent.OrganisationAdded(
                "pulse", "Pulse", Side.COMPANY, History.FROM_JOINING, null));

    twoConvenors()
        .and(
            new MemberEvent.SeatTaken(
                new SeatId("again"),
                "person-" + AMINA,
                "Amina",
                "watch",
                Role.CONVENOR,
                null,
                null))
        .does(AMINA, PULSE)
        .when(new SeatId("again"), new ConfirmOrganisation("pulse"))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void whoSendsTheOtherConvenorAwayStillCannotAddAlone() {
    twoConvenors().does(AMINA, new EndSeat(INGRID)).when(AMINA, PULSE).then(PROPOSED);
    twoConvenors()
        .does(AMINA, new ChangeRole(INGRID, Role.OBSERVER))
        .when(AMINA, PULSE)
        .then(PROPOSED);
  }

  @Test
  void onlyConvenorsConfirmOrDecline() {
    Given proposed = twoConvenors().does(AMINA, PULSE);
    for (SeatId other : new SeatId[] {BOLA, CLAIRE, CHIKA, VERA}) {
      proposed.when(other, new ConfirmOrganisation("pulse")).refused(Refusal.Kind.FORBIDDEN);
      proposed.when(other, new DeclineOrganisation("pulse")).refused(Refusal.Kind.FORBIDDEN);
    }
    proposed.when(EMEKA, new ConfirmOrganisation("pulse")).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void whatIsDeclinedOrTakenBackMayBeProposedAgain() {
    for (SeatId convenor : new SeatId[] {AMINA, INGRID}) {
      twoConvenors()
          .does(AMINA, PULSE)
          .does(convenor, new DeclineOrganisation("pulse"))
          .when(AMINA, PULSE)
          .then(PROPOSED);
    }
    twoConvenors().when(INGRID, new ConfirmOrganisation("pulse")).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void oneProposalAtATimeHasAName() {
    Given proposed = twoConvenors().does(AMINA, PULSE);

    proposed.when(INGRID, PULSE).refused(Refusal.Kind.CONFLICT);
    proposed
        .does(INGRID, new ConfirmOrganisation("pulse"))
        .when(AMINA, PULSE)
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void aProposalGoesWithThePersonWhoMadeIt() {
    twoConvenors()
        .does(AMINA, PULSE)
        .when(AMINA, new EndSeat(AMINA))
        .then(new MemberEvent.SeatEnded(AMINA), new MemberEvent.ProposalDeclined("pulse", AMINA));
    assertThat(
            twoConvenors()
                .does(AMINA, PULSE)
                .does(AMINA, new EndSeat(AMINA))
                .state()
                .members()
                .proposals())
        .isEmpty();
  }

  @Test
  void aProposalIsConvenorsToKnowOf() {
    var state = twoConvenors().does(AMINA, PULSE).state();
    var commit = state.history().getLast();

    assertThat(state.visible(commit, AMINA)).isNotEmpty();
    assertThat(state.visible(commit, INGRID)).isNotEmpty();
    for (SeatId other : new SeatId[] {BOLA, CLAIRE, CHIKA, VERA}) {
      assertThat(state.visible(commit, other)).isEmpty();
    }
  }
}
