package org.caucus.coalition.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Posting;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;

/** Decides what happens to actions. Pure. */
public final class ActionDecider {
  private ActionDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Actions.Held state, ActionCommand command, CommandContext act) {
    return switch (command) {
      case ActionCommand.PlanAction c -> plan(state, c, act);
      case ActionCommand.EditAction c -> edit(state, c, act);
      case ActionCommand.Commit c -> commit(state, c, act);
      case ActionCommand.CommentAction c -> comment(state, c, act);
      case ActionCommand.Answer c -> AttendanceDecider.answer(state, c, act);
      case ActionCommand.NoteAttendance c -> AttendanceDecider.attendance(state, c, act);
      case ActionCommand.WriteMinutes c -> AttendanceDecider.minutes(state, c, act);
      case ActionCommand.RecordReply c -> AgencyReplyDecider.decide(state, c, act);
      case ActionCommand.Remind c -> AttendanceDecider.remind(state, c, act);
      case ActionCommand.SetEmbargo c -> embargo(state, c, act);
    };
  }

  private static List<Event> plan(
      Actions.Held state, ActionCommand.PlanAction c, CommandContext act) {
    Access access = state.access();
    SeatId author = access.mustPost(act.by()).id();
    Audience audience = access.chooseNew(author, Actions.AGENDA, c.audience());
    SeatId owner = c.owner() == null ? author : c.owner();
    Scope scope = Actions.AGENDA.holds(audience, act.at());
    access.mustAllRead("owner", List.of(owner), scope);
    ActionDetails given = byId(state, c.details(), author);
    ActionDetailRules.must(
        given, ActionDetails.none(), state.members(), scope, author, state::scopeOf);
    List<Event> events = new ArrayList<>();
    events.add(
        new ActionEvent.ActionPlanned(
            act.thing(),
            c.kind(),
            c.title(),
            c.description(),
            owner,
            inOrder(c.when(), given),
            c.place(),
            audience,
            author));
    if (!given.equals(ActionDetails.none())) {
      events.add(new ActionEvent.ActionDetailed(act.thing(), given));
    }
    if (c.embargo() != null) {
      events.add(embargoed(access, act.thing(), audience, c.embargo(), act));
    }
    Posting.first(state, act, Ref.to(Ref.Kind.ACTION, act.thing()), scope, c.attached())
        .ifPresent(events::add);
    return events;
  }

  /** With its links by id, whichever name they were given by, as far as their author reads them. */
  private static ActionDetails byId(Actions.Held state, ActionDetails details, SeatId author) {
    Predicate<Scope> reads = state.access().asked(author);
    return ActionDetailRules.named(
        details, ref -> state.scopeOf(ref).filter(reads).map(s -> state.byId(ref)).orElse(ref));
  }

  private static List<Event> edit(
      Actions.Held state, ActionCommand.EditAction c, CommandContext act) {
    Action action = state.mustReadAction(c.action(), act.by());
    state.access().mustPost(act.by());
    int version = action.seenBy(state.access().asked(act.by())).version();
    if (c.version() != null && c.version() != version) {
      throw Refusal.stale(ActionPresenter.current(state, action, act.by()));
    }
    if (c.owner() != null) {
      state.access().mustAllRead("owner", List.of(c.owner()), action.scope());
    }
    ActionDetails old = action.details();
    ActionDetails given = c.details() == null ? old : byId(state, c.details(), act.by());
    ActionDetailRules.must(given, old, state.members(), action.scope(), act.by(), state::scopeOf);
    ActionDetails details =
        ActionDetailRules.kept(given, old, state.members(), act.by(), state::scopeOf);
    ActionEvent.ActionEdited edited = edited(action, c, details);
    if (details.equals(old)) {
      return List.of(edited);
    }
    var detailed = new ActionEvent.ActionDetailed(action.id(), details);
    return says(edited) ? List.of(edited, detailed) : List.of(detailed);
  }

  /** What stands there already is left out, for nobody is to be told that it is new. */
  private static ActionEvent.ActionEdited edited(
      Action action, ActionCommand.EditAction c, ActionDetails details) {
    Action.When when = c.when() == null ? action.when() : inOrder(c.when(), details);
    boolean otherDays = details.allDay() != action.details().allDay();
    if (c.when() == null && otherDays && details.allDay()) {
      when = when.wholeDays();
    }
    // the person who was invited comes by the link as to the place, and has both in a calendar
    boolean otherLink = !details.link().equals(action.details().link());
    String place = c.place() == null ? action.place() : c.place();
    return new ActionEvent.ActionEdited(
        action.id(),
        c.title(),
        StoredText.ofNullable(c.description()),
        action.state() == c.state() ? null : c.state(),
        action.owner().equals(c.owner()) ? null : c.owner(),
        otherDays || !when.equals(action.when()) ? when : null,
        otherLink || !place.equals(action.place()) ? StoredText.of(place) : null,
        StoredText.ofNullable(c.outcome()));
  }

  private static boolean says(ActionEvent.ActionEdited e) {
    return !e.equals(
        new ActionEvent.ActionEdited(e.id(), null, null, null, null, null, null, null));
  }

  /** Who planned it or sees to it decides when others learn of it, and a convenor. */
  private static List<Event> embargo(
      Actions.Held state, ActionCommand.SetEmbargo c, CommandContext act) {
    Action action = state.mustReadAction(c.action(), act.by());
    Seat seat = state.access().mustPost(act.by());
    boolean own =
        state.members().line(seat.id()).contains(action.plannedBy())
            || seat.id().equals(action.owner())
            || seat.role() == Role.CONVENOR;
    if (!own) {
      throw Refusal.forbidden(Message.of("only-the-planner-the-owner-or-a-convenor"));
    }
    if (c.opening() != null) {
      return List.of(embargoed(state.access(), action.id(), action.audience(), c.opening(), act));
    }
    if (action.embargo() == null) {
      throw Refusal.conflict(Message.of("no-embargo-is-set-on-this"));
    }
    return List.of(new ActionEvent.Embargoed(action.id(), null, null, seat.id()));
  }

  private static Event embargoed(
      Access access,
      String action,
      Audience now,
      ActionCommand.Opening opening,
      CommandContext act) {
    Audience to =
        Embargo.must(
            access, act.by(), Actions.AGENDA, now, opening.until(), opening.to(), act.at());
    return new ActionEvent.Embargoed(action, opening.until(), to, act.by());
  }

  private static List<Event> commit(
      Actions.Held state, ActionCommand.Commit c, CommandContext act) {
    Action action = state.mustReadAction(c.action(), act.by());
    Seat seat = state.access().mustPost(act.by());
    if (c.organisation() != null && !c.organisation().equals(seat.organisation())) {
      throw Refusal.forbidden("organisation", Message.of("you-can-commit-your-own-organisation"));
    }
    if (action.state() == Action.State.CALLED_OFF) {
      throw Refusal.conflict(Message.of("this-action-was-called-off"));
    }
    if (action.state() == Action.State.DONE) {
      throw Refusal.conflict(Message.of("this-is-done-and-what-organisations"));
    }
    return List.of(
        new ActionEvent.Committed(
            action.id(), seat.organisation(), c.answer(), c.note(), seat.id()));
  }

  private static List<Event> comment(
      Actions.Held state, ActionCommand.CommentAction c, CommandContext act) {
    Action action = state.actions().find(c.action()).orElseThrow(Refusal::absent);
    return List.of(
        Posting.decide(state, act.by(), act.entry(), action.ref(), action.scope(), c.post()));
  }

  private static Action.When inOrder(Action.When when, ActionDetails details) {
    if (when.endsAt() != null
        && (when.startsAt() == null || when.endsAt().isBefore(when.startsAt()))) {
      throw Refusal.invalid("endsAt", Message.of("it-would-end-before-it-starts"));
    }
    return details.allDay() ? when.wholeDays() : when;
  }
}
