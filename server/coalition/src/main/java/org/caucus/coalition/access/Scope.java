package org.caucus.coalition.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing stands for the question who may read it: its own audience, when it was said, and
 * what it hangs on.
 *
 * @param at when it was said; null for a place (a list, a tracker), which has no words of its own
 * @param parent what it hangs on; a reader must be able to read that too
 */
public record Scope(Audience audience, @Nullable Instant at, @Nullable Scope parent) {
  /** A place such as a list or a tracker, with its ceiling. */
  public static Scope place(Audience ceiling) {
    return new Scope(ceiling, null, null);
  }

  /** Where something stands that is for those who can read this and the other. */
  public Scope and(Scope other) {
    return new Scope(audience, at, parent == null ? other : parent.and(other));
  }

  /** Something said in this place or under this thing. */
  public Scope holds(Audience audience, Instant at) {
    return new Scope(audience, at, this);
  }
}
