package org.caucus.operator;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.caucus.operator.acts.OperatorCommands;
import org.caucus.operator.backup.HoldCommand;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.operator.keys.KeysCommand;
import org.caucus.operator.lists.ArchiveCommand;
import org.caucus.operator.lists.AttemptsCommand;
import org.caucus.operator.lists.ImportsCommand;
import org.caucus.operator.queue.QueueCommand;
import org.caucus.operator.sessions.SessionsCommand;
import org.caucus.operator.workspaces.AuditCommand;
import org.caucus.operator.workspaces.WorkspaceExportCommand;
import org.caucus.operator.workspaces.WorkspaceImportCommand;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.spill.HeapPressure;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.backup.BackupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The list of operators' commands, and how one is run. */
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private Commands() {}

  /** Fresh ones: picocli writes the options into them. */
  private static List<Object> all() {
    return List.of(
        new FollowersCommand(),
        new QueueCommand(),
        new JobsCommand(),
        new ImportsCommand(),
        new AttemptsCommand(),
        new MailboxCommand(),
        new OperatorCommands(),
        new KeysCommand(),
        new AuditCommand(),
        new HoldCommand(),
        new WorkspaceExportCommand(),
        new WorkspaceImportCommand(),
        new ArchiveCommand(),
        new SessionsCommand());
  }

  /** Adds them to the program's own. */
  public static CommandLine addTo(CommandLine line) {
    all().forEach(line::addSubcommand);
    return line;
  }

  /** Whether these words name an operator's command that works at a desk, and ask for no help. */
  public static boolean isOne(ParseResult parsed) {
    return !asksForHelp(OperatorCommand.leaf(parsed))
        && OperatorCommand.leaf(parsed).commandSpec().userObject()
            instanceof OperatorCommand command
        && command.needsDesk();
  }

  /** Whether the command these words name may begin a new installation where there is none. */
  public static boolean begins(ParseResult parsed, Console console) {
    return ((OperatorCommand) OperatorCommand.leaf(parsed).commandSpec().userObject())
        .begins(console);
  }

  private static boolean asksForHelp(ParseResult leaf) {
    return leaf.isUsageHelpRequested() || leaf.isVersionHelpRequested();
  }

  /**
   * Runs the command these words name; what an operator can mend is said in a sentence.
   *
   * @return its exit status
   */
  static int run(List<String> words, OperatorContext desk, Console console) {
    StringWriter printed = new StringWriter();
    var line = addTo(new CommandLine(new Root()));
    line.setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
    line.setExecutionStrategy(
        parsed ->
            asksForHelp(OperatorCommand.leaf(parsed))
                ? new CommandLine.RunLast().execute(parsed)
                : run(OperatorCommand.leaf(parsed), desk, console));
    int status = line.execute(words.toArray(String[]::new));
    printed.toString().lines().forEach(console::note);
    return status;
  }

  private static int run(ParseResult leaf, OperatorContext desk, Console console) {
    var command = (OperatorCommand) leaf.commandSpec().userObject();
    try {
      return command.run(desk, console);
    } catch (Exception | Error e) {
      return failed(e, console); // picocli asks its handler for its own strategies alone
    }
  }

  private static int failed(Throwable e, Console console) {
    if (HeapPressure.isCauseOf(e)) {
      LOG.error("an operator's command found no memory", e);
      console.note("There was no memory for it: give the JVM more (-Xmx). What was done stays.");
    } else if (e instanceof LogException
        || e instanceof KeyException
        || e instanceof DatabaseException
        || e instanceof ArchiveException
        || e instanceof BackupException) {
      console.note(String.valueOf(e.getMessage()));
    } else {
      LOG.error("an operator's command failed", e);
      console.note("It failed: " + e.getClass().getName() + ". The server's log has more.");
    }
    return OperatorCommand.NOT_DONE;
  }

  /** Stands where the program's own name stands. */
  @CommandLine.Command(name = "caucus")
  private static final class Root {}
}
