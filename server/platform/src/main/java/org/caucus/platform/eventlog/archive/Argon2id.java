package org.caucus.platform.eventlog.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 1.3 (RFC 9106).
 *
 * @param salt in base64
 */
record Argon2id(int memoryKib, int passes, int lanes, String salt) implements KeyDerivation {
  static final String NAME = "argon2id";

  /** Twice what we use: it is taken from the heap, of a running server too. */
  static final int MAX_MEMORY_KIB = 128 * 1024;

  static final int MAX_PASSES = 10;
  static final int MAX_LANES = 16;

  /** By the RFC. */
  private static final int MIN_KIB_PER_LANE = 8;

  @Override
  public byte[] key(char[] passphrase) throws GeneralSecurityException {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(KeyDerivation.octets(salt))
            .build());
    ByteBuffer encoded = UTF_8.encode(CharBuffer.wrap(passphrase));
    byte[] octets = new byte[encoded.remaining()];
    encoded.get(octets);
    byte[] key = new byte[KEY_BYTES];
    generator.generateBytes(octets, key);
    encoded.clear().put(new byte[encoded.capacity()]);
    Arrays.fill(octets, (byte) 0);
    return key;
  }

  @Override
  public JsonObject told() {
    return new JsonObject()
        .put("kdf", NAME)
        .put("memoryKib", memoryKib)
        .put("passes", passes)
        .put("lanes", lanes)
        .put("salt", salt);
  }

  @Override
  public boolean isWithinLimits() {
    return lanes >= 1
        && lanes <= MAX_LANES
        && passes >= 1
        && passes <= MAX_PASSES
        && memoryKib >= MIN_KIB_PER_LANE * lanes
        && memoryKib <= MAX_MEMORY_KIB;
  }
}
