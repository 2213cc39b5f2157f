package org.caucus.http.compression;

import io.vertx.core.buffer.Buffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Compresses long answers piece by piece (gzip, RFC 1952) and remembers pieces. A board of a
 * thousand issues takes 6 ms of processor time to compress, and from one time to the next a row of
 * it has changed.
 *
 * <p>Nothing is known here of who asks: each answer is made for its reader first, and a piece is
 * only taken from memory if the answer has those very bytes, all of them compared.
 */
public final class CompressionCache {
  /** Shorter answers are compressed as a whole, by the server. */
  static final int LEAST_BYTES = 64 * 1024;

  /** A member of RFC 1952 without a name or a time, of no system in particular. */
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /** A last block with nothing in it (RFC 1951 section 3.2.6). */
  private static final byte[] LAST = {3, 0};

  private final CompressedChunks pieces = new CompressedChunks();

  /** Whether an answer of so many bytes is for here, by its request's Accept-Encoding. */
  public static boolean takes(int bytes, @Nullable String acceptEncoding) {
    return bytes >= LEAST_BYTES && AcceptedEncodings.accepts(acceptEncoding, "gzip");
  }

  /** The answer as gzip. */
  public Buffer gzip(Buffer answer) {
    byte[] plain = answer.getBytes();
    Buffer out = Buffer.buffer(plain.length / 8).appendBytes(HEAD);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      for (int from = 0; from < plain.length; ) {
        int to = ChunkBoundaries.after(plain, from);
        out.appendBytes(pieces.pressed(plain, from, to, deflater));
        from = to;
      }
    } finally {
      deflater.end();
    }
    CRC32 check = new CRC32();
    check.update(plain);
    return out.appendBytes(LAST).appendIntLE((int) check.getValue()).appendIntLE(plain.length);
  }

  /** Bytes that are remembered, plain and compressed. */
  long heldBytes() {
    return pieces.heldBytes();
  }

  /** Pieces that had to be compressed so far. */
  long pressedPieces() {
    return pieces.pressedPieces();
  }
}
