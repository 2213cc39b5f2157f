package org.caucus.operator.cli;

import picocli.CommandLine.ParseResult;

/**
 * One thing an operator can have done. Options and parameters are fields with picocli's
 * annotations, so each run has an instance of its own.
 */
public interface OperatorCommand {
  /** It was done. */
  int DONE = 0;

  /** It was not done, or what was looked for was found wrong; the console was told why. */
  int NOT_DONE = 1;

  /**
   * The command that words name: the last of its line, such as {@code show} of {@code jobs show}.
   */
  static ParseResult leaf(ParseResult parsed) {
    ParseResult leaf = parsed;
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
    }
    return leaf;
  }

  /** Whether it works on an installation; one that does not is a {@code Callable} as well. */
  default boolean needsDesk() {
    return true;
  }

  /**
   * Whether it may begin a new installation where there is none. Before one is made, what it was
   * given is looked at; it throws {@link org.caucus.platform.eventlog.archive.ArchiveException} if
   * that is of no use.
   *
   * @param console says where the files are that it was given
   */
  default boolean begins(Console console) {
    return false;
  }

  /**
   * Does it, on a thread that may wait.
   *
   * @return the exit status, {@link #DONE} or {@link #NOT_DONE}
   */
  int run(OperatorContext desk, Console console);
}
