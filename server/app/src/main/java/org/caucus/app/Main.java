package org.caucus.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.caucus.app.backup.BackupCommand;
import org.caucus.app.backup.MoveCommand;
import org.caucus.app.backup.RestoreCommand;
import org.caucus.app.demo.Demo;
import org.caucus.app.doctor.DoctorCommand;
import org.caucus.app.settings.CommandLineOptions;
import org.caucus.app.settings.SettingWarnings;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.BufferChunks;
import org.caucus.app.wiring.CarrierThreads;
import org.caucus.app.wiring.OperatorLine;
import org.caucus.app.wiring.Wiring;
import org.caucus.operator.Commands;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.Terminal;
import org.caucus.platform.crypto.NativeProvider;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.platform.eventlog.cluster.ClusterException;
import org.caucus.platform.eventlog.cluster.leases.DatabaseInUse;
import org.caucus.platform.eventlog.cluster.leases.IncompatibleNode;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.spill.HeapGrowthLimit;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * The command line: {@code serve}, {@code demo} and what operators have done. Settings come from
 * the environment, options over them.
 */
@Command(
    name = "caucus",
    description = "A server for closed coalitions.",
    mixinStandardHelpOptions = true,
    subcommands = {
      Main.Serve.class,
      Main.DemoCommand.class,
      DoctorCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      MoveCommand.class
    })
public final class Main {
  /** Exit status for a start that was refused: a bad setting, a directory in use, a missing key. */
  static final int REFUSED = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Entry point. */
  public static void main(String[] args) {
    CarrierThreads.set();
    BufferChunks.set();
    NativeProvider.prefer();
    HeapGrowthLimit.watch();
    String mixed = Version.mixed();
    if (mixed != null) {
      System.err.println("Nothing was started. " + mixed);
      System.exit(REFUSED);
    }
    System.exit(execute(commandLine(), args));
  }

  /** Runs what these words name; its exit status. */
  static int execute(CommandLine line, String... args) {
    return line.setExecutionExceptionHandler(
            (e, failed, parsed) -> refused("Caucus did not start. ", e, failed))
        .setExecutionStrategy(
            parsed ->
                Commands.isOne(parsed)
                    ? operate(line, parsed, List.of(args))
                    : new CommandLine.RunLast().execute(parsed))
        .execute(args);
  }

  /** What may stand on it. */
  static CommandLine commandLine() {
    CommandLine line = Commands.addTo(new CommandLine(new Main()));
    tellVersion(line);
    return line;
  }

  /** Each command takes {@code --version}, and all mean the same. */
  private static void tellVersion(CommandLine line) {
    line.getCommandSpec().versionProvider(new Version());
    line.getSubcommands().values().forEach(Main::tellVersion);
  }

  /** At a desk of our own, or through the server that has the data directory. */
  private static int operate(CommandLine line, ParseResult parsed, List<String> words) {
    Terminal terminal = new Terminal(line.getOut(), line.getErr(), System.in);
    try {
      Settings settings = Settings.from(CommandLineOptions.in(DataOption.of(parsed)));
      return new OperatorLine(settings, terminal)
          .run(words, () -> Commands.begins(parsed, terminal));
    } catch (RuntimeException e) {
      return refused("Nothing was done. ", e, line);
    }
  }

  /** What an operator can mend is told in a sentence; anything else with its trace. */
  private static int refused(String what, Exception e, CommandLine line) {
    boolean mendable =
        e instanceof Settings.Bad
            || e instanceof LogException
            || e instanceof KeyException
            || e instanceof ArchiveException
            || e instanceof DatabaseException
            || e instanceof ClusterException
            || e instanceof DatabaseInUse
            || e instanceof IncompatibleNode
            || e instanceof java.net.BindException
            || e.getCause() instanceof java.net.BindException;
    if (mendable) {
      line.getErr().println(what + e.getMessage());
    } else {
      e.printStackTrace(line.getErr());
    }
    return REFUSED;
  }

  /** Runs the server. */
  @Command(
      name = "serve",
      mixinStandardHelpOptions = true,
      description = {
        "Runs the server with the settings of the environment (CAUCUS_...); an option goes before"
            + " its setting. CAUCUS_SMTP_URL is needed. README.md and infra/deploy/caucus.env list"
            + " all settings.",
        "In an empty data directory or database it begins a new installation, and says so."
      },
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:it was stopped",
        "2:it did not start, and says why",
        "143:it was stopped by SIGTERM"
      })
  static final class Serve implements Callable<Integer> {
    @CommandLine.Mixin CommandLineOptions options = new CommandLineOptions();

    @Override
    public Integer call() throws InterruptedException {
      Settings settings = Settings.from(options.over(Map.of()));
      SettingWarnings.of(settings, System.getenv()).forEach(doubt -> LOG.warn("{}", doubt));
      LOG.info("{} starts", Version.words());
      Wiring wiring = new Wiring(settings).start(List.of());
      wiring.probes().tellLog();
      return until(wiring);
    }
  }

  /** Runs the demo. */
  @Command(
      name = "demo",
      mixinStandardHelpOptions = true,
      description = "Runs an invented coalition; outgoing mail goes to a folder and to /demo/mail.")
  static final class DemoCommand implements Callable<Integer> {
    @CommandLine.Mixin CommandLineOptions options = new CommandLineOptions();

    @Override
    public Integer call() throws InterruptedException {
      Settings settings = Settings.from(options.over(Demo.DEFAULTS));
      return until(Demo.start(settings, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }
  }

  /** Waits for the end of the process, then closes cleanly. */
  private static int until(AutoCloseable running) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      try {
                        running.close();
                      } catch (Exception e) {
                        System.err.println(
                            "Caucus did not close cleanly: " + e.getClass().getSimpleName());
                      }
                      closed.countDown();
                    }));
    closed.await();
    return 0;
  }
}
