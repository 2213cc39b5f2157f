package org.caucus.email.boxes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A box of letters that can be gone through any number of times, always in the same order. */
public interface Box {
  /** Largest letter that is read, in octets. */
  int MAX_LETTER_OCTETS = 64 * 1024 * 1024;

  /** What is done with each letter. */
  @FunctionalInterface
  interface Taker {
    /** The next letter. */
    void take(Mail mail) throws IOException;
  }

  /** How letters are kept. */
  enum Kind {
    /**
     * Lines that begin with any number of {@code >} and {@code From } have one more before them.
     */
    MBOXRD,
    /** Only lines that begin with {@code From } have a {@code >} before them. */
    MBOXO,
    /** A file for each. */
    MAILDIR,
    /** A commit for each, in one git repository or in several one after the other. */
    PUBLIC_INBOX
  }

  /** Goes through all letters. */
  void each(Taker taker) throws IOException;

  /** What lies there, by its looks: a file is taken for {@link Kind#MBOXRD}. */
  static Kind kindOf(Path path) {
    if (Files.isDirectory(path.resolve("cur")) || Files.isDirectory(path.resolve("new"))) {
      return Kind.MAILDIR;
    }
    return Files.isDirectory(path) ? Kind.PUBLIC_INBOX : Kind.MBOXRD;
  }

  /** The box at this path; a file whose name ends in {@code .gz} is unpacked as it is read. */
  static Box at(Path path, Kind kind) {
    return switch (kind) {
      case MBOXRD, MBOXO ->
          taker -> {
            try (InputStream in = open(path)) {
              new Mbox(in, kind).each(taker);
            }
          };
      case MAILDIR -> new Maildir(path);
      case PUBLIC_INBOX -> new PublicInbox(path);
    };
  }

  private static InputStream open(Path path) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    return path.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
  }
}
