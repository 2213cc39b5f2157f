package org.caucus.operator.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Which installation a command is for. */
public final class DataOption {
  /** The directory, if it was named; otherwise that of the environment holds. */
  @Option(names = "--data", description = "data directory (CAUCUS_DATA)")
  @Nullable String directory;

  /** What a command's words say; null for the directory of the environment. */
  public static @Nullable String of(ParseResult parsed) {
    return OperatorCommand.leaf(parsed).matchedOptionValue("--data", null);
  }
}
