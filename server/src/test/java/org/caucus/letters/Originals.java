package org.caucus.letters;

import org.caucus.command.SeatId;

/** What one reader downloads as the original of a letter, for tests of other packages. */
public final class Originals {
  private Originals() {}

  /** The octets. */
  public static byte[] shown(byte[] raw, Letters.Held state, SeatId reader) {
    return Original.of(raw, state, reader);
  }
}
