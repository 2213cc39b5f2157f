package org.caucus.platform.eventlog.archive;

import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 with HMAC-SHA-256 (RFC 8018): of archives of version 1, which stay readable.
 *
 * @param salt in base64
 */
record Pbkdf2(int rounds, String salt) implements KeyDerivation {
  static final String NAME = "PBKDF2WithHmacSHA256";

  /** Theirs had 600,000. */
  static final int MAX_ROUNDS = 20_000_000;

  @Override
  public byte[] key(char[] passphrase) throws GeneralSecurityException {
    var spec =
        new PBEKeySpec(passphrase, KeyDerivation.octets(salt), rounds, KEY_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(NAME).generateSecret(spec).getEncoded();
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public JsonObject told() {
    return new JsonObject().put("kdf", NAME).put("rounds", rounds).put("salt", salt);
  }

  @Override
  public boolean isWithinLimits() {
    return rounds >= 1 && rounds <= MAX_ROUNDS;
  }
}
