package org.caucus.heads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.command.Refused;
import org.caucus.hints.Written;
import org.jspecify.annotations.Nullable;

/**
 * What lines ask, or why not: what is not understood refuses all of it.
 *
 * @param asks null if it is not understood
 * @param wrong what is wrong, without a word of the letter; null if all is well
 * @param example the same lines put right; empty if all is well
 */
public record Reading<A>(@Nullable A asks, @Nullable String wrong, List<Line> example) {
  /** Begins the reason in which a letter's own lines stand, put right. */
  public static final String AGAIN = "It would be understood like this:";

  /** A copy that nobody else can change. */
  public Reading {
    example = List.copyOf(example);
  }

  /** What is asked, if all of it is understood. */
  public Optional<A> understood() {
    return wrong == null ? Optional.ofNullable(asks) : Optional.empty();
  }

  /**
   * Reads lines that were found.
   *
   * @param most lines that are read
   */
  public static <A> Reading<A> of(List<Line> lines, int most, Reader<A> reader) {
    List<Line> example = new ArrayList<>();
    String wrong = lines.size() > most ? "At most " + most + " lines are read." : null;
    for (Line line : lines.subList(0, Math.min(lines.size(), most))) {
      Line typed = line.saying(Written.plainly(line.value()));
      try {
        reader.take(line);
        example.add(line);
      } catch (Refused no) {
        if (!typed.equals(line) && isTaken(typed, reader)) {
          example.add(typed);
          continue;
        }
        wrong = wrong == null ? no.why() : wrong;
        right(line, reader).ifPresent(example::add);
      }
    }
    return wrong == null
        ? new Reading<>(reader.asks(), null, List.of())
        : new Reading<>(null, wrong, example);
  }

  /** What an example has twice, or what no putting right helps, is left out of it. */
  private static Optional<Line> right(Line line, Reader<?> reader) {
    Line near = reader.named(line);
    Line meant =
        near.equals(line)
            ? HeadWords.slip(line.key(), key -> isKnown(line.called(key), reader))
                .map(line::called)
                .orElse(line)
            : near;
    return !meant.equals(line) && isTaken(meant, reader)
        ? Optional.of(meant)
        : reader.right(meant).filter(put -> isTaken(put, reader));
  }

  /** Whether it is a line of this reader, or can be put right to be one. */
  private static boolean isKnown(Line line, Reader<?> reader) {
    return reader.right(line).isPresent();
  }

  private static boolean isTaken(Line line, Reader<?> reader) {
    try {
      reader.take(line);
      return true;
    } catch (Refused no) {
      return false;
    }
  }
}
