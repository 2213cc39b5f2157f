package org.caucus.coalition.access.membership;

import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.NameRule;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides who is invited, and who enters: nobody uninvited. Pure. */
public final class InvitationDecider {
  /** Most active seats of a workspace. */
  public static final int MAX_SEATS = 5_000;

  /** Most active seats of one person in a workspace. */
  public static final int MAX_SEATS_OF_ONE = 10;

  /** Most open invitations of a workspace. */
  public static final int MAX_INVITATIONS = 1_000;

  private InvitationDecider() {}

  static List<Event> invite(Members members, MemberCommand.Invite c, CommandContext act) {
    new Access(members).mustConvene(act.by());
    Organisation organisation = members.organisations().get(c.organisation());
    if (organisation == null) {
      throw Refusal.invalid("organisation", Message.of("add-this-organisation-first-no-such"));
    }
    SeatDecider.mustFit(c.role(), organisation.side());
    mustBeOfTheSame(members, c.succeeds(), organisation);
    List<Invitation> open =
        members.invitations().values().stream()
            .filter(i -> act.at().isBefore(i.expires()))
            .toList();
    if (open.stream().anyMatch(i -> i.address().equalsIgnoreCase(c.address()))) {
      throw Refusal.conflict(Message.of("this-address-has-an-open-invitation"));
    }
    if (open.size() >= MAX_INVITATIONS) {
      throw Refusal.conflict(
          Message.of("there-are-open-invitations-revoke-some", "limit", MAX_INVITATIONS));
    }
    return List.of(
        new MemberEvent.Invited(
            act.thing(),
            c.address(),
            c.name(),
            c.organisation(),
            c.role(),
            act.by(),
            c.succeeds(),
            c.terms(),
            c.sending().equals(Invitation.Sending.ONCE) ? null : c.sending(),
            null));
  }

  /** The link of before ends, so that there is one that opens the seat. */
  static List<Event> renew(Members members, MemberCommand.RenewInvitation c, CommandContext act) {
    new Access(members).mustConvene(act.by());
    Invitation old = open(members, c.id(), act);
    mustBeOfTheSame(
        members,
        old.succeeds(),
        Objects.requireNonNull(members.organisations().get(old.organisation())));
    return List.of(
        new MemberEvent.InvitationRevoked(old.id()),
        new MemberEvent.Invited(
            act.thing(),
            old.address(),
            old.name(),
            old.organisation(),
            old.role(),
            act.by(),
            old.succeeds(),
            old.terms(),
            new Invitation.Sending(!c.byLink(), c.byLink()),
            old.id()));
  }

  private static Invitation open(Members members, String id, CommandContext act) {
    return members.invitation(id, act.at()).orElseThrow(Refusal::absent);
  }

  static List<Event> remind(Members members, MemberCommand.RemindInvitation c, CommandContext act) {
    if (act.seat() != null) {
      new Access(members).mustConvene(act.by());
    }
    Invitation one = open(members, c.id(), act);
    if (one.sending().byLink()) {
      throw Refusal.conflict(Message.of("an-invitation-by-link-has-no-email"));
    }
    if (one.course().reminders() >= Invitation.MAX_REMINDERS) {
      throw Refusal.conflict(
          Message.of("an-invitation-has-at-most-reminders", "limit", Invitation.MAX_REMINDERS));
    }
    if (act.at().isBefore(one.mayRemind())) {
      throw Refusal.conflict(Message.of("wait-a-day-between-emails"));
    }
    return List.of(new MemberEvent.InvitationReminded(one.id(), act.seat()));
  }

  static List<Event> setReminders(
      Members members, MemberCommand.SetReminders c, CommandContext act) {
    if (act.seat() != null) {
      new Access(members).mustConvene(act.by());
    }
    Invitation one =
        act.seat() == null ? members.invitations().get(c.id()) : open(members, c.id(), act);
    if (one == null) {
      throw Refusal.absent();
    }
    if (c.on() && one.sending().byLink()) {
      throw Refusal.conflict(Message.of("an-invitation-by-link-has-no-email"));
    }
    return one.sending().remind() == c.on()
        ? List.of()
        : List.of(new MemberEvent.RemindersSet(one.id(), c.on(), act.seat()));
  }

  static List<Event> noteOpening(Members members, MemberCommand.NoteOpening c, CommandContext act) {
    return open(members, c.id(), act).course().opened() == null
        ? List.of(new MemberEvent.InvitationOpened(c.id()))
        : List.of();
  }

  /** History belongs to the organisation, so a successor comes from no other. */
  private static void mustBeOfTheSame(
      Members members, @Nullable SeatId predecessor, Organisation organisation) {
    Seat seat = predecessor == null ? null : members.seats().get(predecessor);
    if (predecessor != null
        && (seat == null
            || seat.successor() != null
            || !seat.organisation().equals(organisation.slug()))) {
      throw Refusal.invalid("succeeds", Message.of("choose-a-seat-of-this-organisation"));
    }
  }

  static List<Event> revoke(Members members, MemberCommand.RevokeInvitation c, CommandContext act) {
    new Access(members).mustConvene(act.by());
    // one that has run out is on no page: anyone who has its id learns nothing from it
    if (members.invitation(c.id(), act.at()).isEmpty()) {
      throw Refusal.absent();
    }
    return List.of(new MemberEvent.InvitationRevoked(c.id()));
  }

  /**
   * Several civil-society organisations may share a person. Nobody sits on both sides, nor for two
   * companies: what is kept from the other party would be in one head, one mailbox, one browser.
   */
  private static void mustFitBeside(Members members, List<Seat> own, Invitation invitation) {
    Organisation party =
        Objects.requireNonNull(members.organisations().get(invitation.organisation()));
    for (Seat seat : own) {
      if (seat.organisation().equals(party.slug())) {
        throw Refusal.conflict(Message.of("you-have-a-seat-for-this"));
      }
      if (party.side() == Side.COMPANY || members.organisationOf(seat).side() == Side.COMPANY) {
        throw Refusal.conflict(Message.of("you-have-a-seat-here-for"));
      }
    }
    if (own.size() >= MAX_SEATS_OF_ONE) {
      throw Refusal.conflict(Message.of("one-person-has-at-most-seats", "limit", MAX_SEATS_OF_ONE));
    }
  }

  static List<Event> accept(Members members, MemberCommand.AcceptInvitation c, CommandContext act) {
    Invitation invitation = members.invitation(c.id(), act.at()).orElseThrow(Refusal::absent);
    if (members.active().size() >= MAX_SEATS) {
      throw Refusal.conflict(Message.of("this-workspace-has-all-the-seats"));
    }
    mustFitBeside(members, members.seatsOf(c.person()), invitation);
    return List.of(
        new MemberEvent.SeatTaken(
            new SeatId(act.thing()),
            c.person(),
            NameRule.readable(
                c.name()), // two people may have one name: who joins cannot choose another
            invitation.organisation(),
            invitation.role(),
            invitation.id(),
            null));
  }
}
