package org.caucus.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A commit with all that it led to. */
public interface CommitEvents extends CommitTime {
  /** Who acted; null for the server itself. */
  @Nullable SeatId seat();

  /** What happened, in order. */
  List<Event> events();

  /** Whether something was opened to more people with it. */
  boolean widens();

  /** Whether this happened with it, among other things. */
  default boolean has(Class<? extends Event> type) {
    return events().stream().anyMatch(type::isInstance);
  }
}
