package org.caucus.platform.eventlog.archive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why an archive cannot be written, read or taken in. Each message says what to do. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    NOT_AN_ARCHIVE,
    NEWER,
    WRONG_KEY,
    CUT_OFF,
    DAMAGED,
    DUPLICATE,
    UNUSABLE
  }

  private final Kind kind;

  private ArchiveException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  static ArchiveException notOne(Path file) {
    return new ArchiveException(
        Kind.NOT_AN_ARCHIVE,
        file + " is not a Caucus archive. Name a file that caucus export wrote.",
        null);
  }

  static ArchiveException newer(Path file, int version) {
    return new ArchiveException(
        Kind.NEWER,
        file
            + " is an archive of version "
            + version
            + "; this Caucus reads up to "
            + ArchiveHeader.VERSION
            + ". Import it with a newer Caucus.",
        null);
  }

  static ArchiveException wrongKey(Path file, ArchiveKey key, @Nullable Throwable cause) {
    return new ArchiveException(Kind.WRONG_KEY, file + ": " + key.mismatch(), cause);
  }

  static ArchiveException cutOff(Path file) {
    return new ArchiveException(
        Kind.CUT_OFF,
        file + " is cut off: its end is missing. Nothing was taken in. Use a whole copy.",
        null);
  }

  /** Its contents are not what was written. */
  public static ArchiveException damaged(Path file, String where, @Nullable Throwable cause) {
    return new ArchiveException(
        Kind.DAMAGED,
        file + " is damaged " + where + ". Nothing was taken in. Use another copy.",
        cause);
  }

  /** What it holds is here already. */
  public static ArchiveException duplicate(String what) {
    return new ArchiveException(Kind.DUPLICATE, what, null);
  }

  /** A file cannot be used as it is, or a passphrase will not do. */
  public static ArchiveException unusable(String whatAndWayOut, @Nullable Throwable cause) {
    return new ArchiveException(Kind.UNUSABLE, whatAndWayOut, cause);
  }
}
