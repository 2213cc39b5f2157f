package org.caucus.platform.eventlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.caucus.kernel.RandomIds;

/**
 * Short opaque tickets for mail addresses, whose local part has 64 characters (RFC 5321 4.5.3.1.1).
 * A ticket is one AES block, {@value #LENGTH} characters: ten bytes of payload and six bytes that
 * are zero in every true one, so a forger hits one in 2^48. Equal payloads give equal tickets;
 * nothing else can be told from two of them. The key is derived for one purpose, so a ticket of one
 * kind never opens as another.
 */
public final class Tickets {
  /** Characters of a ticket. */
  public static final int LENGTH = 26;

  /** Bytes a ticket carries. */
  public static final int PAYLOAD_BYTES = 10;

  private static final int BLOCK_BYTES = 16;
  private static final int KEY_BYTES = 16;

  private static final int CIPHERS_KEPT = 16;

  private final SecretKeySpec key;
  private final Queue<Cipher> encrypting = new ArrayBlockingQueue<>(CIPHERS_KEPT);
  private final Queue<Cipher> decrypting = new ArrayBlockingQueue<>(CIPHERS_KEPT);

  /**
   * @param purpose what these tickets are for, such as {@code reply} or {@code bounce}
   */
  public Tickets(Vault vault, String purpose) {
    byte[] derived = vault.blindIndex("ticket-key", purpose).getBytes(StandardCharsets.US_ASCII);
    this.key = new SecretKeySpec(digest(derived), 0, KEY_BYTES, "AES");
  }

  /** The ticket for a payload of {@value #PAYLOAD_BYTES} bytes. */
  public String mint(byte[] payload) {
    if (payload.length != PAYLOAD_BYTES) {
      throw new IllegalArgumentException("a ticket carries " + PAYLOAD_BYTES + " bytes");
    }
    return RandomIds.base32(block(Cipher.ENCRYPT_MODE, Arrays.copyOf(payload, BLOCK_BYTES)));
  }

  /**
   * The payload of a ticket; empty if it was not minted here for this purpose. Case does not
   * matter.
   */
  public Optional<byte[]> open(String ticket) {
    return RandomIds.unbase32(ticket, BLOCK_BYTES)
        .map(bytes -> block(Cipher.DECRYPT_MODE, bytes))
        .filter(Tickets::checks)
        .map(block -> Arrays.copyOf(block, PAYLOAD_BYTES));
  }

  private static boolean checks(byte[] block) {
    return MessageDigest.isEqual(
        Arrays.copyOfRange(block, PAYLOAD_BYTES, BLOCK_BYTES),
        new byte[BLOCK_BYTES - PAYLOAD_BYTES]);
  }

  /** Several go into every letter, and to find and set up a cipher takes longer than its work. */
  private byte[] block(int mode, byte[] bytes) {
    Queue<Cipher> ciphers = mode == Cipher.ENCRYPT_MODE ? encrypting : decrypting;
    try {
      Cipher kept = ciphers.poll();
      Cipher aes = kept == null ? cipher(mode) : kept;
      byte[] block = aes.doFinal(bytes);
      ciphers.offer(aes); // left to the collector if enough are kept
      return block;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    // one block only, unique payloads: no chaining is needed, none would fit
    Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(mode, key);
    return aes;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
