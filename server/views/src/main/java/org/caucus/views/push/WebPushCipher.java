package org.caucus.views.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a message for one browser (RFC 8291), in one record of {@code aes128gcm} (RFC 8188). Every
 * message is as long as every other: the push service learns nothing from its size.
 */
final class WebPushCipher {
  /** Longest message, in bytes. */
  static final int MOST_BYTES = 1_000;

  /** Length of what is sent, in bytes: header, padded message, tag. */
  static final int SENT_BYTES = 86 + MOST_BYTES + 1 + 16;

  /** Length of the secret that a browser gives along with its key, in bytes. */
  static final int AUTH_BYTES = 16;

  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int RECORD_BYTES = 4_096;

  /** Ends the message in the last record; what follows is padding. */
  private static final byte LAST = 2;

  private static final SecureRandom RANDOM = new SecureRandom();

  private WebPushCipher() {}

  /**
   * The body of a push.
   *
   * @param browser the browser's key, as it gives it ({@code p256dh})
   * @param auth the browser's secret
   * @throws IllegalArgumentException if the message is too long, or the key is not a point of P-256
   */
  static byte[] sealed(byte[] message, byte[] browser, byte[] auth) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return sealed(message, MOST_BYTES, browser, auth, P256.pair(), salt);
  }

  static byte[] sealed(
      byte[] message, int length, byte[] browser, byte[] auth, KeyPair ours, byte[] salt) {
    if (message.length > length) {
      throw new IllegalArgumentException("the message is too long");
    }
    try {
      byte[] own = P256.point((ECPublicKey) ours.getPublic());
      byte[] shared = shared(ours, browser);
      byte[] secret =
          derived(shared, auth, joined(info("WebPush: info"), browser, own), 32); // RFC 8291, 3.4
      byte[] key = derived(secret, salt, info("Content-Encoding: aes128gcm"), KEY_BYTES);
      byte[] nonce = derived(secret, salt, info("Content-Encoding: nonce"), NONCE_BYTES);
      byte[] padded = Arrays.copyOf(message, length + 1);
      padded[message.length] = LAST;
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      return joined(header(salt, own), cipher.doFinal(padded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it cannot be sealed for this key", e);
    }
  }

  private static byte[] shared(KeyPair ours, byte[] browser) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(ours.getPrivate());
    agreement.doPhase(P256.key(browser), true);
    return agreement.generateSecret();
  }

  private static byte[] derived(byte[] secret, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    AlgorithmParameterSpec from =
        HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(info, length);
    return KDF.getInstance("HKDF-SHA256").deriveData(from);
  }

  private static byte[] info(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] header(byte[] salt, byte[] own) {
    return ByteBuffer.allocate(SALT_BYTES + 4 + 1 + own.length)
        .put(salt)
        .putInt(RECORD_BYTES)
        .put((byte) own.length)
        .put(own)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
