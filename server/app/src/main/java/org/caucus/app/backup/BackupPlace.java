package org.caucus.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.backup.BackupException;
import org.jspecify.annotations.Nullable;

/** Which directory the backups are in, and that it is a place for them. */
final class BackupPlace {
  private static final String SETTING = "CAUCUS_BACKUP_DIR";

  private BackupPlace() {}

  /** The one named, otherwise that of the settings. */
  static Path of(@Nullable Path named, Function<String, @Nullable String> settings) {
    String set = settings.apply(SETTING);
    if (named == null && (set == null || set.isBlank())) {
      throw BackupException.unusable(
          "No directory is named for the backups. Name one (caucus backup /mnt/backup/caucus), or"
              + " set "
              + SETTING
              + ".");
    }
    return real(named == null ? Path.of(String.valueOf(set)) : named);
  }

  /** A backup with the data is lost with it; one beside the key is open to every thief. */
  static void check(Path target, Settings settings, @Nullable String keyFile) {
    Path data = real(settings.data());
    if (target.startsWith(data) || data.startsWith(target)) {
      throw BackupException.unusable(
          target
              + " and the data directory "
              + data
              + " lie in one another: what destroys one destroys both. Name a directory on another"
              + " disk or machine.");
    }
    keyBeside(target, keyFile)
        .ifPresent(
            key -> {
              throw BackupException.unusable(
                  "A master key lies beside the backups: "
                      + key
                      + ". With both, a thief reads everything. Move the key to another place, then"
                      + " give the command again.");
            });
  }

  /** There is something that this command can copy. */
  static void checkDatabase(Settings settings) {
    if (settings.mongodbUri() != null) {
      throw BackupException.unusable(
          "The database is a server's (CAUCUS_MONGODB_URI), and is backed up with that server's own"
              + " tools: server/docs/BACKUP.md has the commands. Nothing was done.");
    }
    if (!Mongo.isEmbeddedIn(settings.data())) {
      throw BackupException.unusable(
          "There is no database in "
              + settings.data()
              + ". Nothing was done. Name the data directory of the server: --data, or"
              + " CAUCUS_DATA.");
    }
  }

  private static Optional<Path> keyBeside(Path target, @Nullable String keyFile) {
    if (keyFile != null && !keyFile.isBlank() && real(Path.of(keyFile)).startsWith(target)) {
      return Optional.of(Path.of(keyFile));
    }
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(MasterKey.FILE))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(target + " cannot be read", e);
    }
  }

  /** Without links, also of what is not there yet. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path parent = absolute.getParent();
      return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
    }
  }
}
