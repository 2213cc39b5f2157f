package org.caucus.app.wiring;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.caucus.app.settings.Settings;
import org.caucus.operator.Shell;
import org.caucus.operator.cli.Console;

/** Has an operator's command run: at a desk of our own, or at the server that has the directory. */
public final class OperatorLine {
  /**
   * System property: {@code true} where a server is known to run, so that a command goes to it and
   * never opens the storage itself, not even in the moments in which that server starts.
   */
  private static final String BESIDE = "caucus.beside";

  private final Settings settings;
  private final Console console;

  /** To the installation of these settings. */
  public OperatorLine(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /**
   * Runs the command that these words name; its exit status.
   *
   * @param begins whether it may begin an installation; asked only where no server runs
   */
  public int run(List<String> words, BooleanSupplier begins) {
    Shell shell = new Shell(settings.data(), console);
    if (Boolean.getBoolean(BESIDE)) {
      return shell.beside(words);
    }
    boolean may = begins.getAsBoolean();
    return shell.run(words, work -> StorageWiring.atDesk(settings, may, work));
  }
}
