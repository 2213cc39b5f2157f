package org.caucus.mail.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A box of letters that can be gone through any number of times, always in the same order. */
public interface LetterArchive {
  /** Largest letter that is read, in octets. */
  int MAX_LETTER_OCTETS = 64 * 1024 * 1024;

  /** Octets that a packed box may unpack to, at most. */
  long MAX_UNPACKED_OCTETS = 4L << 30;

  /** Opens a file from its beginning, each time it is asked. */
  @FunctionalInterface
  interface Source {
    /** The file; the caller closes it. */
    InputStream open() throws IOException;
  }

  /** What is done with each letter. */
  @FunctionalInterface
  interface Taker {
    /** The next letter. */
    void take(ArchivedLetter mail) throws IOException;
  }

  /** How letters are kept. */
  enum Kind {
    /**
     * Lines that begin with any number of {@code >} and {@code From } have one more before them.
     */
    MBOXRD,
    /** Only lines that begin with {@code From } have a {@code >} before them. */
    MBOXO,
    /** A file for each, in folders; what else lies there may be an mbox. */
    MAILDIR,
    /** A commit for each, in one git repository or in several one after the other. */
    PUBLIC_INBOX
  }

  /** Goes through all letters. */
  void each(Taker taker) throws IOException;

  /** What lies there, by its looks: a file is taken for {@link Kind#MBOXRD}. */
  static Kind kindOf(Path path) {
    if (!Files.isDirectory(path)) {
      return Kind.MBOXRD;
    }
    return PublicInbox.isAt(path) ? Kind.PUBLIC_INBOX : Kind.MAILDIR;
  }

  /** The box at this path. */
  static LetterArchive at(Path path, Kind kind) {
    return switch (kind) {
      case MBOXRD, MBOXO -> of(() -> opened(path), kind);
      case MAILDIR -> new MaildirFolder(path, Kind.MBOXRD);
      case PUBLIC_INBOX -> new PublicInbox(path);
    };
  }

  private static InputStream opened(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException("neither a file nor a folder, so it cannot be read twice");
    }
    return Files.newInputStream(path);
  }

  /**
   * The box that a file is, by its looks: an mbox, one letter, what {@code git fast-export} wrote
   * of a public-inbox, any of them packed by gzip; or a ZIP of a Maildir or of mboxes. What is not
   * one of these is an {@link IOException} that says so, when it is read.
   *
   * @param quoting how an mbox, or those in a ZIP, quote lines that begin with {@code From }
   */
  static LetterArchive of(Source source, Kind quoting) {
    return new MailboxFile(source, quoting);
  }
}
