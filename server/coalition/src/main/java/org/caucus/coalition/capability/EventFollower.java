package org.caucus.coalition.capability;

import org.caucus.coalition.access.Members;
import org.caucus.kernel.Event;
import org.caucus.kernel.Slices;

/**
 * What a capability does on the events of another, after that one has done its part.
 *
 * @param family the sealed family, or one event
 * @param <W> what it must know of a workspace
 */
public record EventFollower<W extends Members.Held, E extends Event>(
    Class<E> family, Step<W, E> step) {
  /** The states after an event. */
  @FunctionalInterface
  public interface Step<W extends Members.Held, E extends Event> {
    /** The states after this event. */
    Slices evolve(W now, E event);
  }

  /** The states after this event, which is of the family. */
  public Slices evolve(W now, Event event) {
    return step.evolve(now, family.cast(event));
  }
}
