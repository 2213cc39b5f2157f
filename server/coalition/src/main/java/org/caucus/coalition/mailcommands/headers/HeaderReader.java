package org.caucus.coalition.mailcommands.headers;

import java.util.Optional;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What lines mean of one kind of thing, one after the other.
 *
 * @param <A> what they ask
 */
public interface HeaderReader<A> {
  /**
   * Takes a line, besides those that were taken.
   *
   * @throws Refusal if it is not understood; then nothing of it is taken
   */
  void take(CommandLine line);

  /** By the key that may have been meant; the same line, if its key is known or like none. */
  CommandLine named(CommandLine line);

  /** As a line may have been meant that is not understood; empty for one that cannot be. */
  Optional<CommandLine> right(CommandLine line);

  /** What those ask that were taken; null if it is nothing. */
  @Nullable A asks();
}
