package org.caucus.platform.store.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why there is no backup, or why one cannot be used. Each message says what to do. */
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;

  private BackupException(boolean refused, String whatAndWayOut, @Nullable Throwable cause) {
    super(whatAndWayOut, cause);
    this.refused = refused;
  }

  private BackupException(String whatAndWayOut, @Nullable Throwable cause) {
    this(false, whatAndWayOut, cause);
  }

  /** Whether what was asked for will not do, so that nothing was done. */
  public boolean refused() {
    return refused;
  }

  /** The directory, or what was asked for, will not do. */
  public static BackupException unusable(String whatAndWayOut) {
    return new BackupException(true, whatAndWayOut, null);
  }

  /** The place of the backups does not take what is written. */
  static BackupException unwritable(Path target, IOException e) {
    return new BackupException(
        target
            + " cannot be written: "
            + reason(e)
            + ". This backup was not made; those made before are as they were. See to the disk"
            + " (room, permissions), then give the command again: it goes on where it stopped.",
        e);
  }

  /** The database's file does not give what it should. */
  static BackupException unreadable(Path file, IOException e) {
    return new BackupException(
        file
            + " cannot be read: "
            + reason(e)
            + ". This backup was not made; those made before are as they were. Run the command as"
            + " the user of the server, or as root.",
        e);
  }

  /** Part of a backup is missing or is not what was written. */
  static BackupException damaged(Path part, String what, @Nullable Throwable cause) {
    return new BackupException(
        part
            + " "
            + what
            + ". Use an older backup (caucus backup --list shows them, --at names one) or another"
            + " copy of the directory. While the installation still runs, caucus backup writes what"
            + " is missing again.",
        cause);
  }

  /** Where a backup is to be restored does not take it. */
  static BackupException notRestored(Path file, IOException e) {
    return new BackupException(
        file
            + " cannot be written: "
            + reason(e)
            + ". Nothing was restored. See to the disk (room, permissions), then give the command"
            + " again.",
        e);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(e.getMessage());
  }
}
