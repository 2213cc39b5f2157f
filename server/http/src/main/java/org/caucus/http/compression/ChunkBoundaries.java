package org.caucus.http.compression;

/**
 * Where an answer is cut: between two things of a list, and chosen by what is written there and not
 * by how far it is from the beginning, so that a thing that grew moves no cut after it.
 */
final class ChunkBoundaries {
  static final int LEAST_BYTES = 16 * 1024;
  static final int MOST_BYTES = 64 * 1024;

  /** Bytes after a possible cut that decide whether it is one: a thing begins with its id. */
  private static final int LOOKED_AT = 32;

  /** Of so many possible cuts one is, a power of two. */
  private static final int ONE_OF = 16;

  private ChunkBoundaries() {}

  /** The end of the piece that begins there. */
  static int after(byte[] bytes, int from) {
    int most = (int) Math.min(bytes.length, (long) from + MOST_BYTES);
    int last = Math.min(most, bytes.length - LOOKED_AT);
    for (int at = from + LEAST_BYTES; at < last; at++) {
      if (bytes[at] == '{' && bytes[at - 1] == ',' && bytes[at - 2] == '}' && chosen(bytes, at)) {
        return at;
      }
    }
    return most;
  }

  private static boolean chosen(byte[] bytes, int at) {
    int hash = 0;
    for (int i = at; i < at + LOOKED_AT; i++) {
      hash = 31 * hash + bytes[i];
    }
    return ((hash ^ (hash >>> 16)) & (ONE_OF - 1)) == 0;
  }
}
