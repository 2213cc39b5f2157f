package org.caucus.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How old the newest backup is, by its file in the directory that the operator names. */
final class BackupCheck {
  /** A daily backup and two hours for it. */
  private static final Duration DAILY = Duration.ofHours(26);

  private static final Duration TOO_OLD = Duration.ofDays(8);
  private static final String NAME = "backup";
  private static final String SETTING = "CAUCUS_BACKUP_DIR";

  private BackupCheck() {}

  static List<Finding> of(@Nullable Path directory, Instant now) throws IOException {
    if (directory == null) {
      return List.of(
          Finding.warn(
              NAME,
              "Nothing is known of backups: " + SETTING + " is not set.",
              "Back up as server/docs/BACKUP.md says, and set "
                  + SETTING
                  + " to the directory where backups arrive."));
    }
    if (!Files.isDirectory(directory)) {
      return List.of(
          Finding.fail(
              NAME,
              "There is no directory " + directory + " (" + SETTING + ").",
              "Make it, or correct the setting."));
    }
    return List.of(aged(directory, now));
  }

  private static Finding aged(Path directory, Instant now) throws IOException {
    Optional<Instant> newest;
    try (Stream<Path> files = Files.list(directory)) {
      newest = files.map(BackupCheck::time).max(Comparator.naturalOrder());
    }
    String fix = "Run the backup of server/docs/BACKUP.md, and see why its timer did not.";
    if (newest.isEmpty()) {
      return Finding.fail(NAME, "There is no backup in " + directory + ".", fix);
    }
    Duration age = Duration.between(newest.get(), now);
    String seen = "The newest file in " + directory + " is " + age.toHours() + " hours old.";
    if (age.compareTo(TOO_OLD) > 0) {
      return Finding.fail(NAME, seen, fix);
    }
    return age.compareTo(DAILY) > 0 ? Finding.warn(NAME, seen, fix) : Finding.ok(NAME, seen);
  }

  private static Instant time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH; // it went while we looked
    }
  }
}
