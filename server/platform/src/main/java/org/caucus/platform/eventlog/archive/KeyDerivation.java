package org.caucus.platform.eventlog.archive;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * How a key is made of a passphrase. It is told in the archive's first line, so it is bounded: a
 * forged one must not cost us hours or all memory.
 */
sealed interface KeyDerivation permits Argon2id, Pbkdf2 {
  /** Bytes of a key. */
  int KEY_BYTES = 32;

  /** Bytes of a salt. */
  int SALT_BYTES = 16;

  /** Most characters of somebody's file that a message repeats. */
  int MOST_REPEATED = 100;

  /** The key. Takes its time by design. */
  byte[] key(char[] passphrase) throws GeneralSecurityException;

  /** For the first line. */
  JsonObject told();

  /** What new archives get: RFC 9106, section 4, the second recommended option. */
  static KeyDerivation fresh() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new Argon2id(64 * 1024, 3, 4, Base64.getEncoder().encodeToString(salt));
  }

  /** The one that a first line tells of; refused if it asks for too much. */
  static KeyDerivation of(JsonObject told) {
    String kdf = String.valueOf(told.getValue("kdf"));
    KeyDerivation asked;
    try {
      asked = asked(kdf, told);
    } catch (ClassCastException e) {
      throw unknown(kdf);
    }
    if (!asked.isWithinLimits()) {
      throw unknown(kdf);
    }
    return asked;
  }

  private static KeyDerivation asked(String kdf, JsonObject told) {
    String salt = told.getString("salt", "");
    return switch (kdf) {
      case Argon2id.NAME ->
          new Argon2id(
              told.getInteger("memoryKib", 0),
              told.getInteger("passes", 0),
              told.getInteger("lanes", 0),
              salt);
      case Pbkdf2.NAME -> new Pbkdf2(told.getInteger("rounds", 0), salt);
      default -> throw unknown(kdf);
    };
  }

  private static ArchiveException unknown(String what) {
    return ArchiveException.unusable(
        "The archive asks for its key to be made of the passphrase by '"
            + what.substring(0, Math.min(what.length(), MOST_REPEATED))
            + "', or with more memory or rounds than Caucus ever uses. Nothing was read. Use"
            + " another copy, or a newer Caucus.",
        null);
  }

  /** Whether it may be followed. */
  boolean isWithinLimits();

  /** What base64 says; at least one octet. */
  static byte[] octets(String base64) throws GeneralSecurityException {
    try {
      byte[] octets = Base64.getDecoder().decode(base64);
      if (octets.length > 0) {
        return octets;
      }
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("a damaged envelope", e);
    }
    throw new GeneralSecurityException("a damaged envelope");
  }
}
