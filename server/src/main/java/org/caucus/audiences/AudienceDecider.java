package org.caucus.audiences;

import java.util.List;
import org.caucus.command.Act;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** Decides changes of audience. Pure. */
public final class AudienceDecider {
  private AudienceDecider() {}

  /** The events a command leads to, or {@link Refused}. */
  public static List<Event> decide(Audiences.Held state, AudienceCommand command, Act act) {
    return switch (command) {
      case AudienceCommand.Change c -> change(state, c, act);
      case AudienceCommand.Recall c -> Recall.decide(state, c, act);
    };
  }

  private static List<Event> change(Audiences.Held state, AudienceCommand.Change c, Act act) {
    Foresight foreseen = Foresight.of(state, c.of(), c.to(), act.by());
    if (!foreseen.token().equals(c.token())) {
      throw Refused.conflict(
          "Who is here, or the thing itself, changed since you were shown what this would do."
              + " Nothing was done. Look at it again.");
    }
    Ref ref = foreseen.thing().ref();
    Audience from = foreseen.thing().audience();
    Event event =
        switch (foreseen.kind()) {
          case WIDEN ->
              new AudienceEvent.Widened(ref, from, c.to(), act.by(), label(state, ref, c, act));
          case NARROW ->
              new AudienceEvent.Narrowed(
                  ref,
                  from,
                  c.to(),
                  act.by(),
                  c.received().stream().filter(foreseen::outside).toList());
          case RELEASE -> new AudienceEvent.Released(ref.id(), from, c.to(), act.by());
        };
    return List.of(event);
  }

  private static @Nullable String label(
      Audiences.Held state, Ref ref, AudienceCommand.Change c, Act act) {
    return ref.kind() == Ref.Kind.ISSUE
        ? state.issues().relabelled(state.access(), ref.id(), c.to(), act.thing())
        : null;
  }
}
