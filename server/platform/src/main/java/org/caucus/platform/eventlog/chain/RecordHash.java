package org.caucus.platform.eventlog.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 hash (FIPS 180-4): 32 bytes that stand for a record and everything before it. */
public final class RecordHash {
  /** Bytes of a hash. */
  public static final int BYTES = 32;

  /** What stands before the first record. */
  public static final RecordHash NONE = new RecordHash(new byte[BYTES]);

  private final byte[] bytes;

  private RecordHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Of exactly {@value #BYTES} bytes. */
  public static RecordHash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
    }
    return new RecordHash(bytes.clone());
  }

  /** Of 64 hexadecimal digits in any case; empty if the text is something else. */
  public static Optional<RecordHash> parse(String hex) {
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      return bytes.length == BYTES ? Optional.of(new RecordHash(bytes)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The hash of these, one after the other. Anyone who calls sees to it that they cannot run over.
   */
  public static RecordHash over(byte[]... parts) {
    MessageDigest digest = sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new RecordHash(digest.digest());
  }

  /** A fresh SHA-256, for what comes piece by piece. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordHash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In lower-case hexadecimal. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
