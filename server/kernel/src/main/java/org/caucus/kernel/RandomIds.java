package org.caucus.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Random ids: 128 bits from the system's secure source, so that nobody guesses one or counts
 * anything by them.
 */
public final class RandomIds {
  /** Characters of an id: 128 bits, five to a character. */
  public static final int LENGTH = 26;

  /**
   * RFC 4648 base32 in lower case, without padding: survives mail addresses, file names and
   * dictation.
   */
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private static final int BITS_PER_CHARACTER = 5;
  private static final int RANDOM_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomIds() {}

  /** A new id, {@value #LENGTH} characters of {@code a-z2-7}. */
  public static String random() {
    var bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return base32(bytes);
  }

  /** The id that follows from a hash of 16 bytes or more: for what must be made once. */
  public static String of(byte[] hash) {
    return base32(java.util.Arrays.copyOf(hash, RANDOM_BYTES));
  }

  /**
   * The id that follows from these words: for what must be made once, however often it is asked.
   */
  public static String from(String words) {
    try {
      return of(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** True if the text has the form of an id. */
  public static boolean isId(String text) {
    return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  /** RFC 4648 section 6, lower case, no padding. */
  public static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS_PER_CHARACTER) {
        bits -= BITS_PER_CHARACTER;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (BITS_PER_CHARACTER - bits)) & 31));
    }
    return text.toString();
  }

  /** The bytes of a base32 text in any case; empty if it is not one of that many bytes. */
  public static Optional<byte[]> unbase32(String text, int size) {
    if (text.length() != Math.ceilDiv(size * Byte.SIZE, BITS_PER_CHARACTER)) {
      return Optional.empty();
    }
    var bytes = new byte[size];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      int value = ALPHABET.indexOf(c);
      if (value < 0) {
        return Optional.empty();
      }
      buffer = (buffer << BITS_PER_CHARACTER) | value;
      bits += BITS_PER_CHARACTER;
      if (bits >= Byte.SIZE && at < size) {
        bits -= Byte.SIZE;
        bytes[at++] = (byte) (buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return Optional.of(bytes);
  }

  /** The number with zeros before it, so that texts sort as numbers do; often asked for. */
  public static String digits(long number, int digits) {
    String text = Long.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
