package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.text.MboxFromLine;
import org.jspecify.annotations.Nullable;

/**
 * Reads an mbox. A letter begins with a line {@code From } and ends before the empty line that
 * stands before the next, or at the end of the file.
 *
 * <p>Old programs left such lines in the middle of a letter as they were. So one begins a letter
 * only where an empty line stands before it and it ends in a time as mail programs write it; or in
 * an address, if what follows looks like a header. Where somebody left the empty line out, it must
 * end in a time, and a field must follow that letters have.
 *
 * <p>Others (mboxcl, mboxcl2) say in the header how many octets the body has. That is believed
 * where a letter, or nothing, does begin behind so many; then such lines in it are its own.
 */
final class Mbox {
  private static final byte[] FROM = "From ".getBytes(ISO_8859_1);

  /** Octets of a line that are looked at to tell what it is. */
  private static final int LOOKED_AT = 400;

  private static final Pattern ADDRESS = Pattern.compile("From [^ ]{1,320} {0,9}");

  private static final Pattern KNOWN_FIELD =
      Pattern.compile(
          "(?i)(Return-Path|Received|Delivered-To|X-[A-Za-z0-9-]{1,60}|Message-ID|Date|From|To|Subject"
              + "|Status|MIME-Version|Sender|Reply-To|DKIM-Signature|Authentication-Results):");

  private static final Pattern LENGTH =
      Pattern.compile("(?i)Content-Length:[ \\t]{0,9}(\\d{1,9})[ \\t]{0,9}");

  /** So many lengths that are wrong, and none is believed any more: each costs a look ahead. */
  private static final int MOST_WRONG = 20;

  private InputStream in;
  private final LetterArchive.Kind kind;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int wrong;
  private int end;

  Mbox(InputStream in, LetterArchive.Kind kind) {
    this.in = in;
    this.kind = kind;
  }

  /** A letter as it is gathered. */
  private static final class Gathering {
    final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    final @Nullable String line;
    boolean tooLarge;
    boolean inHeader = true;
    int length = -1;

    Gathering(@Nullable String line) {
      this.line = line;
    }

    void add(byte[] more) {
      tooLarge |= octets.size() + (long) more.length > LetterArchive.MAX_LETTER_OCTETS;
      if (!tooLarge) {
        octets.writeBytes(more);
      }
    }

    ArchivedLetter mail() {
      return new ArchivedLetter(tooLarge ? null : octets.toByteArray(), line);
    }
  }

  /** The first line; a whole file that looks like one would be one letter without words. */
  private static byte @Nullable [] ended(byte @Nullable [] line) throws IOException {
    for (int i = 0; line != null && starts(line, 0) && i < line.length - 1; i++) {
      if (line[i] == '\r' && line[i + 1] != '\n' && line[i + 1] != '\r') {
        throw new IOException(
            "lines end with a carriage return only, as on old computers; convert them first");
      }
    }
    return line;
  }

  void each(LetterArchive.Taker taker) throws IOException {
    Gathering letter = null;
    byte[] blank = null; // kept back: it may part two letters
    boolean afterBlank = true;
    boolean first = true;
    for (byte[] line = ended(next()); line != null; line = next()) {
      boolean inBody = letter != null && !letter.inHeader;
      if ((afterBlank || inBody) && starts(line, 0)) {
        byte[] after = next();
        if (first || (afterBlank ? begins(line, after) : joins(line, after))) {
          if (letter != null) {
            taker.take(letter.mail());
          }
          letter = new Gathering(text(line).stripTrailing());
          first = false;
          blank = null;
          afterBlank = false;
          unread = after;
          continue;
        }
        unread = after;
      }
      first = false;
      letter = letter == null ? new Gathering(null) : letter;
      if (blank != null) {
        letter.add(blank);
      }
      afterBlank = isEmpty(line);
      blank = afterBlank ? line : null;
      if (!afterBlank) {
        letter.length = letter.inHeader ? length(line, letter.length) : -1;
        letter.add(unquoted(line));
      } else if (isWholeNow(letter, line)) {
        blank = null;
      }
    }
    if (letter != null && !(letter.line == null && letter.octets.size() == 0)) {
      taker.take(letter.mail());
    }
  }

  /** Behind the header, marked by this line, comes a body as long as that says: it is added. */
  private boolean isWholeNow(Gathering letter, byte[] line) throws IOException {
    boolean measured = letter.inHeader && letter.length >= 0;
    letter.inHeader = false;
    byte[] body = measured ? measured(letter.length) : null;
    if (body != null) {
      letter.add(line);
      letter.add(body);
    }
    return body != null;
  }

  private static int length(byte[] line, int before) {
    Matcher length = LENGTH.matcher(text(line));
    return length.matches() ? Integer.parseInt(length.group(1)) : before;
  }

  /** So many octets, if a letter or nothing begins behind them; else null, and nothing is read. */
  private byte @Nullable [] measured(int octets) throws IOException {
    if (octets > LetterArchive.MAX_LETTER_OCTETS || wrong == MOST_WRONG) {
      return null;
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    for (byte[] line = octets == 0 ? null : next(); line != null; line = next()) {
      read.writeBytes(line);
      if (read.size() >= octets) {
        break;
      }
    }
    byte[] after = next();
    boolean parted = after != null && isEmpty(after);
    byte[] from = parted ? next() : after;
    if (read.size() == octets && (from == null || isTimed(from))) {
      unread = from;
      byte[] body = read.toByteArray();
      return hasOwn(body) ? body : unquotedAll(body);
    }
    wrong++;
    for (byte[] more : new byte[][] {after, parted ? from : null}) {
      read.writeBytes(more == null ? new byte[0] : more);
    }
    read.write(buffer, at, end - at);
    in = new SequenceInputStream(new ByteArrayInputStream(read.toByteArray()), in);
    at = end;
    return null;
  }

  private static boolean isTimed(byte[] line) {
    return starts(line, 0) && MboxFromLine.isTimed(text(line));
  }

  /** Whether a line of it begins as one that parts letters: then nothing in it was marked. */
  private static boolean hasOwn(byte[] body) {
    String text = new String(body, ISO_8859_1);
    return text.startsWith("From ") || text.contains("\nFrom ");
  }

  private byte[] unquotedAll(byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(body.length);
    int from = 0;
    while (from < body.length) {
      int to = from;
      while (to < body.length && body[to] != '\n') {
        to++;
      }
      to = Math.min(body.length, to + 1);
      all.writeBytes(unquoted(java.util.Arrays.copyOfRange(body, from, to)));
      from = to;
    }
    return all.toByteArray();
  }

  private byte @Nullable [] unread;

  private static boolean begins(byte[] line, byte @Nullable [] after) {
    String words = text(line);
    return MboxFromLine.isTimed(words)
        || (ADDRESS.matcher(words).matches()
            && (after == null || isEmpty(after) || isField(after)));
  }

  /** Whether a letter begins without an empty line before it. */
  private static boolean joins(byte[] line, byte @Nullable [] after) {
    return after != null && isTimed(line) && KNOWN_FIELD.matcher(text(after)).lookingAt();
  }

  /** A name with a colon, or once more such a line. */
  private static boolean isField(byte[] line) {
    int at = 0;
    while (at < line.length && line[at] > ' ' && line[at] < 0x7f && line[at] != ':') {
      at++;
    }
    return (at > 0 && at < line.length && line[at] == ':') || starts(line, line[0] == '>' ? 1 : 0);
  }

  private static String text(byte[] line) {
    String text = new String(line, 0, Math.min(line.length, LOOKED_AT), ISO_8859_1);
    return text.replace("\r", "").replace("\n", "");
  }

  private static boolean isEmpty(byte[] line) {
    return (line.length == 1 && line[0] == '\n')
        || (line.length == 2 && line[0] == '\r' && line[1] == '\n');
  }

  private static boolean starts(byte[] line, int from) {
    if (line.length < from + FROM.length) {
      return false;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (line[from + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }

  private byte[] unquoted(byte[] line) {
    int marks = 0;
    while (marks < line.length && line[marks] == '>') {
      marks++;
    }
    boolean quoted =
        marks > 0 && starts(line, marks) && (kind == LetterArchive.Kind.MBOXRD || marks == 1);
    return quoted ? java.util.Arrays.copyOfRange(line, 1, line.length) : line;
  }

  /** The next line with its end, or a piece of one that is very long; null at the end. */
  private byte @Nullable [] next() throws IOException {
    byte[] before = unread;
    if (before != null) {
      unread = null;
      return before;
    }
    ByteArrayOutputStream line = null;
    while (true) {
      if (at == end) {
        at = 0;
        end = in.read(buffer);
        if (end <= 0) {
          end = 0;
          return line == null ? null : line.toByteArray();
        }
      }
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      boolean whole = at < end;
      at += whole ? 1 : 0;
      if (whole && line == null) {
        return java.util.Arrays.copyOfRange(buffer, from, at);
      }
      line = line == null ? new ByteArrayOutputStream() : line;
      line.write(buffer, from, at - from);
      if (whole || line.size() > LetterArchive.MAX_LETTER_OCTETS) {
        return line.toByteArray();
      }
    }
  }
}
