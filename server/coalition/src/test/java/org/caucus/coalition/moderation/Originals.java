package org.caucus.coalition.moderation;

import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.SeatId;

/** What one reader downloads as the original of a letter, for tests of other packages. */
public final class Originals {
  private Originals() {}

  /** The octets. */
  public static byte[] shown(
      Entry entry,
      byte[] raw,
      HeldLetters.Held state,
      SeatId reader,
      RedactedOriginal.Names names) {
    return new Original(names, "lists.example").of(entry, raw, state, reader);
  }
}
