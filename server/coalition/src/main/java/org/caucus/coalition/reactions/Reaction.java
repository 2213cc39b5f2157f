package org.caucus.coalition.reactions;

import java.util.Arrays;
import java.util.Optional;

/** What can be given: few, so that they can be counted, and said by mail in one word. */
public enum Reaction {
  /** I agree with this. */
  PLUS_ONE,
  /** Thank you. */
  THANKS,
  /** I have seen this. */
  SEEN,
  /** Well done. */
  CONGRATULATIONS,
  /** I stand with those whom this is about. */
  SOLIDARITY;

  /** The one that is called so in the API; empty if none is. */
  public static Optional<Reaction> named(String name) {
    return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst();
  }
}
