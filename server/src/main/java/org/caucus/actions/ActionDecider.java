package org.caucus.actions;

import java.util.ArrayList;
import java.util.List;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.entries.Posting;
import org.caucus.members.Access;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;

/** Decides what happens to actions. Pure. */
public final class ActionDecider {
  private ActionDecider() {}

  /** The events a command leads to, or {@link Refused}. */
  public static List<Event> decide(Actions.Held state, ActionCommand command, Act act) {
    return switch (command) {
      case ActionCommand.PlanAction c -> plan(state, c, act);
      case ActionCommand.EditAction c -> edit(state, c, act);
      case ActionCommand.Commit c -> commit(state, c, act);
      case ActionCommand.CommentAction c -> comment(state, c, act);
    };
  }

  private static List<Event> plan(Actions.Held state, ActionCommand.PlanAction c, Act act) {
    Access access = state.access();
    SeatId author = access.mustPost(act.by()).id();
    Audience audience = access.choose(author, Actions.AGENDA, c.audience());
    SeatId owner = c.owner() == null ? author : c.owner();
    Scope scope = Actions.AGENDA.holds(audience, act.at());
    access.mustAllRead("owner", List.of(owner), scope);
    mustBeInOrder(c.when());
    List<Event> events = new ArrayList<>();
    events.add(
        new ActionEvent.ActionPlanned(
            act.thing(),
            c.kind(),
            c.title(),
            c.description(),
            owner,
            c.when(),
            c.place(),
            audience,
            author));
    Posting.first(state, act, Ref.to(Ref.Kind.ACTION, act.thing()), scope, c.attached())
        .ifPresent(events::add);
    return events;
  }

  private static List<Event> edit(Actions.Held state, ActionCommand.EditAction c, Act act) {
    Action action = readable(state, c.action(), act);
    state.access().mustPost(act.by());
    if (c.version() != null && c.version() != action.version()) {
      throw Refused.stale(ActionPresenter.current(state, action, act.by()));
    }
    if (c.owner() != null) {
      state.access().mustAllRead("owner", List.of(c.owner()), action.scope());
    }
    if (c.when() != null) {
      mustBeInOrder(c.when());
    }
    return List.of(
        new ActionEvent.ActionEdited(
            action.id(),
            c.title(),
            c.description(),
            c.state(),
            c.owner(),
            c.when(),
            c.place(),
            c.outcome()));
  }

  private static List<Event> commit(Actions.Held state, ActionCommand.Commit c, Act act) {
    Action action = readable(state, c.action(), act);
    Seat seat = state.access().mustPost(act.by());
    if (c.organisation() != null && !c.organisation().equals(seat.organisation())) {
      throw Refused.forbidden("You can commit your own organisation only.");
    }
    if (action.state() == Action.State.CALLED_OFF) {
      throw Refused.conflict("This action was called off.");
    }
    return List.of(
        new ActionEvent.Committed(
            action.id(), seat.organisation(), c.answer(), c.note(), seat.id()));
  }

  private static List<Event> comment(Actions.Held state, ActionCommand.CommentAction c, Act act) {
    Action action = state.actions().find(c.action()).orElseThrow(Refused::absent);
    return List.of(
        Posting.decide(
            state.access(),
            state.entries(),
            act.by(),
            act.entry(),
            action.ref(),
            action.scope(),
            c.post()));
  }

  private static Action readable(Actions.Held state, String id, Act act) {
    Action action = state.actions().find(id).orElseThrow(Refused::absent);
    state.access().mustRead(act.by(), action.scope());
    return action;
  }

  private static void mustBeInOrder(Action.When when) {
    if (when.endsAt() != null
        && (when.startsAt() == null || when.endsAt().isBefore(when.startsAt()))) {
      throw Refused.invalid("endsAt", "It would end before it starts.");
    }
  }
}
