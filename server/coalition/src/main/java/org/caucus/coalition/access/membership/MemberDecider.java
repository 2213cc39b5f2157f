package org.caucus.coalition.access.membership;

import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.NameRule;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides who comes in, and who leaves. Pure. */
public final class MemberDecider {
  private MemberDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Members members, MemberCommand command, CommandContext act) {
    return switch (command) {
      case MemberCommand.OpenWorkspace c -> open(members, c, act);
      case MemberCommand.AddOrganisation c -> OrganisationDecider.add(members, c, act);
      case MemberCommand.ConfirmOrganisation c -> OrganisationDecider.confirm(members, c, act);
      case MemberCommand.DeclineOrganisation c -> OrganisationDecider.decline(members, c, act);
      case MemberCommand.Invite c -> InvitationDecider.invite(members, c, act);
      case MemberCommand.RenewInvitation c -> InvitationDecider.renew(members, c, act);
      case MemberCommand.RemindInvitation c -> InvitationDecider.remind(members, c, act);
      case MemberCommand.SetReminders c -> InvitationDecider.setReminders(members, c, act);
      case MemberCommand.NoteOpening c -> InvitationDecider.noteOpening(members, c, act);
      case MemberCommand.RevokeInvitation c -> InvitationDecider.revoke(members, c, act);
      case MemberCommand.AcceptInvitation c -> InvitationDecider.accept(members, c, act);
      case MemberCommand.ChangeRole c -> SeatDecider.change(members, c, act);
      case MemberCommand.EndSeat c -> SeatDecider.end(members, c, act);
      case MemberCommand.FinishWelcome c -> SeatDecider.greet(members, act);
      case MemberCommand.NoteExport c -> SeatDecider.note(members, c, act);
      case MemberCommand.ConfirmRecovery c -> SeatDecider.confirm(members, c, act);
      case MemberCommand.AwaitRecovery c -> SeatDecider.await(members, c);
      case MemberCommand.CallOffRecovery c -> SeatDecider.callOff(members, c);
      case MemberCommand.RuleSignIn c -> SeatDecider.rule(members, c, act);
      case MemberCommand.DescribeSelf c -> ProfileDecider.decide(members, c, act);
      case MemberCommand.ShowSelf c -> ProfileDecider.decide(members, c, act);
      case MemberCommand.DescribeWorkspace c -> SettingsDecider.describe(members, c, act);
      case MemberCommand.SetDefaultAudience c -> SettingsDecider.setAudience(members, c, act);
      case MemberCommand.DescribeOrganisation c -> SettingsDecider.describe(members, c, act);
    };
  }

  private static List<Event> open(
      Members members, MemberCommand.OpenWorkspace c, CommandContext act) {
    if (members.opened()) {
      throw Refusal.conflict(Message.of("this-workspace-is-open-already"));
    }
    return List.of(
        new MemberEvent.WorkspaceOpened(c.slug(), NameRule.readable(c.name())),
        new MemberEvent.OrganisationAdded(
            c.organisation(),
            NameRule.readable(c.organisationName()),
            Side.CIVIL_SOCIETY,
            MemberEvent.History.ALL),
        new MemberEvent.SeatTaken(
            new SeatId(act.thing()),
            c.person(),
            NameRule.readable(c.convenor()),
            c.organisation(),
            Role.CONVENOR,
            null,
            null));
  }
}
