package org.caucus.app.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caucus.app.settings.CommandLineOptions;
import org.caucus.app.settings.Settings;
import org.caucus.operator.backup.RestoredCheck;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.Terminal;
import org.caucus.operator.workspaces.ProgressPrinter;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.backup.BackupException;
import org.caucus.platform.store.backup.BackupManifest;
import org.caucus.platform.store.backup.BackupTarget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caucus restore}. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the database of a backup into a data directory that has none, and checks the log of"
          + " every workspace if the master key is there. The server must be stopped. A restore"
          + " that was cut short leaves no database; give the command again."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the database is there; it was checked, or the master key is not there yet",
      "1:it is not there, or something in it is wrong; standard error says why",
      "2:the command or a setting is wrong; nothing was done"
    })
public final class RestoreCommand implements Callable<Integer> {
  private static final long MB = 1_000_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description = "directory that caucus backup was given (CAUCUS_BACKUP_DIR)")
  @Nullable Path target;

  @Option(names = "--data", description = "data directory (CAUCUS_DATA)")
  @Nullable String data;

  @Option(
      names = "--at",
      paramLabel = "NAME",
      description = "this backup, not the newest; caucus backup --list shows them")
  @Nullable String at;

  @Spec CommandSpec spec = CommandSpec.create();

  /** Made by picocli. */
  public RestoreCommand() {}

  @Override
  public Integer call() {
    var line = spec.commandLine();
    var console = new Terminal(line.getOut(), line.getErr(), System.in);
    return Operations.told(console, () -> run(console));
  }

  private int run(Terminal console) {
    Function<String, @Nullable String> source = CommandLineOptions.in(data);
    Settings settings = Settings.from(source);
    Path directory = settings.data();
    refuseWhereSomethingIs(settings);
    BackupTarget from = BackupTarget.read(BackupPlace.of(target, source));
    BackupManifest backup = from.manifest(at);
    ProgressPrinter pace = new ProgressPrinter(console);
    long began = System.nanoTime();
    try {
      makeDirectory(directory);
      Path file = MongoSettings.embeddedFile(directory);
      Path part = file.resolveSibling(file.getFileName() + ".restoring");
      from.restore(backup, part, bytes -> pace.note("%,d MB restored".formatted(bytes / MB)));
      refuseWhereSomethingIs(settings);
      Files.move(part, file);
      ownedAs(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be written: nothing was restored", e);
    }
    console.say(
        "Backup %s is restored into %s: %,d MB in %d s."
            .formatted(
                backup.name(),
                directory,
                backup.length() / MB,
                (System.nanoTime() - began) / 1_000_000_000));
    return checked(settings, backup, console);
  }

  private static void refuseWhereSomethingIs(Settings settings) {
    if (settings.mongodbUri() != null) {
      throw BackupException.unusable(
          "CAUCUS_MONGODB_URI is set, so the server would not use what is restored. Nothing was"
              + " done. Unset it for an embedded database; a server's database is restored with"
              + " that server's own tools (server/docs/BACKUP.md).");
    }
    if (Mongo.isEmbeddedIn(settings.data())) {
      throw BackupException.unusable(
          "There is a database in "
              + settings.data()
              + " already. Nothing was done. Stop the server and move that directory away, or name"
              + " another with --data.");
    }
  }

  private int checked(Settings settings, BackupManifest backup, Terminal console) {
    String next =
        "Old mail that was still waiting is sent again when the server starts. Start it now.";
    if (!settings.masterKey().any()) {
      console.say(
          "It was not checked: there is no master key yet. Put the one of fingerprint "
              + backup.masterKey()
              + " into "
              + settings.data().resolve("master.key")
              + ", mode 600, then: caucus audit verify. "
              + next);
      return OperatorCommand.DONE;
    }
    try {
      var found = new RestoredCheck(settings.masterKey(), console).walk(settings.data());
      ownedAs(settings.data());
      console.say(
          "%,d workspaces with %,d records: %s"
              .formatted(
                  found.workspaces(),
                  found.records(),
                  found.bad() == 0 ? "all sound. " + next : found.bad() + " BAD."));
      return found.bad() == 0 ? OperatorCommand.DONE : OperatorCommand.NOT_DONE;
    } catch (KeyException.BadMasterKey e) {
      console.note(String.valueOf(e.getMessage()));
      console.note(
          "The database is restored, but this key does not open it: it needs that of fingerprint "
              + backup.masterKey()
              + ". Replace the key, then: caucus audit verify.");
      return OperatorCommand.NOT_DONE;
    } catch (IOException e) {
      throw new UncheckedIOException("the owner of the files cannot be set", e);
    }
  }

  private static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Root restores for the server's user, to whom the directory belongs. */
  private static void ownedAs(Path directory) throws IOException {
    var owner = Files.getOwner(directory);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        if (!Files.getOwner(file).equals(owner)) {
          Files.setOwner(file, owner);
        }
      }
    }
  }
}
