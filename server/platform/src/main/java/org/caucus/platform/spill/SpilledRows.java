package org.caucus.platform.spill;

import java.io.IOException;
import java.util.Arrays;

/**
 * Rows of octets that are added one after the other and read in any order, outside the heap: eight
 * octets of each stay there. For one thread.
 */
public final class SpilledRows implements AutoCloseable {
  private final SealedFile file;
  private final byte[] buffer = new byte[Spill.BUFFER_OCTETS];
  private long[] ends = new long[64];
  private int size;
  private long written;
  private int buffered;

  /**
   * No rows yet.
   *
   * @throws IOException the disk has no room for them
   */
  public SpilledRows() throws IOException {
    this.file = Spill.file();
  }

  /** Adds a row. */
  public void add(byte[] row) throws IOException {
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
    }
    if (buffered + row.length > buffer.length) {
      file.write(written, buffer, 0, buffered);
      written += buffered;
      buffered = 0;
    }
    if (row.length > buffer.length) {
      file.write(written, row, 0, row.length);
      written += row.length;
    } else {
      System.arraycopy(row, 0, buffer, buffered, row.length);
      buffered += row.length;
    }
    ends[size++] = written + buffered;
  }

  /** A row, by its number from 0. */
  public byte[] get(int number) throws IOException {
    long from = number == 0 ? 0 : ends[number - 1];
    byte[] row = new byte[(int) (ends[number] - from)];
    if (from >= written) {
      System.arraycopy(buffer, (int) (from - written), row, 0, row.length);
    } else {
      file.read(from, row, 0, row.length);
    }
    return row;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
