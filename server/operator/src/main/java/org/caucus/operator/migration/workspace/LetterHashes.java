package org.caucus.operator.migration.workspace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import org.caucus.platform.eventlog.chain.RecordHash;

/** Hashes letters chunk by chunk, and all of them into one. */
final class LetterHashes {
  private final MessageDigest all = RecordHash.sha256();
  private MessageDigest one = RecordHash.sha256();
  private String blob = "";
  private long count;
  private long bytes;
  private long pending;

  void begin(String id) {
    blob = id;
    one = RecordHash.sha256();
    pending = 0;
  }

  void chunk(byte[] chunk) {
    one.update(chunk);
    pending += chunk.length;
  }

  /** The letter is whole: its hash. */
  byte[] end() {
    byte[] hash = one.digest();
    all.update(blob.getBytes(US_ASCII));
    all.update(hash);
    count++;
    bytes += pending;
    pending = 0;
    return hash;
  }

  long count() {
    return count;
  }

  /** Bytes of whole letters. */
  long bytes() {
    return bytes;
  }

  /** Over all that were whole; asked once, at the end. */
  RecordHash all() {
    return RecordHash.of(all.digest());
  }
}
