package org.caucus.email.boxes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
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

  @Override
  public void each(Taker taker) throws IOException {
    long[] left = {MAX_UNPACKED_OCTETS};
    try (InputStream in = new BufferedInputStream(source.open(), BUFFER)) {
      read(new BufferedInputStream(new Bounded(in, left), BUFFER), left, taker);
    } catch (ZipException | EOFException e) {
      throw new IOException("it is damaged: it cannot be unpacked to its end", e);
    }
  }

  private void read(InputStream in, long[] left, Taker taker) throws IOException {
    InputStream plain = unpacked(in, left);
    Looks looks =
        looks(plain)
            .orElseThrow(
                () ->
                    new IOException(
                        "this is no box of letters: an mbox begins with \"From \", a letter with"
                            + " its header"));
    switch (looks) {
      case LETTERS -> new Mbox(plain, quoting).each(taker);
      // there are files that unpack to themselves: each layer would cost memory, without an end
      case GZIP -> throw new IOException("it is packed twice; unpack it once");
      case ZIP -> files(new ZipInputStream(plain), left, taker);
      case HISTORY -> new FastExport(this::again).each(taker);
    }
  }

  /** What is in it if it is packed, else what it is. */
  private static InputStream unpacked(InputStream in, long[] left) throws IOException {
    return looks(in).equals(Optional.of(Looks.GZIP))
        ? new BufferedInputStream(new Bounded(new GZIPInputStream(in, BUFFER), left), BUFFER)
        : in;
  }

  /** A history is gone through twice. */
  private InputStream again() throws IOException {
    long[] left = {MAX_UNPACKED_OCTETS};
    return unpacked(new BufferedInputStream(source.open(), BUFFER), left);
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
      if (file.isDirectory() || isOfPrograms(name)) {
        continue;
      }
      InputStream in = new BufferedInputStream(new Bounded(zip, left), BUFFER);
      if (isLetter(name)) {
        taker.take(letter(in));
      } else {
        box(in, left, taker);
      }
    }
  }

  /** What systems and programs add for themselves. */
  private static boolean isOfPrograms(String path) {
    return path.startsWith("__MACOSX/")
        || name(path).startsWith(".")
        || name(folder(path)).equals("tmp");
  }

  /** A letter has a file of its own in a Maildir, or by the ending of its name. */
  private static boolean isLetter(String path) {
    String folder = name(folder(path));
    return folder.equals("cur")
        || folder.equals("new")
        || path.toLowerCase(Locale.ROOT).endsWith(".eml");
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Mail letter(InputStream in) throws IOException {
    byte[] octets = in.readNBytes(MAX_LETTER_OCTETS + 1);
    return new Mail(octets.length > MAX_LETTER_OCTETS ? null : octets, null);
  }

  /** Whatever is called anything may be an mbox; what is none is passed over. */
  private void box(InputStream in, long[] left, Taker taker) throws IOException {
    InputStream open = unpacked(in, left);
    if (begins(open)) {
      new Mbox(open, quoting).each(taker);
    }
  }

  private static boolean begins(InputStream in) throws IOException {
    in.mark(Looks.LOOKED_AT);
    String line = new String(in.readNBytes(13), ISO_8859_1);
    in.reset();
    return line.stripLeading().startsWith("From ");
  }
}
