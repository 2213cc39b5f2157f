package org.caucus.operator.workspaces;

import java.util.concurrent.TimeUnit;
import org.caucus.operator.cli.Console;

/** Tells the operator how far a long work is, not more than now and then. */
public final class ProgressPrinter {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Console console;
  private long last = System.nanoTime();

  /** Tells this console. */
  public ProgressPrinter(Console console) {
    this.console = console;
  }

  /** This far; told if it is time. */
  public void note(String line) {
    long now = System.nanoTime();
    if (now - last >= EVERY_NANOS) {
      last = now;
      console.note(line);
    }
  }
}
