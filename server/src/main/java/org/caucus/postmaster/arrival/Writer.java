package org.caucus.postmaster.arrival;

import org.jspecify.annotations.Nullable;

/**
 * Whose address a letter's author has.
 *
 * @param person who holds it; null if nobody does
 * @param former who held it last and has ended it, if nobody holds it now; else null
 */
public record Writer(@Nullable String person, @Nullable String former) {
  /** Of an address that nobody here ever held. */
  public static final Writer NOBODY = new Writer(null, null);

  /** This person, by an address they hold. */
  public static Writer of(String person) {
    return new Writer(person, null);
  }
}
