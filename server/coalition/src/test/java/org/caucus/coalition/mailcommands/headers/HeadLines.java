package org.caucus.coalition.mailcommands.headers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines at the head of a letter, as tests write them: {@code Kind: call | Where: Abuja}. */
public final class HeadLines {
  private static final String BETWEEN = " | ";

  private HeadLines() {}

  /** The lines that are written so. */
  public static List<CommandLine> of(String text) {
    return Stream.of(text.split(" \\| "))
        .map(one -> one.split(": ?", 2))
        .map(one -> new CommandLine(one[0], one[1]))
        .toList();
  }

  /** How these lines are written. */
  public static String shown(List<CommandLine> lines) {
    return lines.stream()
        .map(line -> line.key() + ": " + line.value())
        .collect(Collectors.joining(BETWEEN));
  }
}
