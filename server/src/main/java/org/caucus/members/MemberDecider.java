package org.caucus.members;

import java.util.List;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;

/** Decides who comes in, and who leaves. Pure. */
public final class MemberDecider {
  /** Most organisations of a workspace. */
  public static final int MAX_ORGANISATIONS = 500;

  /** Most active seats of a workspace. */
  public static final int MAX_SEATS = 5_000;

  /** Most open invitations of a workspace. */
  public static final int MAX_INVITATIONS = 1_000;

  private MemberDecider() {}

  /** The events a command leads to, or {@link Refused}. */
  public static List<Event> decide(Members members, MemberCommand command, Act act) {
    return switch (command) {
      case MemberCommand.OpenWorkspace c -> open(members, c, act);
      case MemberCommand.AddOrganisation c -> add(members, c, act);
      case MemberCommand.Invite c -> invite(members, c, act);
      case MemberCommand.RevokeInvitation c -> revoke(members, c, act);
      case MemberCommand.AcceptInvitation c -> accept(members, c, act);
      case MemberCommand.EndSeat c -> end(members, c, act);
    };
  }

  private static List<Event> open(Members members, MemberCommand.OpenWorkspace c, Act act) {
    if (members.opened()) {
      throw Refused.conflict("This workspace is open already.");
    }
    return List.of(
        new MemberEvent.WorkspaceOpened(c.slug(), c.name()),
        new MemberEvent.OrganisationAdded(
            c.organisation(), c.organisationName(), Side.CIVIL_SOCIETY, MemberEvent.History.ALL),
        new MemberEvent.SeatTaken(
            new SeatId(act.thing()),
            c.person(),
            c.convenor(),
            c.organisation(),
            Role.CONVENOR,
            null,
            null));
  }

  private static List<Event> add(Members members, MemberCommand.AddOrganisation c, Act act) {
    new Access(members).mustConvene(act.by());
    if (members.organisations().containsKey(c.slug())) {
      throw Refused.conflict(
          "An organisation with this short name is here already. Choose another.");
    }
    if (members.organisations().size() >= MAX_ORGANISATIONS) {
      throw Refused.conflict("A workspace has at most " + MAX_ORGANISATIONS + " organisations.");
    }
    return List.of(new MemberEvent.OrganisationAdded(c.slug(), c.name(), c.side(), c.history()));
  }

  private static List<Event> invite(Members members, MemberCommand.Invite c, Act act) {
    new Access(members).mustConvene(act.by());
    Organisation organisation = members.organisations().get(c.organisation());
    if (organisation == null) {
      throw Refused.invalid(
          "organisation", "Add this organisation first; no such organisation is here.");
    }
    mustFit(c.role(), organisation.side());
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
            act.thing(), c.address(), c.name(), c.organisation(), c.role(), act.by()));
  }

  private static void mustFit(Role role, Side side) {
    boolean fits = role == Role.OBSERVER || (role == Role.LIAISON) == (side == Side.COMPANY);
    if (!fits) {
      throw Refused.invalid(
          "role",
          side == Side.COMPANY
              ? "A company's seats are LIAISON or OBSERVER."
              : "A civil-society organisation's seats are CONVENOR, MEMBER or OBSERVER.");
    }
  }

  private static List<Event> revoke(Members members, MemberCommand.RevokeInvitation c, Act act) {
    new Access(members).mustConvene(act.by());
    if (!members.invitations().containsKey(c.id())) {
      throw Refused.absent();
    }
    return List.of(new MemberEvent.InvitationRevoked(c.id()));
  }

  private static List<Event> accept(Members members, MemberCommand.AcceptInvitation c, Act act) {
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

  private static List<Event> end(Members members, MemberCommand.EndSeat c, Act act) {
    Access access = new Access(members);
    access.mustBeActive(c.seat());
    if (!c.seat().equals(act.by())) {
      access.mustConvene(act.by());
    }
    boolean lastConvenor =
        members.active().stream()
            .noneMatch(s -> s.role() == Role.CONVENOR && !s.id().equals(c.seat()));
    if (lastConvenor) {
      throw Refused.conflict("The last convenor cannot leave. Invite another convenor first.");
    }
    return List.of(new MemberEvent.SeatEnded(c.seat()));
  }
}
