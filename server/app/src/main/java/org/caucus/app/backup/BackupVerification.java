package org.caucus.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.caucus.operator.backup.RestoredCheck;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.workspaces.ProgressPrinter;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.backup.BackupException;
import org.caucus.platform.store.backup.BackupManifest;
import org.caucus.platform.store.backup.BackupTarget;
import org.jspecify.annotations.Nullable;

/** Restores a backup into a scratch directory, checks it, and removes the directory. */
final class BackupVerification {
  private static final String SCRATCH = "scratch";
  private static final long MB = 1_000_000;

  private final BackupTarget target;
  private final Settings settings;
  private final Console console;

  BackupVerification(BackupTarget target, Settings settings, Console console) {
    this.target = target;
    this.settings = settings;
    this.console = console;
  }

  int run(@Nullable String name, @Nullable Path parent) {
    BackupManifest backup = target.manifest(name);
    Path place = parent == null ? target.directory() : parent;
    if (!Files.isDirectory(place)) {
      throw BackupException.unusable(
          "There is no directory " + place + ". Make it, or name another with --scratch.");
    }
    Path scratch = place.resolve("caucus-" + SCRATCH);
    try {
      remove(scratch); // what a check left that was killed
      enoughRoom(place, backup);
      Files.createDirectory(scratch);
      return check(backup, scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(
          scratch + " cannot be made or removed: name another directory with --scratch", e);
    } finally {
      try {
        remove(scratch);
      } catch (IOException e) {
        console.note("Remove " + scratch + ": it holds a copy of the database.");
      }
    }
  }

  private static void enoughRoom(Path place, BackupManifest backup) throws IOException {
    long room = Files.getFileStore(place).getUsableSpace();
    if (room < backup.length()) {
      throw BackupException.unusable(
          ("The backup takes %,d MB and %s has room for %,d MB. Nothing was done. Name a directory"
                  + " with more room: --scratch.")
              .formatted(backup.length() / MB, place, room / MB));
    }
  }

  private int check(BackupManifest backup, Path scratch) {
    long began = System.nanoTime();
    ProgressPrinter pace = new ProgressPrinter(console);
    target.restore(
        backup,
        MongoSettings.embeddedFile(scratch),
        bytes -> pace.note("%,d MB restored".formatted(bytes / MB)));
    long restored = System.nanoTime();
    RestoredCheck.Found found;
    try {
      found = new RestoredCheck(settings.masterKey(), console).walk(scratch);
    } catch (KeyException.BadMasterKey e) {
      console.note(String.valueOf(e.getMessage()));
      console.note(keyAdvice(backup));
      return OperatorCommand.NOT_DONE;
    }
    console.say(
        "Backup %s: %,d MB restored in %d s; %,d workspaces with %,d records checked in %d s."
            .formatted(
                backup.name(),
                backup.length() / MB,
                seconds(began, restored),
                found.workspaces(),
                found.records(),
                seconds(restored, System.nanoTime())));
    console.say(found.bad() == 0 ? "All sound." : found.bad() + " BAD. Use an older backup: --at.");
    return found.bad() == 0 ? OperatorCommand.DONE : OperatorCommand.NOT_DONE;
  }

  static String keyAdvice(BackupManifest backup) {
    return "This backup opens with the master key of fingerprint "
        + backup.masterKey()
        + ". Name the file with your copy of it: CAUCUS_MASTER_KEY_FILE=FILE before the command.";
  }

  private static long seconds(long from, long to) {
    return Duration.ofNanos(to - from).toSeconds();
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
