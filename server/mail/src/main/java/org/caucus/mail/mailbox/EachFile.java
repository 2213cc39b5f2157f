package org.caucus.mail.mailbox;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/** One file of a box that holds others, too: where it cannot be read that is told, no more. */
final class EachFile {
  /** What is said of a file that ends too early, or is packed in another way. */
  static final String DAMAGED =
      "damaged, cut short or protected by a password; the rest was not read";

  /** What is said of a link: it may lead to any file of this machine. */
  static final String LINK = "a link, which Caucus does not follow";

  private EachFile() {}

  /** Hands on what is in one file. */
  @FunctionalInterface
  interface Reader {
    /** Reads it to its end. */
    void read(LetterArchive.Taker taker) throws IOException;
  }

  /** Reads a file; if it cannot be read to its end, that is told, and the next may be read. */
  static void read(String place, LetterArchive.Taker taker, Reader reader) throws IOException {
    told(place, taker, reader, e -> true);
  }

  /** Reads all there is. What is damaged is told; what is no box at all is an error. */
  static void whole(LetterArchive.Taker taker, Reader reader) throws IOException {
    told("", taker, reader, EachFile::isDamage);
  }

  private static void told(
      String place, LetterArchive.Taker taker, Reader reader, Predicate<IOException> isTold)
      throws IOException {
    boolean[] handedOn = {false};
    try {
      reader.read(
          mail -> {
            handedOn[0] = true;
            taker.take(mail);
            handedOn[0] = false;
          });
    } catch (IOException e) {
      if (handedOn[0] || !isTold.test(e)) {
        throw e;
      }
      taker.take(ArchivedLetter.unread(place, why(e)));
    }
  }

  private static boolean isDamage(IOException e) {
    return e instanceof ZipException || e instanceof EOFException;
  }

  /** Why a file is not read, in words. */
  static String why(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "Caucus has no permission to read it";
      case NoSuchFileException gone -> "removed while the mailbox was being read";
      case FileSystemException other ->
          "cannot be opened: " + Objects.requireNonNullElse(other.getReason(), "no reason");
      default -> said(e, String.valueOf(e.getMessage()));
    };
  }

  private static String said(IOException e, String message) {
    if (message.endsWith("(NOFOLLOW_LINKS specified)")) {
      return LINK; // it became one since it was found
    }
    return isDamage(e) ? DAMAGED : "cannot be read to the end: " + message;
  }
}
