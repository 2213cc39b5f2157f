package org.caucus.coalition.access;

import java.time.Instant;

/**
 * A party in the workspace.
 *
 * @param slug its name in addresses and audiences; unique in the workspace and never changed
 * @param since when it joined
 * @param readsFrom its seats read what was said from then on: who wrote earlier was told a list of
 *     organisations that this one was not on
 * @param description what it says of itself; may be empty
 */
public record Organisation(
    String slug, String name, Side side, Instant since, Instant readsFrom, String description) {
  /** One that says nothing of itself. */
  public Organisation(String slug, String name, Side side, Instant since, Instant readsFrom) {
    this(slug, name, side, since, readsFrom, "");
  }

  /** What it is called, and what it says of itself. */
  public Described words() {
    return new Described(name, description);
  }

  Organisation described(String called, String said) {
    return new Organisation(slug, called, side, since, readsFrom, said);
  }
}
