package org.caucus.mail.message.octets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What follows a letter's header: never changed, never copied for one reader, looked at once. */
public final class LetterBody {
  private final byte[] source;
  private final int from;
  private volatile @Nullable SmtpLines lines;

  /** The octets from there to the end. They are not copied: the caller leaves them alone. */
  public LetterBody(byte[] source, int from) {
    this.source = source;
    this.from = from;
  }

  /** Its length in octets. */
  public int length() {
    return source.length - from;
  }

  /** A copy. */
  public byte[] toBytes() {
    return Arrays.copyOfRange(source, from, source.length);
  }

  /** To be read without a copy. */
  public InputStream stream() {
    return new ByteArrayInputStream(source, from, length());
  }

  /** Copies it into an array that has room. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(source, from, target, at, length());
  }

  /** Writes it as it is. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(source, from, length());
  }

  /**
   * Its lines; looked at once, however many the letter is sent to.
   *
   * @throws IllegalArgumentException as {@link SmtpLines#of}
   */
  public SmtpLines lines() {
    SmtpLines known = lines;
    if (known == null) {
      known = SmtpLines.of(source, from);
      lines = known;
    }
    return known;
  }
}
