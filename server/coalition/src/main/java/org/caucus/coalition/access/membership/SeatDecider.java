package org.caucus.coalition.access.membership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Invitation;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Proposal;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides what a seat may do, and when it ends. Pure. */
public final class SeatDecider {
  private SeatDecider() {}

  /**
   * Whether a side has such seats.
   *
   * @throws Refusal naming {@code role}
   */
  public static void mustFit(Role role, Side side) {
    boolean fits = role == Role.OBSERVER || (role == Role.LIAISON) == (side == Side.COMPANY);
    if (!fits) {
      throw Refusal.invalid(
          "role",
          side == Side.COMPANY
              ? Message.of("at-a-company-people-are-liaison")
              : Message.of("at-an-organisation-of-civil-society"));
    }
  }

  static List<Event> change(Members members, MemberCommand.ChangeRole c, CommandContext act) {
    Access access = new Access(members);
    access.mustConvene(act.by());
    Seat seat = access.mustBeActive(c.seat());
    mustFit(c.role(), members.organisationOf(seat).side());
    if (seat.role() == c.role()) {
      throw Refusal.conflict(Message.of("this-seat-has-that-role-already"));
    }
    mustNotBeTheLastConvenor(members, seat, Message.of("the-last-convenor-cannot-step-back"));
    List<Event> events = new ArrayList<>();
    events.add(new MemberEvent.RoleChanged(seat.id(), c.role()));
    if (seat.role() == Role.CONVENOR) {
      events.addAll(takenBack(members, seat.id(), act.at()));
    }
    return events;
  }

  static List<Event> end(Members members, MemberCommand.EndSeat c, CommandContext act) {
    Access access = new Access(members);
    Seat seat = access.mustBeActive(c.seat());
    if (!seat.id().equals(act.by())) {
      access.mustConvene(act.by());
    }
    return ended(members, seat, act.at());
  }

  /** Whether somebody asks is not the workspace's to know; that a convenor vouches for them is. */
  static List<Event> confirm(Members members, MemberCommand.ConfirmRecovery c, CommandContext act) {
    Access access = new Access(members);
    Seat by = access.mustConvene(act.by());
    Seat lost = access.mustBeActive(c.seat());
    if (by.person().equals(lost.person())) {
      throw Refusal.forbidden(Message.of("nobody-confirms-themself-ask-another-convenor"));
    }
    if (!Objects.equals(c.waits(), lost.waits())) {
      throw Refusal.conflict(Message.of("nobody-asks-to-be-let-in"));
    }
    return List.of(new MemberEvent.RecoveryConfirmed(lost.id(), by.id()));
  }

  /** It is the server's to say, and only closes. */
  static List<Event> await(Members members, MemberCommand.AwaitRecovery c) {
    Seat seat = members.seats().get(c.seat());
    if (seat == null || !seat.active() || c.until().equals(seat.waits())) {
      throw Refusal.absent();
    }
    return List.of(new MemberEvent.RecoveryAwaited(c.seat(), c.until()));
  }

  static List<Event> callOff(Members members, MemberCommand.CallOffRecovery c) {
    Seat seat = members.seats().get(c.seat());
    if (seat == null || !c.until().equals(seat.waits())) {
      throw Refusal.absent();
    }
    return List.of(new MemberEvent.RecoveryCalledOff(c.seat()));
  }

  /** Whether the person who asks has a passkey is not the workspace's to know. */
  static List<Event> rule(Members members, MemberCommand.RuleSignIn c, CommandContext act) {
    Seat by = new Access(members).mustConvene(act.by());
    if (members.passkeys() == c.passkeys()) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
    return List.of(new MemberEvent.SignInRuled(c.passkeys(), by.id()));
  }

  static List<Event> note(Members members, MemberCommand.NoteExport c, CommandContext act) {
    Seat seat = new Access(members).mustBeActive(act.by());
    return List.of(new MemberEvent.RecordExported(seat.id(), c.what()));
  }

  /**
   * A seat ends, and with it what it had offered: an invitation is its sender's word.
   *
   * @throws Refusal if it is the last convenor's
   */
  public static List<Event> ended(Members members, Seat seat, Instant at) {
    mustNotBeTheLastConvenor(members, seat, Message.of("the-last-convenor-cannot-leave-invite"));
    List<Event> events = new ArrayList<>();
    events.add(new MemberEvent.SeatEnded(seat.id()));
    events.addAll(takenBack(members, seat.id(), at));
    return events;
  }

  static List<Event> greet(Members members, CommandContext act) {
    Seat seat = new Access(members).mustBeActive(act.by());
    return seat.welcomed() ? List.of() : List.of(new MemberEvent.SeatWelcomed(seat.id()));
  }

  private static void mustNotBeTheLastConvenor(Members members, Seat seat, Message why) {
    if (seat.role() == Role.CONVENOR && members.convenors().size() == 1) {
      throw Refusal.conflict(why);
    }
  }

  /**
   * What is open alone: the convenors are told what is taken back, and an invitation that had run
   * out before they came is to them like one that never was (decision 0400).
   */
  private static List<Event> takenBack(Members members, SeatId seat, Instant at) {
    List<Event> events = new ArrayList<>();
    members.invitations().values().stream()
        .filter(i -> i.by().equals(seat) && at.isBefore(i.expires()))
        .sorted(Comparator.comparing(Invitation::at).thenComparing(Invitation::id))
        .forEach(i -> events.add(new MemberEvent.InvitationRevoked(i.id())));
    members.proposals().values().stream()
        .filter(p -> p.by().equals(seat))
        .sorted(Comparator.comparing(Proposal::slug))
        .forEach(p -> events.add(new MemberEvent.ProposalDeclined(p.slug(), seat)));
    return events;
  }
}
