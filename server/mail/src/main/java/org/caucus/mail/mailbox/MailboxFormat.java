package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of box a file is, by how it begins. */
public enum MailboxFormat {
  /** An mbox, or one letter. */
  LETTERS,
  /** Something that is packed; what, is seen when it is unpacked. */
  GZIP,
  /** Many files in one. */
  ZIP,
  /** What {@code git fast-export} writes: the history of a public-inbox. */
  HISTORY;

  /** Octets of a beginning that are looked at. */
  static final int LOOKED_AT = 1024;

  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private static final Pattern EXPORTED =
      Pattern.compile("^(?:feature done\n|blob\nmark :|reset refs/|commit refs/)");

  /** A line that parts letters, or the first field of one; empty lines may stand before it. */
  private static final Pattern LETTER =
      Pattern.compile("^[\\r\\n]{0,8}(?:From [^\\r\\n]|[A-Za-z][A-Za-z0-9-]{1,70}:)");

  /** What begins so; empty for what is no box. An empty file is one without letters. */
  public static Optional<MailboxFormat> of(byte[] beginning) {
    if (beginning.length == 0) {
      return Optional.of(LETTERS);
    }
    String text = new String(beginning, 0, Math.min(beginning.length, LOOKED_AT), ISO_8859_1);
    if (text.startsWith("\u001f\u008b")) {
      return Optional.of(GZIP);
    }
    if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
      return Optional.of(ZIP);
    }
    if (EXPORTED.matcher(text).find()) {
      return Optional.of(HISTORY);
    }
    boolean marked = text.startsWith(BYTE_ORDER_MARK);
    return LETTER.matcher(marked ? text.substring(BYTE_ORDER_MARK.length()) : text).find()
        ? Optional.of(LETTERS)
        : Optional.empty();
  }
}
