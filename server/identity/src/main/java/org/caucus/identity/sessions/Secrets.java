package org.caucus.identity.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Secrets that are shown once and stored only as a hash. 256 random bits need no salt and no slow
 * hash: there is nothing to guess.
 */
public final class Secrets {
  private static final int SECRET_BYTES = 32;
  private static final int CODE_BOUND = 1_000_000;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A new secret: 43 characters of base64url (RFC 4648 section 5). */
  public static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A secret in the same form from a proof that only this installation can make. */
  public static String derived(String proof) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(proof));
  }

  /** Whether the text has the form of a secret; what has not needs no look into the database. */
  public static boolean isSecret(String text) {
    return SECRET.matcher(text).matches();
  }

  /** A new code of six digits, each as likely as any other. */
  public static String code() {
    return String.format("%06d", RANDOM.nextInt(CODE_BOUND));
  }

  /** SHA-256 in hexadecimal: what is stored, and looked up, in place of the secret. */
  public static String hash(String secret) {
    return HexFormat.of().formatHex(sha256(secret));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Compares in a time that does not tell how much of it was right. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
