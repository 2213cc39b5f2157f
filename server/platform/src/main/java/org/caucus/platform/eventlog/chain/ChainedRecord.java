package org.caucus.platform.eventlog.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One record as it is sealed: a version byte, the hash of the record before it, the payload. The
 * hash is over the clear text, so a new key changes none.
 *
 * @param previous {@link RecordHash#NONE} for the first
 * @param payload what was appended; not copied, so leave it as it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each would cost every replay
public record ChainedRecord(RecordHash previous, byte[] payload) {
  /** Bytes before the payload. */
  public static final int OVERHEAD_BYTES = 1 + RecordHash.BYTES;

  private static final byte VERSION = 1;

  /** Keeps hashes of records apart from all other hashes there may ever be. */
  private static final byte[] DOMAIN = "caucus log record 1\n".getBytes(US_ASCII);

  /** The link these bytes are; empty if they have another form. */
  public static Optional<ChainedRecord> read(byte[] bytes) {
    if (bytes.length < OVERHEAD_BYTES || bytes[0] != VERSION) {
      return Optional.empty();
    }
    var previous = RecordHash.of(Arrays.copyOfRange(bytes, 1, OVERHEAD_BYTES));
    return Optional.of(
        new ChainedRecord(previous, Arrays.copyOfRange(bytes, OVERHEAD_BYTES, bytes.length)));
  }

  /** The bytes to seal. */
  public byte[] write() {
    return ByteBuffer.allocate(OVERHEAD_BYTES + payload.length)
        .put(VERSION)
        .put(previous.bytes())
        .put(payload)
        .array();
  }

  /**
   * The hash of this record in its place.
   *
   * @param log the name of the log, at most 255 characters
   */
  public RecordHash hash(String log, long sequence) {
    byte[] name = log.getBytes(US_ASCII);
    byte[] place =
        ByteBuffer.allocate(1 + name.length + Long.BYTES)
            .put((byte) name.length)
            .put(name)
            .putLong(sequence)
            .array();
    return RecordHash.over(DOMAIN, place, previous.bytes(), payload);
  }
}
