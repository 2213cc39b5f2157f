package org.caucus.coalition.access.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;

import java.util.List;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand.ChangeRole;
import org.caucus.coalition.access.MemberCommand.ConfirmRecovery;
import org.caucus.coalition.access.MemberCommand.EndSeat;
import org.caucus.coalition.access.MemberCommand.Invite;
import org.caucus.coalition.access.MemberCommand.NoteExport;
import org.caucus.coalition.access.MemberCommand.RuleSignIn;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.handover.HandoverCommand;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Roles, and what goes when a seat ends. */
class SeatDeciderTest {
  private static final SeatId INGRID = new SeatId("ingrid");

  private static final MemberEvent.Invited FEMI =
      new MemberEvent.Invited("inv1", "femi@press.example", "Femi", "press", Role.MEMBER, INGRID);

  private static final MemberEvent.Invited SADE =
      new MemberEvent.Invited("inv2", "sade@press.example", "Sade", "press", Role.MEMBER, AMINA);

  private static Given twoConvenors() {
    return Given.coalition().and(Parties.seat(INGRID, "watch", Role.CONVENOR, null));
  }

  @Test
  void aConvenorMakesAMemberAConvenor() {
    Given.coalition()
        .when(AMINA, new ChangeRole(BOLA, Role.CONVENOR))
        .then(new MemberEvent.RoleChanged(BOLA, Role.CONVENOR));
    Given.coalition()
        .does(AMINA, new ChangeRole(BOLA, Role.CONVENOR))
        .when(BOLA, new Invite("x@watch.example", null, "watch", Role.MEMBER))
        .last();
  }

  @Test
  void nobodyElseChangesARole() {
    for (SeatId other : new SeatId[] {BOLA, CLAIRE, CHIKA}) {
      Given.coalition()
          .when(other, new ChangeRole(other, Role.CONVENOR))
          .refused(Refusal.Kind.FORBIDDEN);
    }
    Given.coalition()
        .when(EMEKA, new ChangeRole(EMEKA, Role.CONVENOR))
        .refused(Refusal.Kind.ABSENT);
    Given.coalition()
        .when(AMINA, new ChangeRole(EMEKA, Role.OBSERVER))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aRoleFitsTheSide() {
    for (Role role : new Role[] {Role.CONVENOR, Role.MEMBER}) {
      Given.coalition()
          .when(AMINA, new ChangeRole(CHIKA, role))
          .refused(Refusal.Kind.INVALID, "role");
    }
    Given.coalition()
        .when(AMINA, new ChangeRole(BOLA, Role.LIAISON))
        .refused(Refusal.Kind.INVALID, "role");
    Given.coalition()
        .when(AMINA, new ChangeRole(CHIKA, Role.OBSERVER))
        .then(new MemberEvent.RoleChanged(CHIKA, Role.OBSERVER));
    Given.coalition().when(AMINA, new ChangeRole(BOLA, Role.MEMBER)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void theLastConvenorStaysOne() {
    Given.coalition()
        .when(AMINA, new ChangeRole(AMINA, Role.MEMBER))
        .refused(Refusal.Kind.CONFLICT);
    twoConvenors()
        .when(AMINA, new ChangeRole(AMINA, Role.MEMBER))
        .then(new MemberEvent.RoleChanged(AMINA, Role.MEMBER));
  }

  @Test
  void whatASeatOfferedGoesWithItsEndAndNoOthers() {
    twoConvenors()
        .and(FEMI, SADE)
        .when(AMINA, new EndSeat(INGRID))
        .then(new MemberEvent.SeatEnded(INGRID), new MemberEvent.InvitationRevoked("inv1"));
  }

  @Test
  void whoConvenesNoMoreHasNoInvitationsOut() {
    twoConvenors()
        .and(FEMI, SADE)
        .when(AMINA, new ChangeRole(INGRID, Role.OBSERVER))
        .then(
            new MemberEvent.RoleChanged(INGRID, Role.OBSERVER),
            new MemberEvent.InvitationRevoked("inv1"));
  }

  /** There is nothing to take back, and who came since does not know that it ever was. */
  @Test
  void anInvitationThatHasRunOutIsNotTakenBack() {
    Given open = twoConvenors().and(FEMI).later(Invitation.LIFETIME.minusMinutes(2));
    Given late = twoConvenors().and(FEMI).later(Invitation.LIFETIME);

    open.when(INGRID, new EndSeat(INGRID))
        .then(new MemberEvent.SeatEnded(INGRID), new MemberEvent.InvitationRevoked("inv1"));
    late.when(INGRID, new EndSeat(INGRID)).then(new MemberEvent.SeatEnded(INGRID));
    late.when(AMINA, new ChangeRole(INGRID, Role.OBSERVER))
        .then(new MemberEvent.RoleChanged(INGRID, Role.OBSERVER));
    late.when(INGRID, new HandoverCommand.HandOver(INGRID, null, List.of()))
        .then(new MemberEvent.SeatEnded(INGRID));
  }

  @Test
  void aSuccessorIsInvitedOnlyToTheSameOrganisation() {
    Given.coalition()
        .when(AMINA, new Invite("x@press.example", null, "press", Role.MEMBER, CHIKA))
        .refused(Refusal.Kind.INVALID, "succeeds");
    Given.coalition()
        .when(AMINA, new Invite("x@press.example", null, "press", Role.MEMBER, new SeatId("no")))
        .refused(Refusal.Kind.INVALID, "succeeds");
    Given.coalition()
        .when(AMINA, new Invite("x@chirp.example", null, "chirp", Role.LIAISON, CHIKA))
        .then(
            new MemberEvent.Invited(
                Given.THING, "x@chirp.example", null, "chirp", Role.LIAISON, AMINA, CHIKA));
  }

  @Test
  void aConvenorVouchesForAnotherAndNobodyForThemself() {
    Given.coalition()
        .when(AMINA, new ConfirmRecovery(CHIKA, null))
        .then(new MemberEvent.RecoveryConfirmed(CHIKA, AMINA));
    Given.coalition().when(AMINA, new ConfirmRecovery(AMINA, null)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition().when(BOLA, new ConfirmRecovery(CHIKA, null)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition().when(AMINA, new ConfirmRecovery(EMEKA, null)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aConvenorAloneChoosesWhoComesIn() {
    Given.coalition()
        .when(AMINA, new RuleSignIn(true))
        .then(new MemberEvent.SignInRuled(true, AMINA));
    Given.coalition().when(AMINA, new RuleSignIn(false)).refused(Refusal.Kind.CONFLICT);
    Given.coalition()
        .does(AMINA, new RuleSignIn(true))
        .when(AMINA, new RuleSignIn(true))
        .refused(Refusal.Kind.CONFLICT);
    Given.coalition().when(BOLA, new RuleSignIn(true)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition().when(Parties.VERA, new RuleSignIn(true)).refused(Refusal.Kind.FORBIDDEN);
    Given.coalition().when(EMEKA, new RuleSignIn(true)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void whatWasChosenStaysThroughAllThatHappensToMembers() {
    var state =
        Given.coalition()
            .does(AMINA, new RuleSignIn(true))
            .does(AMINA, new ChangeRole(CHIKA, Role.OBSERVER))
            .state();

    assertThat(state.members().passkeys()).isTrue();
  }

  @Test
  void anExportIsNotedForTheOwnOrganisationAndConvenors() {
    var state = Given.coalition().does(CHIKA, new NoteExport(MemberEvent.Export.RECORD)).state();
    var commit = state.history().getLast();

    assertThat(state.visible(commit, CHIKA)).isNotEmpty();
    assertThat(state.visible(commit, AMINA)).isNotEmpty();
    assertThat(state.visible(commit, BOLA)).isEmpty();
    assertThat(state.visible(commit, Parties.VERA)).isEmpty();
    Given.coalition()
        .when(EMEKA, new NoteExport(MemberEvent.Export.RECORD))
        .refused(Refusal.Kind.ABSENT);
  }
}
