package org.caucus.log.audit;

import java.util.Optional;
import org.caucus.log.chain.Hash;

/**
 * The end of a log as it was once, printed as {@code 1204:9e49…}.
 *
 * @param sequence of the last record then; 0 for an empty log
 * @param hash of that record
 */
public record Tip(long sequence, Hash hash) {
  /** Before the first record. */
  public static final Tip NONE = new Tip(0, Hash.NONE);

  private static final int MAX_DIGITS = 12;

  /** The tip that was printed so; empty if the text is not one. */
  public static Optional<Tip> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon > MAX_DIGITS || !text.substring(0, colon).matches("[0-9]+")) {
      return Optional.empty();
    }
    long sequence = Long.parseLong(text.substring(0, colon));
    return Hash.parse(text.substring(colon + 1)).map(hash -> new Tip(sequence, hash));
  }

  @Override
  public String toString() {
    return sequence + ":" + hash;
  }
}
