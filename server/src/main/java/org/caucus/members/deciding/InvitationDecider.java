package org.caucus.members.deciding;

import java.util.List;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.members.Access;
import org.caucus.members.Invitation;
import org.caucus.members.MemberCommand;
import org.caucus.members.MemberEvent;
import org.caucus.members.Members;
import org.caucus.members.Organisation;
import org.caucus.members.Seat;
import org.jspecify.annotations.Nullable;

/** Decides who is invited, and who enters: nobody uninvited. Pure. */
public final class InvitationDecider {
  /** Most active seats of a workspace. */
  public static final int MAX_SEATS = 5_000;

  /** Most open invitations of a workspace. */
  public static final int MAX_INVITATIONS = 1_000;

  private InvitationDecider() {}

  static List<Event> invite(Members members, MemberCommand.Invite c, Act act) {
    new Access(members).mustConvene(act.by());
    Organisation organisation = members.organisations().get(c.organisation());
    if (organisation == null) {
      throw Refused.invalid(
          "organisation", "Add this organisation first; no such organisation is here.");
    }
    SeatDecider.mustFit(c.role(), organisation.side());
    mustBeOfTheSame(members, c.succeeds(), organisation);
    List<Invitation> open =
        members.invitations().values().stream()
            .filter(i -> act.at().isBefore(i.expires()))
            .toList();
    if (open.stream().anyMatch(i -> i.address().equalsIgnoreCase(c.address()))) {
      throw Refused.conflict(
          "This address has an open invitation. Revoke it first to send another.");
    }
    if (open.size() >= MAX_INVITATIONS) {
      throw Refused.conflict(
          "There are " + MAX_INVITATIONS + " open invitations; revoke some first.");
    }
    return List.of(
        new MemberEvent.Invited(
            act.thing(),
            c.address(),
            c.name(),
            c.organisation(),
            c.role(),
            act.by(),
            c.succeeds()));
  }

  /** History belongs to the organisation, so a successor comes from no other. */
  private static void mustBeOfTheSame(
      Members members, @Nullable SeatId predecessor, Organisation organisation) {
    Seat seat = predecessor == null ? null : members.seats().get(predecessor);
    if (predecessor != null
        && (seat == null
            || seat.successor() != null
            || !seat.organisation().equals(organisation.slug()))) {
      throw Refused.invalid(
          "succeeds", "Choose a seat of this organisation that was not handed over yet.");
    }
  }

  static List<Event> revoke(Members members, MemberCommand.RevokeInvitation c, Act act) {
    new Access(members).mustConvene(act.by());
    if (!members.invitations().containsKey(c.id())) {
      throw Refused.absent();
    }
    return List.of(new MemberEvent.InvitationRevoked(c.id()));
  }

  static List<Event> accept(Members members, MemberCommand.AcceptInvitation c, Act act) {
    Invitation invitation = members.invitation(c.id(), act.at()).orElseThrow(Refused::absent);
    if (members.active().size() >= MAX_SEATS) {
      throw Refused.conflict(
          "This workspace has all the seats it can have. Write to its convenor.");
    }
    if (members.seatOf(c.person()).isPresent()) {
      throw Refused.conflict(
          "You have a seat here already. Sign in with the address of that seat.");
    }
    return List.of(
        new MemberEvent.SeatTaken(
            new SeatId(act.thing()),
            c.person(),
            c.name(),
            invitation.organisation(),
            invitation.role(),
            invitation.id(),
            null));
  }
}
