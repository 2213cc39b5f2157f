package org.caucus.coalition.access.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberCommand.AcceptInvitation;
import org.caucus.coalition.access.MemberCommand.AddOrganisation;
import org.caucus.coalition.access.MemberCommand.EndSeat;
import org.caucus.coalition.access.MemberCommand.Invite;
import org.caucus.coalition.access.MemberCommand.RevokeInvitation;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.MemberEvent.History;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.Event;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** Who comes in, and who leaves. */
class MemberDeciderTest {
  private static final MemberEvent.Invited FEMI_INVITED =
      new MemberEvent.Invited(
          "inv1", "femi@press.example", "Femi", "press", Role.MEMBER, Parties.AMINA);

  private static final AcceptInvitation FEMI_ACCEPTS =
      new AcceptInvitation("inv1", "person-femi", "Femi");

  @Test
  void aWorkspaceOpensWithItsFirstConvenor() {
    Given.nothing()
        .when(
            null,
            new MemberCommand.OpenWorkspace(
                "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina"))
        .then(
            new MemberEvent.WorkspaceOpened("cop", "Code of Practice"),
            Parties.organisation("rights", "Rights Now", Side.CIVIL_SOCIETY),
            new MemberEvent.SeatTaken(
                new SeatId(Given.THING),
                "person-amina",
                "Amina",
                "rights",
                Role.CONVENOR,
                null,
                null));
  }

  @Test
  void itOpensOnce() {
    Given.coalition()
        .when(null, new MemberCommand.OpenWorkspace("x", "X", "x", "X", "p", "P"))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void theUninvitedCannotEnter() {
    Given.coalition().when(null, FEMI_ACCEPTS).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void theInvitedTakesTheSeatThatWasOffered() {
    Given.coalition()
        .and(FEMI_INVITED)
        .when(null, FEMI_ACCEPTS)
        .then(
            new MemberEvent.SeatTaken(
                new SeatId(Given.THING),
                "person-femi",
                "Femi",
                "press",
                Role.MEMBER,
                "inv1",
                null));
  }

  @Test
  void anInvitationIsForOneSeat() {
    Given.coalition()
        .and(FEMI_INVITED)
        .does(null, FEMI_ACCEPTS)
        .when(null, new AcceptInvitation("inv1", "person-other", "Other"))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void anInvitationExpiresAfterFourteenDays() {
    Given invited = Given.coalition().and(FEMI_INVITED);

    invited.later(Duration.ofDays(14).minusMinutes(2)).when(null, FEMI_ACCEPTS).last();
    invited.later(Duration.ofDays(14)).when(null, FEMI_ACCEPTS).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aRevokedInvitationIsLikeNone() {
    Given.coalition()
        .and(FEMI_INVITED)
        .does(AMINA, new RevokeInvitation("inv1"))
        .when(null, FEMI_ACCEPTS)
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void oneThatHasRunOutIsOnNoPageAndCannotBeRevoked() {
    Given late = Given.coalition().and(FEMI_INVITED).later(Invitation.LIFETIME.plusSeconds(1));
    String never = late.when(AMINA, new RevokeInvitation("none")).answer();
    assertThat(late.when(AMINA, new RevokeInvitation("inv1")).answer()).isEqualTo(never);
  }

  private static MemberEvent.Invited bolaTo(String organisation, Role role) {
    return new MemberEvent.Invited("inv2", "bola@press.example", "Bola", organisation, role, AMINA);
  }

  @Test
  void nobodyHoldsTwoSeatsForOneOrganisation() {
    Given.coalition()
        .and(FEMI_INVITED)
        .when(null, new AcceptInvitation("inv1", "person-bola", "Bola"))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void onePersonMaySitForSeveralOrganisationsOfCivilSociety() {
    Given two =
        Given.coalition()
            .and(bolaTo("rights", Role.MEMBER))
            .does(null, new AcceptInvitation("inv2", "person-bola", "Bola"));

    assertThat(two.state().members().seatsOf("person-bola"))
        .extracting(Seat::organisation)
        .containsExactly("press", "rights");
    assertThat(two.state().members().seatsOf("person-bola"))
        .extracting(two.state().members()::pathOf)
        .containsExactly("cop~press", "cop~rights");
  }

  @Test
  void nobodySitsForACompanyAndForAnybodyElse() {
    Given.coalition()
        .and(bolaTo("chirp", Role.LIAISON))
        .when(null, new AcceptInvitation("inv2", "person-bola", "Bola"))
        .refused(Refusal.Kind.CONFLICT);
    String liaison = "person-chika";
    for (String other : List.of("press", "other")) {
      Given.coalition()
          .and(
              Parties.organisation("other", "Other", Side.COMPANY),
              bolaTo(other, other.equals("press") ? Role.MEMBER : Role.LIAISON))
          .when(null, new AcceptInvitation("inv2", liaison, "Chika"))
          .refused(Refusal.Kind.CONFLICT);
    }
  }

  @Test
  void whoLeftOneSideMaySitOnTheOther() {
    Given.coalition()
        .and(new MemberEvent.SeatEnded(Parties.BOLA), bolaTo("chirp", Role.LIAISON))
        .when(null, new AcceptInvitation("inv2", "person-bola", "Bola"))
        .last();
  }

  @Test
  void twoSeatsOfOnePersonAreOneConvenor() {
    Given two =
        Given.nothing()
            .and(
                new MemberEvent.WorkspaceOpened("cop", "Code"),
                Parties.organisation("rights", "Rights", Side.CIVIL_SOCIETY),
                Parties.organisation("press", "Press", Side.CIVIL_SOCIETY),
                taken("one", "person-amina", "rights"),
                taken("two", "person-amina", "press"));
    assertThat(two.state().members().shared()).isFalse();
    assertThat(two.and(taken("three", "person-bola", "press")).state().members().shared()).isTrue();
  }

  private static MemberEvent.SeatTaken taken(String seat, String person, String organisation) {
    return new MemberEvent.SeatTaken(
        new SeatId(seat), person, "Name", organisation, Role.CONVENOR, null, null);
  }

  @Test
  void oneAddressHasOneOpenInvitation() {
    Given invited = Given.coalition().and(FEMI_INVITED);
    Invite again = new Invite("Femi@press.example", null, "press", Role.OBSERVER);

    invited.when(AMINA, again).refused(Refusal.Kind.CONFLICT);
    invited.later(Duration.ofDays(15)).when(AMINA, again).last();
  }

  @Test
  void onlyConvenorsInviteAddAndRevoke() {
    Given invited = Given.coalition().and(FEMI_INVITED);
    for (SeatId other : new SeatId[] {BOLA, CLAIRE, CHIKA}) {
      invited
          .when(other, new Invite("x@press.example", null, "press", Role.MEMBER))
          .refused(Refusal.Kind.FORBIDDEN);
      invited
          .when(other, new AddOrganisation("new", "New", Side.COMPANY, History.ALL))
          .refused(Refusal.Kind.FORBIDDEN);
      invited.when(other, new RevokeInvitation("inv1")).refused(Refusal.Kind.FORBIDDEN);
    }
    invited
        .when(EMEKA, new Invite("x@press.example", null, "press", Role.MEMBER))
        .refused(Refusal.Kind.ABSENT);
    invited
        .when(null, new Invite("x@press.example", null, "press", Role.MEMBER))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void invitationsThatRanOutDoNotCountAgainstTheLimit() {
    Given full =
        Given.coalition()
            .and(
                IntStream.range(0, InvitationDecider.MAX_INVITATIONS)
                    .mapToObj(
                        i ->
                            (Event)
                                new MemberEvent.Invited(
                                    "i" + i, i + "@x.example", null, "press", Role.MEMBER, AMINA))
                    .toArray(Event[]::new));
    Invite one = new Invite("x@press.example", null, "press", Role.MEMBER);

    full.when(AMINA, one).refused(Refusal.Kind.CONFLICT);
    full.later(Invitation.LIFETIME)
        .when(AMINA, one)
        .then(
            new MemberEvent.Invited(
                Given.THING, "x@press.example", null, "press", Role.MEMBER, AMINA));
  }

  @Test
  void companiesSendLiaisonsAndNeverConvene() {
    Given given = Given.coalition();
    for (Role role : new Role[] {Role.CONVENOR, Role.MEMBER}) {
      given
          .when(AMINA, new Invite("x@chirp.example", null, "chirp", role))
          .refused(Refusal.Kind.INVALID, "role");
    }
    given
        .when(AMINA, new Invite("x@press.example", null, "press", Role.LIAISON))
        .refused(Refusal.Kind.INVALID, "role");
    given
        .when(AMINA, new Invite("x@nowhere.example", null, "nowhere", Role.MEMBER))
        .refused(Refusal.Kind.INVALID, "organisation");
  }

  @Test
  void theLastConvenorCannotLeave() {
    Given given = Given.coalition();
    SeatId second = new SeatId("second");

    given.when(AMINA, new EndSeat(AMINA)).refused(Refusal.Kind.CONFLICT);
    given
        .and(Parties.seat(second, "watch", Role.CONVENOR, null))
        .when(AMINA, new EndSeat(AMINA))
        .then(new MemberEvent.SeatEnded(AMINA));
  }

  @Test
  void everyoneMayLeaveAndConvenorsEndAnySeat() {
    Given given = Given.coalition();

    given.when(CHIKA, new EndSeat(CHIKA)).then(new MemberEvent.SeatEnded(CHIKA));
    given.when(AMINA, new EndSeat(CHIKA)).then(new MemberEvent.SeatEnded(CHIKA));
    given.when(BOLA, new EndSeat(CHIKA)).refused(Refusal.Kind.FORBIDDEN);
    given.when(AMINA, new EndSeat(EMEKA)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aSuccessorReadsWhatItsPredecessorWasNamedFor() {
    SeatId successor = new SeatId("ngozi");
    var state =
        Given.coalition().and(Parties.seat(successor, "rights", Role.MEMBER, EMEKA)).state();
    Scope memo = Scope.place(Audience.named(java.util.List.of(EMEKA, AMINA)));

    assertThat(state.access().canRead(successor, memo)).isTrue();
    assertThat(state.access().canRead(EMEKA, memo)).isFalse();
    assertThat(state.access().canRead(BOLA, memo)).isFalse();
  }

  private static final MemberEvent.Invited FEMI_REMINDED =
      new MemberEvent.Invited(
          "inv1",
          "femi@press.example",
          "Femi",
          "press",
          Role.MEMBER,
          AMINA,
          null,
          null,
          new Invitation.Sending(true, false),
          null);

  private static Invitation femi(Given given) {
    return given.state().members().invitations().get("inv1");
  }

  @Test
  void anInvitationIsRenewedWithItsTermsAndTheOldOneEnds() {
    Given invited = Given.coalition().and(FEMI_REMINDED);

    invited
        .when(AMINA, new MemberCommand.RenewInvitation("inv1", true))
        .then(
            new MemberEvent.InvitationRevoked("inv1"),
            new MemberEvent.Invited(
                Given.THING,
                "femi@press.example",
                "Femi",
                "press",
                Role.MEMBER,
                AMINA,
                null,
                null,
                new Invitation.Sending(false, true),
                "inv1"));
    invited
        .does(AMINA, new MemberCommand.RenewInvitation("inv1", false))
        .when(null, FEMI_ACCEPTS)
        .refused(Refusal.Kind.ABSENT);
    invited
        .when(BOLA, new MemberCommand.RenewInvitation("inv1", false))
        .refused(Refusal.Kind.FORBIDDEN);
    invited
        .later(Invitation.LIFETIME)
        .when(AMINA, new MemberCommand.RenewInvitation("inv1", false))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aReminderWaitsADayAndThereAreFewOfThem() {
    MemberCommand.RemindInvitation remind = new MemberCommand.RemindInvitation("inv1");
    Given given = Given.coalition().and(FEMI_REMINDED);
    given.when(AMINA, remind).refused(Refusal.Kind.CONFLICT);
    given.later(Duration.ofDays(1)).when(BOLA, remind).refused(Refusal.Kind.FORBIDDEN);
    for (int i = 0; i < Invitation.MAX_REMINDERS; i++) {
      given = given.later(Duration.ofDays(1));
      given.when(AMINA, remind).then(new MemberEvent.InvitationReminded("inv1", AMINA));
      given = given.does(AMINA, remind);
    }
    given.later(Duration.ofDays(1)).when(AMINA, remind).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void remindersAreDueAfterThreeDaysAndTwoDaysBeforeTheEnd() {
    Given given = Given.coalition().and(FEMI_REMINDED);
    Invitation sent = femi(given);
    assertThat(sent.nextReminder()).contains(sent.at().plus(Duration.ofDays(3)));
    given = given.later(Duration.ofDays(3)).does(null, new MemberCommand.RemindInvitation("inv1"));
    assertThat(femi(given).nextReminder()).contains(sent.expires().minus(Duration.ofDays(2)));
    given = given.later(Duration.ofDays(9)).does(null, new MemberCommand.RemindInvitation("inv1"));
    assertThat(femi(given).nextReminder()).isEmpty();
    assertThat(femi(given).course().reminders()).isEqualTo(2);
  }

  @Test
  void remindersStopWhereTheyAreNotWantedOrCannotArrive() {
    MemberCommand.SetReminders off = new MemberCommand.SetReminders("inv1", false);
    Given given = Given.coalition().and(FEMI_REMINDED);
    given.when(null, off).then(new MemberEvent.RemindersSet("inv1", false, null));
    assertThat(femi(given.does(AMINA, off)).nextReminder()).isEmpty();
    given.does(AMINA, off).when(AMINA, off).then();
    given.when(BOLA, off).refused(Refusal.Kind.FORBIDDEN);
    // it had run out before anything ran
    given.later(Duration.ofDays(20)).when(null, off).last();

    MemberEvent.Invited link =
        new MemberEvent.Invited(
            "inv1",
            "femi@press.example",
            null,
            "press",
            Role.MEMBER,
            AMINA,
            null,
            null,
            new Invitation.Sending(false, true),
            null);
    Given passed = Given.coalition().and(link).later(Duration.ofDays(2));
    passed.when(AMINA, new MemberCommand.RemindInvitation("inv1")).refused(Refusal.Kind.CONFLICT);
    passed.when(AMINA, new MemberCommand.SetReminders("inv1", true)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void thatAnInvitationWasOpenedIsNotedOnce() {
    Given given = Given.coalition().and(FEMI_REMINDED);
    MemberCommand.NoteOpening open = new MemberCommand.NoteOpening("inv1");
    given.when(null, open).then(new MemberEvent.InvitationOpened("inv1"));
    given = given.does(null, open);
    assertThat(femi(given).course().opened()).isNotNull();
    given.when(null, open).then();
  }

  @Test
  void aNewcomerPutsTheWelcomeAwayOnce() {
    MemberCommand.FinishWelcome away = new MemberCommand.FinishWelcome();
    Given given = Given.coalition();
    Instant now = given.state().history().getLast().at();
    assertThat(given.state().members().isNew(BOLA, now)).isTrue();
    assertThat(given.state().members().isNew(BOLA, now.plus(Duration.ofDays(31)))).isFalse();
    SeatId first = given.state().members().all().getFirst().id();
    assertThat(given.state().members().isNew(first, now)).isFalse();
    given.when(BOLA, away).then(new MemberEvent.SeatWelcomed(BOLA));
    given = given.does(BOLA, away);
    assertThat(given.state().members().isNew(BOLA, now)).isFalse();
    given.when(BOLA, away).then();
    given.when(null, away).refused(Refusal.Kind.FORBIDDEN);
  }
}
