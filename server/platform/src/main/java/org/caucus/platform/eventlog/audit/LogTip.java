package org.caucus.platform.eventlog.audit;

import java.util.Optional;
import org.caucus.platform.eventlog.chain.RecordHash;

/**
 * The end of a log as it was once, printed as {@code 1204:9e49…}.
 *
 * @param sequence of the last record then; 0 for an empty log
 * @param hash of that record
 */
public record LogTip(long sequence, RecordHash hash) {
  /** Before the first record. */
  public static final LogTip NONE = new LogTip(0, RecordHash.NONE);

  private static final int MAX_DIGITS = 12;

  /** The tip that was printed so; empty if the text is not one. */
  public static Optional<LogTip> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon > MAX_DIGITS || !text.substring(0, colon).matches("[0-9]+")) {
      return Optional.empty();
    }
    long sequence = Long.parseLong(text.substring(0, colon));
    return RecordHash.parse(text.substring(colon + 1)).map(hash -> new LogTip(sequence, hash));
  }

  @Override
  public String toString() {
    return sequence + ":" + hash;
  }
}
