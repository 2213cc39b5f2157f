package org.caucus.coalition.capability;

import org.caucus.kernel.Event;

/**
 * The name an event's type has in the log. It is never changed, never reused and never removed.
 *
 * @param name for example {@code issue.opened}
 */
public record EventName<E extends Event>(String name, Class<E> type) {
  /** This name for this type. */
  public static <E extends Event> EventName<E> of(String name, Class<E> type) {
    return new EventName<>(name, type);
  }
}
