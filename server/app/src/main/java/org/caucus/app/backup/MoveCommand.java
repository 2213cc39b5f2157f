package org.caucus.app.backup;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.caucus.app.settings.CommandLineOptions;
import org.caucus.app.settings.Settings;
import org.caucus.operator.backup.RestoredCheck;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.Terminal;
import org.caucus.operator.workspaces.ProgressPrinter;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.DatabaseMove;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.backup.BackupException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code caucus move}. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = {
      "Moves the installation between the embedded database of the data directory and the server of"
          + " CAUCUS_MONGODB_URI, and checks the log of every workspace in both. All servers of it"
          + " must be stopped. The database to move to must be empty; the other is not changed, but"
          + " is not started any more.",
      "A move that was cut short goes on where it stopped: give the command again."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it is moved, and every log is whole in both and ends with the same record",
      "1:it is not, and standard error says why",
      "2:the command or a setting is wrong; nothing was done"
    })
public final class MoveCommand implements Callable<Integer> {
  /** Which database it moves to. */
  enum Place {
    server,
    embedded
  }

  private static final long MB = 1_000_000;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "server|embedded",
      description = "where it moves to; it comes from the other")
  Place to = Place.server;

  @Option(names = "--data", description = "data directory (CAUCUS_DATA)")
  @Nullable String data;

  @Option(
      names = "--give-up",
      description =
          "move nothing: use the database that was moved from again, as it is. What happened since"
              + " in the other stays there")
  boolean giveUp;

  @Spec CommandSpec spec = CommandSpec.create();

  private final @Nullable Function<String, @Nullable String> given;

  /** Made by picocli: with the settings of the environment. */
  public MoveCommand() {
    given = null;
  }

  /** With these settings. */
  public MoveCommand(Function<String, @Nullable String> settings) {
    given = settings;
  }

  @Override
  public Integer call() {
    var line = spec.commandLine();
    var console = new Terminal(line.getOut(), line.getErr(), System.in);
    return Operations.told(console, () -> run(console));
  }

  private int run(Terminal console) {
    return run(Settings.from(given == null ? CommandLineOptions.in(data) : given), console);
  }

  private int run(Settings settings, Terminal console) {
    String uri = settings.mongodbUri();
    if (uri == null) {
      throw BackupException.unusable(
          "CAUCUS_MONGODB_URI is not set: it names the server to move to or from. Nothing was"
              + " done.");
    }
    var here = MongoSettings.embedded(settings.data());
    try (Mongo server = Mongo.openBeside(MongoSettings.server(uri, settings.data()))) {
      server.reach();
      try (Node _ = Node.alone(server)) { // no server runs on it, or begins to
        if (giveUp) {
          return to == Place.embedded ? giveUp(server, console) : giveUp(here, console);
        }
        if (to == Place.embedded) {
          Vault.openExisting(server, settings.masterKey()); // before a file is made
          try (Mongo embedded = Mongo.open(here)) {
            return move(server, embedded, settings, console);
          }
        }
        try (Mongo embedded = Mongo.openExisting(here)) {
          Vault.openExisting(embedded, settings.masterKey());
          server.tryOut();
          return move(embedded, server, settings, console);
        }
      }
    }
  }

  private static int giveUp(MongoSettings here, Terminal console) {
    try (Mongo embedded = Mongo.openExisting(here)) {
      return giveUp(embedded, console);
    }
  }

  private static int giveUp(Mongo from, Terminal console) {
    boolean was = DatabaseMove.giveUp(from);
    console.say(
        was
            ? "The database that was moved from is used again. Empty the other one before you move"
                + " again."
            : "Nothing was being moved from there.");
    return was ? OperatorCommand.DONE : OperatorCommand.NOT_DONE;
  }

  private int move(Mongo from, Mongo into, Settings settings, Terminal console) {
    long began = System.nanoTime();
    ProgressPrinter pace = new ProgressPrinter(console);
    var move =
        new DatabaseMove(
            from,
            into,
            (documents, bytes) ->
                pace.note("%,d documents, %,d MB moved".formatted(documents, bytes / MB)));
    move.copy();
    long all = move.check();
    var check = new RestoredCheck(settings.masterKey(), console);
    RestoredCheck.Found there = check.walk(into);
    RestoredCheck.Found here = check.walk(from);
    if (there.bad() > 0 || !there.tips().equals(here.tips())) {
      console.note(
          "The logs are not the same and whole in both, so it is not moved. Repair what is named"
              + " above in the old database (server/docs/BACKUP.md) after --give-up, empty the new"
              + " one, and begin again.");
      return OperatorCommand.NOT_DONE;
    }
    move.finish();
    console.say(
        "Moved %,d documents (%,d in this run, %,d MB) in %d s."
            .formatted(
                all,
                move.documents(),
                move.bytes() / MB,
                Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    console.say(
        "%,d workspaces with %,d records: all sound, and the same in both."
            .formatted(there.workspaces(), there.records()));
    console.say(
        to == Place.server
            ? "Start the servers with CAUCUS_MONGODB_URI as it is now. The embedded database is not"
                + " started any more; remove its file when you have a backup of the server."
            : "Take CAUCUS_MONGODB_URI away, then start. The server's database is not started any"
                + " more; drop it when you have a backup.");
    return OperatorCommand.DONE;
  }
}
