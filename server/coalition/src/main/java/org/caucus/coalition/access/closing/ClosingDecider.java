package org.caucus.coalition.access.closing;

import java.util.List;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides which places take nothing new. Pure. */
public final class ClosingDecider {
  private ClosingDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Members.Held state, ClosingCommand command, CommandContext act) {
    return switch (command) {
      case ClosingCommand.ClosePlace c -> close(state, c.place(), act.by());
      case ClosingCommand.ReopenPlace c -> reopen(state, c.place(), act.by());
    };
  }

  private static List<Event> close(Members.Held state, Ref named, SeatId by) {
    Ref place = place(state, named, by);
    if (ClosedPlaces.of(state).find(place).isPresent()) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
    if (place.kind() == Ref.Kind.ORGANISATION) {
      mustHaveNoConvenor(state.members(), place.id());
    }
    return List.of(
        place.kind() == Ref.Kind.WORKSPACE
            ? new ClosingEvent.WorkspaceClosed(place, by)
            : new ClosingEvent.PlaceArchived(place, by));
  }

  private static List<Event> reopen(Members.Held state, Ref named, SeatId by) {
    Ref place = place(state, named, by);
    if (ClosedPlaces.of(state).find(place).isEmpty()) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
    return List.of(
        place.kind() == Ref.Kind.WORKSPACE
            ? new ClosingEvent.WorkspaceReopened(place, by)
            : new ClosingEvent.PlaceReopened(place, by));
  }

  /** The place by the name it has in the log; one that this seat cannot read is not there. */
  private static Ref place(Members.Held state, Ref named, SeatId by) {
    Access access = state.access();
    SeatId seat = access.mustBeActive(by).id();
    Item place =
        state.item(named).filter(item -> isThere(state, item)).orElseThrow(Refusal::absent);
    access.mustRead(seat, place.scope());
    access.mustConvene(seat);
    return place.ref();
  }

  private static boolean isThere(Members.Held state, Item place) {
    return switch (place.ref().kind()) {
      case LIST, TRACKER -> true;
      case ORGANISATION -> state.members().organisations().containsKey(place.ref().id());
      case WORKSPACE -> place.ref().equals(ClosedPlaces.workspace(state.members()));
      default -> false;
    };
  }

  /** An archived organisation changes nothing: who could open it again must not be of it. */
  private static void mustHaveNoConvenor(Members members, String organisation) {
    if (members.active().stream()
        .anyMatch(s -> s.role() == Role.CONVENOR && s.organisation().equals(organisation))) {
      throw Refusal.conflict(
          Message.of(
              "an-organisation-of-convenors-stays-open",
              "organisation",
              members.called(organisation)));
    }
  }
}
