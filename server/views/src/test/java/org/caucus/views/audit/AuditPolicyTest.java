package org.caucus.views.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand.AddOrganisation;
import org.caucus.coalition.access.MemberCommand.ChangeRole;
import org.caucus.coalition.access.MemberCommand.ConfirmRecovery;
import org.caucus.coalition.access.MemberCommand.EndSeat;
import org.caucus.coalition.access.MemberCommand.Invite;
import org.caucus.coalition.access.MemberCommand.NoteExport;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.viewas.ViewAsCommand;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Who finds what in the audit view. */
class AuditPolicyTest {
  private static final Given STORY =
      Given.coalition()
          .does(AMINA, new ChangeRole(BOLA, Role.CONVENOR))
          .does(
              AMINA, new AddOrganisation("pulse", "=Pulse", Side.COMPANY, MemberEvent.History.ALL))
          .does(AMINA, new Invite("femi@press.example", null, "press", Role.MEMBER))
          .does(CHIKA, new NoteExport(MemberEvent.Export.RECORD))
          .does(BOLA, new ConfirmRecovery(CHIKA, null))
          .does(AMINA, new ViewAsCommand.Begin("chirp"))
          .does(AMINA, new EndSeat(VERA));

  private static String seenBy(SeatId reader) {
    return AuditPresenter.csv(STORY.state(), reader);
  }

  @Test
  void whatConcernsEverybodyEverybodyFinds() {
    for (SeatId reader : new SeatId[] {AMINA, BOLA, CHIKA}) {
      assertThat(seenBy(reader))
          .contains("\"seat.taken\"", "\"seat.role-changed\",\"Bola\",\"role=CONVENOR\"")
          .contains("\"seat.ended\",\"Vera\"")
          .doesNotContain("list.opened", "tracker.opened");
    }
  }

  @Test
  void invitationsAndProposalsAreConvenors() {
    assertThat(seenBy(BOLA)).contains("organisation.proposed", "femi@press.example");
    assertThat(seenBy(CHIKA)).doesNotContain("organisation.proposed", "Pulse", "femi");
  }

  /**
   * A convenor whose organisation came later finds the open invitations among those they decide on,
   * and is told when one is taken back; of one that had run out before they came they learn nothing
   * (0400).
   */
  @Test
  void aLaterConvenorIsToldOfOpenInvitationsAndOfNoneThatHadRunOut() {
    Event invited =
        new MemberEvent.Invited("i1", "femi@press.example", null, "press", Role.MEMBER, AMINA);
    Event hidden =
        new ListEvent.ThreadStarted(
            "t1", "coalition", "Call", Audience.named(List.of(AMINA)), AMINA);

    assertThat(seenByALaterConvenor(invited, Duration.ofDays(1)))
        .contains("\"invitation.revoked\",\"femi@press.example\"")
        .doesNotContain("invitation.sent");
    assertThat(seenByALaterConvenor(invited, Invitation.LIFETIME))
        .isEqualTo(seenByALaterConvenor(hidden, Invitation.LIFETIME))
        .contains("\"seat.ended\",\"Amina\"");
  }

  private static String seenByALaterConvenor(Event before, Duration until) {
    SeatId late = new SeatId("late");
    Workspace end =
        Given.coalition()
            .and(before)
            .later(until)
            .and(
                Parties.newcomer("later", Side.CIVIL_SOCIETY),
                Parties.seat(late, "later", Role.CONVENOR, null))
            .commits(AMINA, new EndSeat(AMINA))
            .state();
    return AuditPresenter.csv(end, late) + View.activity(end, late) + end.positionFor(late);
  }

  @Test
  void aCopyIsKnownToTheOwnOrganisationAndTheConvenors() {
    assertThat(seenBy(CHIKA)).contains("\"record.exported\",\"Chika\",\"export=RECORD\"");
    assertThat(seenBy(AMINA)).contains("record.exported");
    assertThat(seenBy(CLAIRE)).doesNotContain("record.exported");
  }

  @Test
  void whoVouchedForWhomIsKnownToTheirOrganisationAndTheConvenors() {
    for (SeatId reader : new SeatId[] {CHIKA, AMINA, BOLA}) {
      assertThat(seenBy(reader)).contains("\"recovery.confirmed\",\"Chika\"");
    }
    assertThat(seenBy(CLAIRE)).doesNotContain("recovery.confirmed");
  }

  @Test
  void whoLookedAsACompanyIsKnownToCivilSocietyAndThatCompany() {
    for (SeatId reader : new SeatId[] {AMINA, CLAIRE, CHIKA}) {
      assertThat(seenBy(reader)).contains("\"look.begun\",\"Chirp\"");
    }
    var looked = Given.coalition().does(AMINA, new ViewAsCommand.Begin("chirp")).state();
    assertThat(AuditPresenter.csv(looked, VERA)).doesNotContain("look.begun");
  }

  @Test
  void whoIsGoneFindsNothing() {
    assertThat(seenBy(VERA).lines()).hasSize(1);
  }

  @Test
  void whatASpreadsheetWouldRunIsText() {
    assertThat(seenBy(AMINA)).contains("\"'=Pulse\"").doesNotContain("\"=Pulse");
  }

  /**
   * Anyone who comes by a widening is not told for whom it was before; those who were there are.
   */
  @Test
  void forWhomItWasBeforeIsKnownToThoseWhoReadItThen() {
    Audience before = Audience.named(List.of(AMINA, CHIKA));
    var widened =
        Given.coalition()
            .and(new ListEvent.ThreadStarted("t1", "coalition", "Call", before, AMINA))
            .and(
                new AudienceEvent.Widened(
                    Ref.to(Ref.Kind.THREAD, "t1"), before, Audience.everyone(), AMINA, null))
            .state();

    assertThat(AuditPresenter.csv(widened, CHIKA)).contains("from=NAMED(", "to=EVERYONE");
    assertThat(AuditPresenter.csv(widened, VERA)).contains("to=EVERYONE").doesNotContain("NAMED");
  }

  /**
   * The server opens it when it is time; whose decision that was stands in the view all the same.
   */
  @Test
  void whatOpensByItselfIsOfThePersonWhoSetItsHour() {
    Audience both = Audience.named(List.of(AMINA, CHIKA));
    Given planned =
        Given.coalition()
            .and(
                new ActionEvent.ActionPlanned(
                    "a1",
                    Action.Kind.STATEMENT,
                    "Statement",
                    "",
                    AMINA,
                    new Action.When(null, null, ZoneOffset.UTC),
                    "",
                    both,
                    AMINA));
    Instant noon = planned.at().plusSeconds(3600);
    Given waiting =
        planned.commits(
            AMINA,
            new ActionCommand.SetEmbargo(
                "a1", new ActionCommand.Opening(noon, Audience.everyone())));
    var opened =
        waiting.later(Duration.ofHours(2)).does(null, new AudienceCommand.Open("a1")).state();

    assertThat(AuditPresenter.csv(opened, CHIKA))
        .contains("\"Amina\",\"action.embargoed\",\"Statement\",\"to=EVERYONE\"")
        .contains("\"Amina\",\"audience.widened\",\"Statement\"");
    assertThat(AuditPresenter.csv(opened, VERA))
        .contains("\"Amina\",\"audience.widened\",\"Statement\",\"to=EVERYONE; embargo=true\"")
        .doesNotContain("embargoed");
  }

  @Test
  void anUpdateIsNamedWithItsTermsAndWhatWasSaidOffRecordLeavesInNoFile() {
    assertThat(AuditPresenter.csv(widened(Update.Attribution.OFF_RECORD), AMINA))
        .contains("to=EVERYONE", "(off record)")
        .doesNotContain("Unquotable");
    assertThat(AuditPresenter.csv(widened(Update.Attribution.BACKGROUND), AMINA))
        .contains("(background) Unquotable");
    assertThat(AuditPresenter.csv(widened(Update.Attribution.ON_RECORD), AMINA))
        .contains("Unquotable")
        .doesNotContain("on record");
  }

  private static Workspace widened(Update.Attribution attribution) {
    var said =
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Unquotable",
            "Between us.",
            attribution,
            Audience.withCompany("chirp"),
            null);
    return Given.coalition()
        .does(CHIKA, said)
        .and(
            new AudienceEvent.Widened(
                Ref.to(Ref.Kind.UPDATE, Given.THING),
                Audience.withCompany("chirp"),
                Audience.everyone(),
                CHIKA,
                null))
        .state();
  }
}
