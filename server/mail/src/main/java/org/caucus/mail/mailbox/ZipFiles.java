package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.caucus.mail.mailbox.folders.MaildirLocation;

/** The files of a ZIP, from its beginning to its end: one that was cut short is an error. */
final class ZipFiles {
  private static final int BUFFER = 1 << 16;

  /** How the record at the end of every ZIP begins. */
  private static final int END = 0x504b0506;

  /** Octets of that record without a remark, and with the longest. */
  private static final int END_OCTETS = 22;

  private static final int MOST_END_OCTETS = END_OCTETS + 0xffff;

  private final Ending ending;
  private final long[] left;

  /**
   * @param left octets that may still come out of it
   */
  ZipFiles(InputStream in, long[] left) {
    this.ending = new Ending(in);
    this.left = left;
  }

  void each(LetterArchive.Kind quoting, LetterArchive.Taker taker) throws IOException {
    ZipInputStream zip = new ZipInputStream(ending, ISO_8859_1);
    for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
      if (!file.isDirectory()) {
        MaildirLocation place = new MaildirLocation(name(file.getName()));
        InputStream in = new BufferedInputStream(new BoundedDecompression(zip, left), BUFFER);
        EachFile.read(place.path(), taker, t -> MaildirFolder.take(place, in, left, quoting, t));
        BoundedDecompression.hold(left);
      }
    }
    ending.transferTo(java.io.OutputStream.nullOutputStream());
    if (!ending.isWhole()) {
      throw new EOFException();
    }
  }

  /** Names are UTF-8, whether the file says so or not; of old programs they are anything. */
  private static String name(String octets) {
    if (octets.chars().anyMatch(c -> c > 0xff)) {
      return octets;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return octets;
    }
  }

  /** Sees whether the record that ends a ZIP has come. */
  private static final class Ending extends FilterInputStream {
    private int last;
    private long read;
    private long seen = Long.MIN_VALUE;

    Ending(InputStream in) {
      super(in);
    }

    boolean isWhole() {
      return seen >= 0 && read - seen >= END_OCTETS && read - seen <= MOST_END_OCTETS;
    }

    private void see(byte octet) {
      last = (last << 8) | (octet & 0xff);
      read++;
      seen = last == END ? read - 4 : seen;
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      if (octet >= 0) {
        see((byte) octet);
      }
      return octet;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = in.read(into, from, length);
      for (int i = from; i < from + got; i++) {
        see(into[i]);
      }
      return got;
    }

    @Override
    public long skip(long octets) throws IOException {
      return Math.max(0, read(new byte[(int) Math.min(octets, BUFFER)]));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
