package org.caucus.hints;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines at the head of a letter, as tests write them: {@code Kind: call | Where: Abuja}. */
public final class HeadLines {
  private static final String BETWEEN = " | ";

  private HeadLines() {}

  /** The lines that are written so. */
  public static <L> List<L> of(String text, BiFunction<String, String, L> line) {
    return Stream.of(text.split(" \\| "))
        .map(one -> one.split(": ?", 2))
        .map(one -> line.apply(one[0], one[1]))
        .toList();
  }

  /** How these lines are written. */
  public static <L> String shown(
      List<L> lines, Function<L, String> key, Function<L, String> value) {
    return lines.stream()
        .map(line -> key.apply(line) + ": " + value.apply(line))
        .collect(Collectors.joining(BETWEEN));
  }
}
