package org.caucus.mail.mailbox;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * One file, whatever its looks: an mbox, one letter, the history of a public-inbox; any of them
 * packed; or a ZIP of what a {@link MaildirFolder} has. It is read from its beginning to its end
 * and never lies unpacked anywhere.
 */
record MailboxFile(LetterArchive.Source source, LetterArchive.Kind quoting)
    implements LetterArchive {
  private static final int BUFFER = 1 << 16;

  @Override
  public void each(Taker taker) throws IOException {
    EachFile.whole(taker, this::whole);
  }

  private void whole(Taker taker) throws IOException {
    long[] left = {MAX_UNPACKED_OCTETS};
    try (InputStream in = new BufferedInputStream(source.open(), BUFFER)) {
      read(new BufferedInputStream(new BoundedDecompression(in, left), BUFFER), left, taker);
    }
  }

  private void read(InputStream in, long[] left, Taker taker) throws IOException {
    InputStream plain = unpacked(in, left);
    MailboxFormat looks =
        looks(plain)
            .orElseThrow(
                () ->
                    new IOException(
                        "not a mailbox file: an mbox file starts with \"From \", an email with its"
                            + " header"));
    switch (looks) {
      case LETTERS -> new Mbox(plain, quoting).each(taker);
      // there are files that unpack to themselves: each layer would cost memory, without an end
      case GZIP -> throw new IOException("compressed twice; uncompress it once");
      case ZIP -> new ZipFiles(plain, left).each(quoting, taker);
      case HISTORY -> new FastExport(this::again).each(taker);
    }
  }

  /** What is in it if it is packed, else what it is. */
  static InputStream unpacked(InputStream in, long[] left) throws IOException {
    return looks(in).equals(Optional.of(MailboxFormat.GZIP))
        ? new BufferedInputStream(
            new BoundedDecompression(new GZIPInputStream(in, BUFFER), left), BUFFER)
        : in;
  }

  /** A history is gone through twice. */
  private InputStream again() throws IOException {
    long[] left = {MAX_UNPACKED_OCTETS};
    InputStream file = new BufferedInputStream(source.open(), BUFFER);
    return new FilterInputStream(unpacked(file, left)) {
      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  private static Optional<MailboxFormat> looks(InputStream in) throws IOException {
    in.mark(MailboxFormat.LOOKED_AT);
    byte[] beginning = in.readNBytes(MailboxFormat.LOOKED_AT);
    in.reset();
    return MailboxFormat.of(beginning);
  }
}
