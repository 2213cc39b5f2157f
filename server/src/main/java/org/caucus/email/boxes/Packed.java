package org.caucus.email.boxes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * One file, whatever its looks: an mbox, one letter, the history of a public-inbox; any of them
 * packed; or a ZIP of a Maildir, of mboxes (pipermail has one a month) and of single letters. It is
 * read from its beginning to its end and never lies unpacked anywhere.
 */
record Packed(Box.Source source, Box.Kind quoting) implements Box {
  private static final int BUFFER = 1 << 16;

  /** Letters with a file of their own: in a Maildir, or by the ending of their name. */
  private static final Pattern LETTER =
      Pattern.compile("(?:.{0,4000}/)?(?:cur|new)/[^/.][^/]{0,400}|.{0,4000}\\.(?i:eml)");

  /** What systems and programs add for themselves. */
  private static final Pattern NOT_LETTERS =
      Pattern.compile("(?:.{0,4000}/)?(?:__MACOSX/.{0,4000}|tmp/[^/]{0,400}|\\.[^/]{0,400})");

  @Override
  public void each(Taker taker) throws IOException {
    long[] left = {MAX_UNPACKED_OCTETS};
    try (InputStream in = new BufferedInputStream(source.open(), BUFFER)) {
      read(new BufferedInputStream(new Bounded(in, left), BUFFER), left, taker);
    } catch (ZipException | java.io.EOFException e) {
      throw new IOException("it is damaged: it cannot be unpacked to its end", e);
    }
  }

  private void read(InputStream in, long[] left, Taker taker) throws IOException {
    Looks looks =
        looks(in)
            .orElseThrow(
                () ->
                    new IOException(
                        "this is no box of letters: an mbox begins with \"From \", a letter with"
                            + " its header"));
    switch (looks) {
      case LETTERS -> new Mbox(in, quoting).each(taker);
      case GZIP -> read(unpacked(in, left), left, taker);
      case ZIP -> files(new ZipInputStream(in), left, taker);
      case HISTORY -> new FastExport(this::again).each(taker);
    }
  }

  private static InputStream unpacked(InputStream in, long[] left) throws IOException {
    return new BufferedInputStream(new Bounded(new GZIPInputStream(in, BUFFER), left), BUFFER);
  }

  /** A history is gone through twice; unpacked if it is packed. */
  private InputStream again() throws IOException {
    long[] left = {MAX_UNPACKED_OCTETS};
    InputStream in = new BufferedInputStream(source.open(), BUFFER);
    return looks(in).equals(Optional.of(Looks.GZIP)) ? unpacked(in, left) : in;
  }

  private static Optional<Looks> looks(InputStream in) throws IOException {
    in.mark(Looks.LOOKED_AT);
    byte[] beginning = in.readNBytes(Looks.LOOKED_AT);
    in.reset();
    return Looks.of(beginning);
  }

  private void files(ZipInputStream zip, long[] left, Taker taker) throws IOException {
    for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
      String name = file.getName();
      if (file.isDirectory() || NOT_LETTERS.matcher(name).matches()) {
        continue;
      }
      InputStream in = new BufferedInputStream(new Bounded(zip, left), BUFFER);
      if (LETTER.matcher(name).matches()) {
        taker.take(letter(in));
      } else {
        box(in, left, taker);
      }
    }
  }

  private static Mail letter(InputStream in) throws IOException {
    byte[] octets = in.readNBytes(MAX_LETTER_OCTETS + 1);
    return new Mail(octets.length > MAX_LETTER_OCTETS ? null : octets, null);
  }

  /** Whatever is called anything may be an mbox; what is none is passed over. */
  private void box(InputStream in, long[] left, Taker taker) throws IOException {
    Optional<Looks> looks = looks(in);
    InputStream open = looks.equals(Optional.of(Looks.GZIP)) ? unpacked(in, left) : in;
    if (begins(open)) {
      new Mbox(open, quoting).each(taker);
    }
  }

  private static boolean begins(InputStream in) throws IOException {
    in.mark(Looks.LOOKED_AT);
    String line = new String(in.readNBytes(13), java.nio.charset.StandardCharsets.ISO_8859_1);
    in.reset();
    return line.stripLeading().startsWith("From ");
  }
}
