package org.caucus.coalition.access.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.handover.HandoverCommand.Passing;
import org.caucus.coalition.access.membership.MemberDecider;
import org.caucus.coalition.access.membership.SeatDecider;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides how somebody leaves. Pure. */
public final class HandoverDecider {
  /** Most things one hand-over passes on; a record of the log has a limit. */
  public static final int MAX_PASSED = 2_000;

  /** Most things a refusal names. */
  private static final int MAX_NAMED = 5;

  private static final Message OBSERVES = Message.of("an-observer-reads-along-and-cannot");

  private HandoverDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(
      HeldLetters.Held state, HandoverCommand command, CommandContext act) {
    return switch (command) {
      case HandoverCommand.HandOver c -> handOver(state, c, act);
    };
  }

  /**
   * A seat is ended at once: what it had to do stays where it is, but no letter waits for the word
   * of somebody who cannot give it any more. One of a company is its draft from then on.
   */
  public static List<Event> end(
      HeldLetters.Held state, MemberCommand.EndSeat c, CommandContext act) {
    List<Event> events = new ArrayList<>(MemberDecider.decide(state.members(), c, act));
    events.addAll(PendingHolds.of(state, c.seat(), act));
    return events;
  }

  private static List<Event> handOver(
      HeldLetters.Held state, HandoverCommand.HandOver c, CommandContext act) {
    Seat seat = seat(state, c, act);
    Members after = state.members();
    List<Event> events = new ArrayList<>();
    if (c.successor() != null) {
      var handed = new MemberEvent.SeatHandedOver(seat.id(), successor(state, seat, c.successor()));
      events.add(handed);
      // who takes over reads what was for the eyes of the one who leaves, and can be given it
      after = after.evolve(handed, act.at());
    }
    if (seat.active()) {
      mustLeaveADecider(state, seat, act.by());
      events.addAll(SeatDecider.ended(state.members(), seat, act.at()));
    }
    events.addAll(passed(state, new Access(after), c, act));
    if (seat.active() && c.successor() == null) {
      events.addAll(PendingHolds.of(state, seat.id(), act));
    }
    if (events.isEmpty()) {
      throw Refusal.invalid("duties", Message.of("say-what-is-taken-and-by"));
    }
    return events;
  }

  /**
   * A company's drafts are decided by its liaisons alone: the last of them settles them first. Who
   * cannot read drafts does not learn here that there are any.
   */
  private static void mustLeaveADecider(HeldLetters.Held state, Seat seat, SeatId by) {
    boolean last =
        seat.role() == Role.LIAISON
            && state.members().active().stream()
                .filter(s -> s.organisation().equals(seat.organisation()))
                .noneMatch(s -> s.role() == Role.LIAISON && !s.id().equals(seat.id()));
    List<String> drafts =
        state.updates().drafts().byId().values().stream()
            .filter(d -> last && d.isOpen() && d.company().equals(seat.organisation()))
            .filter(d -> state.access().canRead(by, d.scope()))
            .map(d -> d.said().title())
            .sorted()
            .toList();
    if (!drafts.isEmpty()) {
      throw Refusal.conflict(
          Message.of("nobody-could-publish-or-discard-what", "drafts", named(drafts)));
    }
  }

  /** One hands over one's own seat, a convenor any; what an ended seat left, any reader takes. */
  private static Seat seat(HeldLetters.Held state, HandoverCommand.HandOver c, CommandContext act) {
    Access access = state.access();
    Seat actor = access.mustBeActive(act.by());
    Seat seat = state.members().seats().get(c.seat());
    if (seat == null) {
      throw Refusal.absent();
    }
    if (!seat.active() && c.successor() == null) {
      access.mustPost(actor.id());
    } else if (!seat.id().equals(actor.id())) {
      access.mustConvene(actor.id());
    }
    return seat;
  }

  private static SeatId successor(HeldLetters.Held state, Seat seat, SeatId id) {
    Seat successor = state.members().seats().get(id);
    if (!state.members().heir(seat.id()).equals(seat.id())) {
      throw Refusal.conflict(Message.of("this-seat-was-handed-over-already"));
    }
    if (successor == null
        || !successor.active()
        || successor.id().equals(seat.id())
        || !successor.organisation().equals(seat.organisation())) {
      throw Refusal.invalid("successor", Message.of("choose-another-seat-of-the-same"));
    }
    if (successor.role() == Role.OBSERVER && seat.role() != Role.OBSERVER) {
      throw Refusal.invalid("successor", OBSERVES);
    }
    return successor.id();
  }

  private static List<Event> passed(
      HeldLetters.Held state, Access after, HandoverCommand.HandOver c, CommandContext act) {
    Map<Ref, Duty> seen = new LinkedHashMap<>();
    List<Duty> hidden = new ArrayList<>();
    for (Duty duty : Duties.of(state, c.seat())) {
      if (state.access().canRead(act.by(), duty.scope())) {
        seen.put(duty.thing(), duty);
      } else {
        hidden.add(duty);
      }
    }
    List<Event> events = new ArrayList<>();
    for (Passing passing : c.duties()) {
      Duty duty = Optional.ofNullable(seen.remove(passing.ref())).orElseThrow(Refusal::absent);
      events.add(passed(state, after, c.seat(), duty, passing.to()));
    }
    events.addAll(rest(state, after, c, List.copyOf(seen.values())));
    if (events.size() > MAX_PASSED) {
      throw Refusal.conflict(Message.of("more-than-things-would-be-passed", "limit", MAX_PASSED));
    }
    return withHidden(state, after, c, hidden, events);
  }

  /** What was not named goes to the successor; without one nothing may be left. */
  private static List<Event> rest(
      HeldLetters.Held state, Access after, HandoverCommand.HandOver c, List<Duty> rest) {
    List<Event> events = new ArrayList<>();
    List<String> stranded = new ArrayList<>();
    for (Duty duty : rest) {
      if (c.successor() != null && after.canRead(c.successor(), duty.scope())) {
        events.add(passed(state, after, c.seat(), duty, c.successor()));
      } else {
        stranded.add(duty.title());
      }
    }
    boolean leaves = Objects.requireNonNull(state.members().seats().get(c.seat())).active();
    if (leaves && !stranded.isEmpty()) {
      throw Refusal.conflict(stranded(stranded));
    }
    return events;
  }

  private static String named(List<String> titles) {
    List<String> named = titles.subList(0, Math.min(MAX_NAMED, titles.size()));
    int more = titles.size() - named.size();
    return String.join("; ", named) + (more > 0 ? "; +" + more : "");
  }

  private static Message stranded(List<String> titles) {
    return Message.of("nobody-would-look-after-give-each", "items", named(titles));
  }

  /**
   * What anyone who hands over cannot read goes to the successor in silence. Without one it stays,
   * and is listed to those who can read it: to ask for it here would tell that it exists.
   */
  private static List<Event> withHidden(
      HeldLetters.Held state,
      Access after,
      HandoverCommand.HandOver c,
      List<Duty> hidden,
      List<Event> events) {
    List<Event> all = new ArrayList<>(events);
    for (Duty duty : hidden) {
      if (c.successor() != null
          && all.size() < MAX_PASSED
          && after.canRead(c.successor(), duty.scope())) {
        all.add(passed(state, after, c.seat(), duty, c.successor()));
      }
    }
    return all;
  }

  private static Event passed(
      HeldLetters.Held state, Access after, SeatId from, Duty duty, @Nullable SeatId to) {
    if (to == null && !duty.releasable()) {
      throw Refusal.invalid("duties", Message.of("an-action-always-has-an-owner"));
    }
    if (to != null && to.equals(from)) {
      throw Refusal.invalid("duties", Message.of("choose-somebody-who-stays"));
    }
    if (to != null) {
      after.mustAllRead("duties", List.of(to), duty.scope());
      if (isObserver(state, to) && !isObserver(state, from)) {
        throw Refusal.invalid("duties", OBSERVES);
      }
    }
    return state.passedOn(duty, from, to);
  }

  /** Anyone who only reads along leaves undone what they are given. */
  private static boolean isObserver(HeldLetters.Held state, SeatId id) {
    Seat seat = state.members().seats().get(id);
    return seat != null && seat.role() == Role.OBSERVER;
  }
}
