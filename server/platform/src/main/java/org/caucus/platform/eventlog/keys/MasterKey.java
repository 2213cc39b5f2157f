package org.caucus.platform.eventlog.keys;

import java.util.Base64;
import java.util.HexFormat;

/**
 * The key that wraps all others, and where it came from.
 *
 * @param keys while it is being replaced the old one is in it too
 */
public record MasterKey(Keyset keys, MasterKeySource source) {
  /** Its file's name in the data directory, unless a setting names another path. */
  public static final String FILE = "master.key";

  /** A new one that is kept nowhere, as {@link #text} has it. */
  public static String fresh() {
    return Base64.getEncoder().encodeToString(Keyset.generate().bytes());
  }

  /**
   * The keyset in base64, as {@link MasterKeySources#VARIABLE} takes it. A secret: for the
   * operator's terminal only.
   */
  public String text() {
    return Base64.getEncoder().encodeToString(keys.bytes());
  }

  /** Says which key it is, and nothing of what it is: the number of the one that wraps. */
  public String fingerprint() {
    return HexFormat.of().toHexDigits(keys.primary());
  }

  @Override
  public String toString() {
    return "master key from " + source;
  }
}
