package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A public-inbox as {@code git fast-export --all} writes it: one stream, in which each letter is a
 * blob and stands before the commit that brought it. What was taken away again is not read: in
 * version 2 it is named by the file {@code d}, in version 1 its own file is deleted. Gone through
 * twice: for what was taken away, and for the letters. See {@code gitformat} of git-fast-import(1).
 *
 * <p>One that was cut short has the letters that stand before that place, and ends in an {@link
 * EOFException}.
 */
final class FastExport implements LetterArchive {
  /** Octets of one line that are looked at. */
  private static final int LINE_OCTETS = 8192;

  private static final Pattern DATA = Pattern.compile("data (\\d{1,15})");
  private static final Pattern MARK = Pattern.compile("mark (:\\d{1,15})");
  private static final Pattern FILE =
      Pattern.compile("M [0-7]{6} (:\\d{1,15}) (m|d|[0-9a-f]{2}/[0-9a-f]{38,62})");
  private static final Pattern BY_NAME =
      Pattern.compile("M [0-7]{6} [0-9a-f]{40,64} (?:m|[0-9a-f]{2}/[0-9a-f]{38,62})");
  private static final Pattern GONE = Pattern.compile("D ([0-9a-f]{2}/[0-9a-f]{38,62})");

  private final LetterArchive.Source source;

  FastExport(LetterArchive.Source source) {
    this.source = source;
  }

  @Override
  public void each(Taker taker) throws IOException {
    FastExportMarks letters = letters();
    walk(new Letters(letters, taker));
    if (letters.missing() > 0) {
      String many = letters.missing() + " emails are listed without their content";
      taker.take(ArchivedLetter.unread("", many));
    }
    if (letters.isCut()) {
      throw new EOFException();
    }
  }

  /** Hands on the letters that are still there. */
  private record Letters(FastExportMarks letters, Taker taker) implements Reader {
    @Override
    public void line(String line) {}

    @Override
    public void blob(String mark, InputStream in, long octets) throws IOException {
      if (!letters.holds(mark)) {
        in.skipNBytes(octets);
        return;
      }
      letters.met(mark);
      if (octets > MAX_LETTER_OCTETS) {
        in.skipNBytes(octets);
        taker.take(new ArchivedLetter(null, null));
      } else {
        taker.take(new ArchivedLetter(whole(in, (int) octets), null));
      }
    }
  }

  private static byte[] whole(InputStream in, int octets) throws IOException {
    byte[] read = in.readNBytes(octets);
    if (read.length < octets) {
      throw new EOFException();
    }
    return read;
  }

  /** The marks of what was brought and not taken away, up to where it was cut short. */
  private FastExportMarks letters() throws IOException {
    Names names = new Names(new FastExportMarks());
    try {
      walk(names);
      names.end();
    } catch (EOFException e) {
      names.letters.cut();
    }
    return names.letters;
  }

  /** Notes what came and went. */
  private static final class Names implements Reader {
    private final FastExportMarks letters;
    private String unnamed = "";

    Names(FastExportMarks letters) {
      this.letters = letters;
    }

    @Override
    public void line(String line) throws IOException {
      Matcher file = FILE.matcher(line);
      Matcher gone = GONE.matcher(line);
      if (!unnamed.isEmpty() && line.startsWith("M ") && line.contains(" " + unnamed + " ")) {
        unnamed = "";
      }
      if (file.matches() && file.group(2).equals("d")) {
        letters.remove(file.group(1));
      } else if (file.matches()) {
        letters.add(file.group(1), file.group(2));
      } else if (BY_NAME.matcher(line).matches()) {
        letters.elsewhere();
      } else if (gone.matches()) {
        letters.gone(gone.group(1));
      }
    }

    @Override
    public void blob(String mark, InputStream in, long octets) throws IOException {
      in.skipNBytes(octets);
      unnamed = mark;
    }

    /** The commit that brings a letter stands behind it. */
    void end() throws IOException {
      if (!unnamed.isEmpty()) {
        throw new EOFException();
      }
    }
  }

  /** What is done with what is met. */
  private interface Reader {
    void line(String line) throws IOException;

    /** Takes exactly so many octets. */
    void blob(String mark, InputStream in, long octets) throws IOException;
  }

  /**
   * Goes through it.
   *
   * @throws EOFException it ends where none that is whole does: not behind an empty line
   */
  private void walk(Reader reader) throws IOException {
    try (InputStream in = source.open()) {
      boolean blob = false;
      String mark = "";
      String last = "";
      for (String line = line(in); line != null; line = line(in)) {
        Matcher data = DATA.matcher(line);
        Matcher named = MARK.matcher(line);
        last = line;
        if (data.matches()) {
          long octets = Long.parseLong(data.group(1));
          if (blob) {
            reader.blob(mark, in, octets);
          } else {
            in.skipNBytes(octets);
          }
        } else if (named.matches()) {
          mark = named.group(1);
        } else if (!line.startsWith("original-oid ")) {
          blob = line.equals("blob");
          reader.line(line);
        }
      }
      if (!last.isEmpty() && !last.equals("done")) {
        throw new EOFException();
      }
    }
  }

  /**
   * A line without its end; of a very long one the beginning, which is not one that is known here.
   */
  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int octet = in.read();
    if (octet < 0) {
      return null;
    }
    for (; octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException();
      }
      if (line.size() < LINE_OCTETS) {
        line.write(octet);
      }
    }
    return line.toString(UTF_8);
  }
}
