package org.caucus.mail.message.octets;

import java.io.IOException;
import java.io.InputStream;

/**
 * Buffered input for one thread: without the lock that {@link java.io.BufferedInputStream} takes
 * for each octet.
 */
public final class UnlockedInput extends InputStream {
  private static final int BUFFER_OCTETS = 8 * 1024;

  private final InputStream source;
  private final byte[] buffer = new byte[BUFFER_OCTETS];
  private int at;
  private int end;

  /** Reads ahead from there. */
  public UnlockedInput(InputStream source) {
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return isEmpty() ? -1 : buffer[at++] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isEmpty()) {
      return -1;
    }
    int taken = Math.min(length, end - at);
    System.arraycopy(buffer, at, into, from, taken);
    at += taken;
    return taken;
  }

  /** Octets that are there without waiting. */
  @Override
  public int available() throws IOException {
    return end - at + source.available();
  }

  /** Whether there is no more, not even after waiting. */
  private boolean isEmpty() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, source.read(buffer));
    }
    return end == 0;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
