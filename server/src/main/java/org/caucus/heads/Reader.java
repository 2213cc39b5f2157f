package org.caucus.heads;

import java.util.Optional;
import org.caucus.command.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What lines mean of one kind of thing, one after the other.
 *
 * @param <A> what they ask
 */
public interface Reader<A> {
  /**
   * Takes a line, besides those that were taken.
   *
   * @throws Refused if it is not understood; then nothing of it is taken
   */
  void take(Line line);

  /** By the key that may have been meant; the same line, if its key is known or like none. */
  Line named(Line line);

  /** As a line may have been meant that is not understood; empty for one that cannot be. */
  Optional<Line> right(Line line);

  /** What those ask that were taken; null if it is nothing. */
  @Nullable A asks();
}
