package org.caucus.mail.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a packed file: no more than so much, since a small file may unpack to more than
 * any disk holds. Closing it leaves what is below it open.
 */
final class BoundedDecompression extends FilterInputStream {
  private final long[] left;

  /**
   * @param left octets that may still come; shared by all that come out of one file
   */
  BoundedDecompression(InputStream in, long[] left) {
    super(in);
    this.left = left;
  }

  /** Refuses to go on where more has come out than may. */
  static void hold(long[] left) throws IOException {
    if (left[0] < 0) {
      throw new IOException(
          "larger than "
              + LetterArchive.MAX_UNPACKED_OCTETS / (1 << 30)
              + " GB when uncompressed; split it");
    }
  }

  private int counted(int read) throws IOException {
    left[0] -= Math.max(0, read);
    hold(left);
    return read;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    counted(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return counted(in.read(into, from, length));
  }

  @Override
  public long skip(long octets) throws IOException {
    // by reading, so that what is skipped is counted
    byte[] nowhere = new byte[(int) Math.min(octets, 8192)];
    return Math.max(0, read(nowhere, 0, nowhere.length));
  }

  /**
   * Who asks for more than there is would lose what is there to the error that stands behind it.
   */
  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {
    // the next file of a ZIP is read from the same stream
  }
}
