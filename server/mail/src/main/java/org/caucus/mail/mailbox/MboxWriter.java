package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes letters into a new box that only its owner can read. */
public final class MboxWriter implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String NOBODY = "From mboxrd@z ";
  private static final byte[] FROM = "From ".getBytes(ISO_8859_1);

  private final LetterArchive.Kind kind;
  private final Path path;
  private final @Nullable OutputStream out;
  private int written;
  private int unfaithful;

  private MboxWriter(Path path, LetterArchive.Kind kind, @Nullable OutputStream out) {
    this.kind = kind;
    this.path = path;
    this.out = out;
  }

  /**
   * Begins a box; nothing may be there yet.
   *
   * @param kind any but {@link LetterArchive.Kind#PUBLIC_INBOX}
   */
  public static MboxWriter create(Path path, LetterArchive.Kind kind) throws IOException {
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    return switch (kind) {
      case MBOXRD, MBOXO -> {
        var own =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(path, own);
        yield new MboxWriter(
            path,
            kind,
            new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.WRITE), 1 << 16));
      }
      case MAILDIR -> {
        Files.createDirectory(path, mine);
        for (String folder : new String[] {"tmp", "new", "cur"}) {
          Files.createDirectory(path.resolve(folder), mine);
        }
        yield new MboxWriter(path, kind, null);
      }
      case PUBLIC_INBOX -> throw new IllegalArgumentException("not written: " + kind);
    };
  }

  /**
   * The next letter.
   *
   * @param at when it was said, for letters that came with no line of an mbox
   */
  public void write(ArchivedLetter mail, Instant at) throws IOException {
    byte[] octets = java.util.Objects.requireNonNull(mail.octets());
    if (out == null) {
      Files.write(path.resolve("cur").resolve(name(at)), octets, StandardOpenOption.CREATE_NEW);
    } else {
      String line = mail.line() == null ? NOBODY + TIME.format(at) : mail.line();
      out.write((line + "\n").getBytes(ISO_8859_1));
      body(out, octets);
      out.write('\n');
    }
    written++;
  }

  private String name(Instant at) {
    return String.format(
        Locale.ROOT, "%d.Q%09d.caucus:2,S", Math.max(0, at.getEpochSecond()), written);
  }

  private void body(OutputStream to, byte[] octets) throws IOException {
    int from = 0;
    while (from < octets.length) {
      int end = from;
      while (end < octets.length && octets[end] != '\n') {
        end++;
      }
      end = Math.min(end + 1, octets.length);
      if (isQuoted(octets, from, end)) {
        to.write('>');
      }
      to.write(octets, from, end - from);
      from = end;
    }
    if (octets.length > 0 && octets[octets.length - 1] != '\n') {
      to.write('\n'); // an mbox cannot say that a last line has no end
      unfaithful++;
    }
  }

  private boolean isQuoted(byte[] octets, int from, int end) {
    int at = from;
    while (kind == LetterArchive.Kind.MBOXRD && at < end && octets[at] == '>') {
      at++;
    }
    if (end - at < FROM.length) {
      return false;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (octets[at + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }

  /** Letters written. */
  public int written() {
    return written;
  }

  /** Of those, how many an mbox cannot hold to the last octet: their last line has no end. */
  public int unfaithful() {
    return unfaithful;
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
