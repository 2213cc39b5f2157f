package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.mailbox.folders.MaildirLocation;
import org.jspecify.annotations.Nullable;

/**
 * A directory of letters: a Maildir with whatever folders are in it, as Maildir++ has them or one
 * in another; mboxes and single letters beside it. The letters of the Maildir come in the order of
 * their names, which begin with the second of their delivery. A link is no letter: it may lead to
 * any file of this machine.
 *
 * <p>What a file is, is seen by {@link #take}, for a ZIP of a directory too.
 */
record MaildirFolder(Path path, LetterArchive.Kind quoting) implements LetterArchive {
  /** Folders in folders, at most. */
  private static final int MAX_DEPTH = 32;

  /** Files of one box, at most. */
  private static final int MAX_FILES = 1_000_000;

  private static final int BUFFER = 1 << 16;

  private static final Pattern SECOND = Pattern.compile("(\\d{1,18})\\D.*", Pattern.DOTALL);

  /** Files that hold letters in ways that are not read here. */
  private static final Pattern OF_OTHER_KINDS =
      Pattern.compile(
          "\\.(?:zip|tar|tgz|tbz2?|txz|xz|bz2|zst|7z|rar|pst|ost|olm|msg|emlx|dbx|mbx|nsf|mbox)$");

  @Override
  public void each(Taker taker) throws IOException {
    List<Found> files = new ArrayList<>();
    List<ArchivedLetter> unread = new ArrayList<>();
    Files.walkFileTree(
        path,
        EnumSet.noneOf(java.nio.file.FileVisitOption.class),
        MAX_DEPTH,
        gather(files, unread));
    files.sort(
        Comparator.comparingLong(Found::order)
            .thenComparing(f -> f.file().getFileName())
            .thenComparing(Found::file));
    for (Found found : files) {
      MaildirLocation place = place(found.file());
      EachFile.read(place.path(), taker, t -> read(found.file(), place, t));
    }
    for (ArchivedLetter mail : unread) {
      taker.take(mail);
    }
  }

  private void read(Path file, MaildirLocation place, Taker taker) throws IOException {
    // what was a file when it was found may be a link by now
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), BUFFER)) {
      take(place, in, new long[] {MAX_UNPACKED_OCTETS}, quoting, taker);
    }
  }

  /**
   * A file, and the second it was delivered in, if it says so; letters without it come behind, what
   * is no letter of a Maildir last.
   */
  private record Found(Path file, long order) {}

  private static long order(MaildirLocation place) {
    Matcher name = SECOND.matcher(place.name());
    return !place.isOfMaildir()
        ? Long.MAX_VALUE
        : name.matches() ? Long.parseLong(name.group(1)) : Long.MAX_VALUE - 1;
  }

  private MaildirLocation place(Path file) {
    return new MaildirLocation(path.relativize(file).toString());
  }

  private SimpleFileVisitor<Path> gather(List<Found> files, List<ArchivedLetter> unread) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
        MaildirLocation place = place(folder);
        boolean within = !folder.equals(path) && place.isOfMaildir();
        return within || place.name().equals("tmp")
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
        MaildirLocation place = place(file);
        if (a.isSymbolicLink()) {
          unread.add(ArchivedLetter.unread(place.path(), EachFile.LINK));
        } else if (a.isDirectory()) {
          unread.add(ArchivedLetter.unread(place.path(), "deeper than " + MAX_DEPTH + " folders"));
        } else if (a.isOther()) {
          unread.add(ArchivedLetter.unread(place.path(), "neither a file nor a folder"));
        } else if (!place.isOfPrograms()) {
          files.add(new Found(file, order(place)));
        }
        return few(files.size() + unread.size());
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        return unread(file, e);
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
          throws IOException {
        return e == null ? FileVisitResult.CONTINUE : unread(folder, e);
      }

      private FileVisitResult unread(Path file, IOException e) throws IOException {
        if (file.equals(path)) {
          throw e;
        }
        unread.add(ArchivedLetter.unread(place(file).path(), EachFile.why(e)));
        return few(files.size() + unread.size());
      }
    };
  }

  private static FileVisitResult few(int found) throws IOException {
    if (found > MAX_FILES) {
      throw new IOException("more than " + MAX_FILES + " files in an email folder; split it");
    }
    return FileVisitResult.CONTINUE;
  }

  /**
   * Takes what a file holds: the letter that it is, or those of the mbox that it is. What is
   * neither is passed over, since whatever is called anything may be an mbox; only what holds
   * letters in another way is told as unread.
   *
   * @param left octets that may still come out of it, if it is packed
   */
  static void take(MaildirLocation place, InputStream in, long[] left, Kind quoting, Taker taker)
      throws IOException {
    if (place.isOfPrograms()) {
      return;
    }
    ArchivedLetter.Kept kept =
        place.isDraft()
            ? ArchivedLetter.Kept.AS_DRAFT
            : place.isTrashed() ? ArchivedLetter.Kept.AS_TRASH : ArchivedLetter.Kept.AS_LETTER;
    String name = place.name().toLowerCase(Locale.ROOT);
    if (place.isOfMaildir() || name.endsWith(".eml")) {
      byte[] octets = in.readNBytes(MAX_LETTER_OCTETS + 1);
      boolean small = octets.length <= MAX_LETTER_OCTETS;
      taker.take(new ArchivedLetter(small ? octets : null, null, place.path(), kept));
      return;
    }
    InputStream open = MailboxFile.unpacked(in, left);
    String line = beginning(open);
    if (line.stripLeading().startsWith("From ")) {
      new Mbox(open, quoting)
          .each(m -> taker.take(new ArchivedLetter(m.octets(), m.line(), place.path(), kept)));
    } else if (!line.isEmpty() && OF_OTHER_KINDS.matcher(name).find()) {
      taker.take(ArchivedLetter.unread(place.path(), "a type of file that cannot be imported"));
    }
  }

  private static String beginning(InputStream in) throws IOException {
    in.mark(MailboxFormat.LOOKED_AT);
    String line = new String(in.readNBytes(13), ISO_8859_1);
    in.reset();
    return line;
  }
}
