package org.caucus.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened: an immutable record with a stable name in the log. Types only grow. Each
 * belongs to the sealed family of one capability.
 */
public interface Event {
  /** Who said what was said with this event; null if nothing was. */
  default @Nullable SeatId author() {
    return null;
  }
}
