package org.caucus.coalition.access.audience;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.actions.Embargo;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Decides changes of audience. Pure. */
public final class AudienceDecider {
  private AudienceDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(
      AudienceHistory.Held state, AudienceCommand command, CommandContext act) {
    return switch (command) {
      case AudienceCommand.Change c -> change(state, c, act);
      case AudienceCommand.Recall c -> PostRecall.decide(state, c, act);
      case AudienceCommand.Open c -> open(state, c, act);
      case AudienceCommand.AddPeople c -> ConversationPeople.add(state, c, act);
    };
  }

  private static List<Event> change(
      AudienceHistory.Held state, AudienceCommand.Change c, CommandContext act) {
    AudienceChangePreview foreseen = AudienceChangePreview.of(state, c.of(), c.to(), act.by());
    if (!foreseen.token().equals(c.token())) {
      throw Refusal.conflict(Message.of("who-is-here-or-the-thing"));
    }
    Ref ref = foreseen.thing().ref();
    Audience from = foreseen.thing().audience();
    return switch (foreseen.kind()) {
      case WIDEN -> {
        Event widened =
            new AudienceEvent.Widened(ref, from, c.to(), act.by(), label(state, ref, c, act));
        yield waiting(state, ref, c.to())
            .map(embargo -> List.of(widened, embargo))
            .orElse(List.of(widened));
      }
      case NARROW ->
          List.of(
              new AudienceEvent.Narrowed(
                  ref,
                  from,
                  c.to(),
                  act.by(),
                  c.received().stream().filter(foreseen::outside).toList()));
      case RELEASE -> List.of(new AudienceEvent.Released(ref.id(), from, c.to(), act.by()));
    };
  }

  /**
   * The embargo on an action, set anew: a widening takes it off, but to let one more person know of
   * it beforehand changes nothing of when it opens to all others.
   */
  private static Optional<Event> waiting(AudienceHistory.Held state, Ref ref, Audience to) {
    return ref.kind() == Ref.Kind.ACTION && to instanceof Audience.Named
        ? state
            .actions()
            .find(ref.id())
            .map(Action::embargo)
            .filter(e -> !e.to().equals(to) && state.access().within(to, Scope.place(e.to())))
            .map(e -> new ActionEvent.Embargoed(ref.id(), e.until(), e.to(), e.by()))
        : Optional.empty();
  }

  /**
   * An embargo is a widening that was decided before, so nobody is shown a dry run now. It opens
   * once: the widening takes it off. What was called off meanwhile stays closed.
   */
  private static List<Event> open(
      AudienceHistory.Held state, AudienceCommand.Open c, CommandContext act) {
    Action action = state.actions().find(c.action()).orElseThrow(Refusal::absent);
    Embargo embargo = action.embargo();
    if (embargo == null || embargo.until().isAfter(act.at())) {
      throw Refusal.conflict(Message.of("no-embargo-is-over-here"));
    }
    boolean known = state.access().within(embargo.to(), Actions.AGENDA);
    return List.of(
        known && action.state() != Action.State.CALLED_OFF
            ? new AudienceEvent.Widened(
                action.ref(), action.audience(), embargo.to(), embargo.by(), null)
            : new ActionEvent.Embargoed(action.id(), null, null, embargo.by()));
  }

  private static @Nullable String label(
      AudienceHistory.Held state, Ref ref, AudienceCommand.Change c, CommandContext act) {
    return ref.kind() == Ref.Kind.ISSUE
        ? state.issues().relabelled(state.access(), ref.id(), c.to(), act.thing())
        : null;
  }
}
