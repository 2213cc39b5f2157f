package org.caucus.http.compression;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Pieces of answers and what they compress to; those not asked for longest go first. */
final class CompressedChunks {
  /** Most bytes that are remembered: some twelve boards of a thousand issues, on a node. */
  static final int MOST_BYTES = 12 * 1024 * 1024;

  private static final int BLOCK_BYTES = 16 * 1024;

  /** For looking up and putting in; nothing is compressed under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Map<Long, Piece> pieces = new LinkedHashMap<>(16, 0.75f, true);
  private long held;
  private long pressed;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(byte[] plain, byte[] pressed) {
    int bytes() {
      return plain.length + pressed.length;
    }
  }

  /** This part of an answer as blocks that follow upon others and have none before them in mind. */
  byte[] pressed(byte[] answer, int from, int to, Deflater deflater) {
    CRC32 crc = new CRC32();
    crc.update(answer, from, to - from);
    long key = crc.getValue() << Integer.SIZE | (to - from);
    Piece known = known(key);
    // the key is short, so that another piece has the same one is possible
    if (known != null && Arrays.equals(known.plain, 0, known.plain.length, answer, from, to)) {
      return known.pressed;
    }
    byte[] made = press(answer, from, to, deflater);
    remember(key, new Piece(Arrays.copyOfRange(answer, from, to), made));
    return made;
  }

  private static byte[] press(byte[] answer, int from, int to, Deflater deflater) {
    deflater.reset();
    deflater.setInput(answer, from, to - from);
    Buffer made = Buffer.buffer(BLOCK_BYTES);
    byte[] block = new byte[BLOCK_BYTES];
    int more;
    do {
      more = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
      made.appendBytes(block, 0, more);
    } while (more == block.length);
    return made.getBytes();
  }

  private @Nullable Piece known(long key) {
    return locked(() -> pieces.get(key));
  }

  private void remember(long key, Piece piece) {
    locked(
        () -> {
          pressed++;
          Piece before = pieces.put(key, piece);
          held += piece.bytes() - (before == null ? 0 : before.bytes());
          for (Iterator<Piece> oldest = pieces.values().iterator(); held > MOST_BYTES; ) {
            held -= oldest.next().bytes();
            oldest.remove();
          }
          return before;
        });
  }

  long heldBytes() {
    return locked(() -> held);
  }

  long pressedPieces() {
    return locked(() -> pressed);
  }

  private <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
