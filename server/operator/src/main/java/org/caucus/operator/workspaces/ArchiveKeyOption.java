package org.caucus.operator.workspaces;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.platform.eventlog.archive.ArchiveKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an archive is locked with. A passphrase never stands on the command line. */
final class ArchiveKeyOption {
  /** Largest passphrase file, in bytes. */
  private static final int FILE_LIMIT_BYTES = 4 * 1024;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "a file with the passphrase in its first line; asked for otherwise")
  @Nullable Path file;

  @Option(
      names = "--master-key",
      description = "lock with the master key of this installation instead of a passphrase")
  boolean master;

  /** To lock with: a passphrase that is typed is asked for twice. */
  ArchiveKey toLock(OperatorContext desk, Console console) {
    if (master) {
      return new ArchiveKey.Master(desk.vault());
    }
    if (file != null) {
      return fromFile(console.path(file));
    }
    char[] once = console.secret("Passphrase for the archive");
    char[] again = console.secret("The same again");
    // anyone who pipes it in sends one line
    if (again.length > 0 && !String.valueOf(once).equals(String.valueOf(again))) {
      throw ArchiveException.unusable("These were two passphrases. Try again.", null);
    }
    return new ArchiveKey.Passphrase(once);
  }

  /** To unlock with: what the archive says it was locked with. */
  ArchiveKey toOpen(String lockedWith, OperatorContext desk, Console console) {
    if (master || "master".equals(lockedWith)) {
      return new ArchiveKey.Master(desk.vault());
    }
    return file == null
        ? new ArchiveKey.Passphrase(console.secret("Passphrase of the archive"))
        : fromFile(console.path(file));
  }

  private static ArchiveKey fromFile(Path path) {
    try {
      if (Files.size(path) > FILE_LIMIT_BYTES) {
        throw ArchiveException.unusable(path + " is no passphrase file: it is too large.", null);
      }
      String first = Files.readString(path, StandardCharsets.UTF_8).lines().findFirst().orElse("");
      return new ArchiveKey.Passphrase(first.toCharArray());
    } catch (IOException e) {
      throw ArchiveException.unusable(
          path + " cannot be read. Is it there, and may the server's user read it?", e);
    }
  }
}
