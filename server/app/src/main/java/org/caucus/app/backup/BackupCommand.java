package org.caucus.app.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.caucus.app.settings.CommandLineOptions;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.OperatorLine;
import org.caucus.operator.backup.HeldCopy;
import org.caucus.operator.backup.HoldCommand;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.Terminal;
import org.caucus.operator.workspaces.ProgressPrinter;
import org.caucus.platform.store.backup.BackupCopy;
import org.caucus.platform.store.backup.BackupManifest;
import org.caucus.platform.store.backup.BackupTarget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code caucus backup}. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the embedded database while the server runs: everything acknowledged before the"
          + " moment of the backup, letters and files included. A later backup in the same"
          + " directory writes only what is new. One that was cut short leaves the earlier ones as"
          + " they are; the next goes on from there.",
      "The master key is not in it: keep a copy of that in another place."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the backup was made, or was found sound",
      "1:it was not, and standard error says why",
      "2:the command or a setting is wrong; nothing was done"
    })
public final class BackupCommand implements Callable<Integer> {
  private static final long MB = 1_000_000;
  private static final int MOST_PERCENT = 100;

  @Parameters(
      arity = "0..1",
      paramLabel = "TARGET",
      description =
          "directory for the backups of this installation, on another disk (CAUCUS_BACKUP_DIR)")
  @Nullable Path target;

  @Option(names = "--data", description = "data directory (CAUCUS_DATA)")
  @Nullable String data;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "after it, remove all but the newest N backups; without this all stay")
  @Nullable Integer keep;

  @Option(
      names = "--pace",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description =
          "how much of the time it copies, 1 to 100 (${DEFAULT-VALUE}); the rest is the server's")
  int pace;

  @Option(names = "--list", description = "list the backups; make none")
  boolean list;

  @Option(
      names = "--verify",
      description =
          "restore a backup into a scratch directory, check the log of every workspace, and remove"
              + " the directory; make none")
  boolean verify;

  @Option(
      names = "--at",
      paramLabel = "NAME",
      description = "with --verify: this backup, not the newest")
  @Nullable String at;

  @Option(
      names = "--scratch",
      paramLabel = "DIRECTORY",
      description = "with --verify: where it is restored (TARGET)")
  @Nullable Path scratch;

  @Spec CommandSpec spec = CommandSpec.create();

  /** Made by picocli. */
  public BackupCommand() {}

  @Override
  public Integer call() {
    if (keep != null && keep < 1) {
      throw new ParameterException(
          spec.commandLine(), "--keep takes the number of backups that stay, 1 or more.");
    }
    if (pace < 1 || pace > MOST_PERCENT) {
      throw new ParameterException(spec.commandLine(), "--pace takes percent, 1 to 100.");
    }
    var line = spec.commandLine();
    var console = new Terminal(line.getOut(), line.getErr(), System.in);
    return Operations.told(console, () -> run(console));
  }

  private int run(Terminal console) {
    Function<String, @Nullable String> source = CommandLineOptions.in(data);
    Settings settings = Settings.from(source);
    Path directory = BackupPlace.of(target, source);
    if (list) {
      return list(directory, console);
    }
    if (verify) {
      return new BackupVerification(BackupTarget.read(directory), settings, console)
          .run(at, scratch);
    }
    BackupPlace.checkDatabase(settings);
    BackupPlace.check(directory, settings, source.apply("CAUCUS_MASTER_KEY_FILE"));
    return make(directory, settings, console);
  }

  private static int list(Path directory, Terminal console) {
    try (BackupTarget from = BackupTarget.read(directory)) {
      for (String name : from.names()) {
        BackupManifest backup = from.manifest(name);
        console.say(
            "%s  %,d MB, master key %s".formatted(name, backup.length() / MB, backup.masterKey()));
      }
      console.say(from.names().size() + " backups. Check the newest: caucus backup --verify");
      return OperatorCommand.DONE;
    }
  }

  private int make(Path directory, Settings settings, Terminal console) {
    long began = System.nanoTime();
    ProgressPrinter told = new ProgressPrinter(console);
    try (BackupTarget into = BackupTarget.write(directory)) {
      var copy =
          new HeldCopy(
              into,
              console,
              new BackupCopy.Pace(pace),
              (read, written) ->
                  told.note("%,d MB read, %,d MB of them new".formatted(read / MB, written / MB)));
      var made =
          copy.run(
              hears -> new OperatorLine(settings, hears).run(HoldCommand.words(), () -> false));
      if (made == null) {
        return OperatorCommand.NOT_DONE;
      }
      tell(made, Duration.ofNanos(System.nanoTime() - began), into, console);
      if (keep != null) {
        console.say(into.keep(keep) + " older backups removed.");
      }
      return OperatorCommand.DONE;
    }
  }

  private static void tell(HeldCopy.Made made, Duration took, BackupTarget into, Terminal console) {
    BackupManifest backup = made.manifest();
    console.say(
        "Backup %s: %,d MB, %,d MB of it new, in %d s. It has everything acknowledged before %s."
            .formatted(
                backup.name(),
                backup.length() / MB,
                made.written() / MB,
                took.toSeconds(),
                backup.moment()));
    console.say(
        "Not in it: the master key (fingerprint "
            + backup.masterKey()
            + "), the settings, and the files they name (keys of DKIM and TLS). Keep copies in"
            + " another place.");
    console.say("Check it now: caucus backup --verify " + into.directory());
  }
}
