package org.caucus.coalition.capability;

import java.util.List;
import org.caucus.coalition.access.Members;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;

/**
 * A family of commands and what decides about them.
 *
 * @param family the sealed family, or one command
 * @param moderated whether they say words, which a convenor may want to read first
 * @param <W> what the decider must know of a workspace
 */
public record CommandFamily<W extends Members.Held, C extends Command>(
    Class<C> family, Decider<W, C> decider, boolean moderated) {
  /** The events a command leads to, or {@link org.caucus.kernel.Refusal}. Pure. */
  @FunctionalInterface
  public interface Decider<W extends Members.Held, C extends Command> {
    /** The events this command leads to. */
    List<Event> decide(W state, C command, CommandContext context);
  }

  /** Commands that nobody reads first. */
  public static <W extends Members.Held, C extends Command> CommandFamily<W, C> of(
      Class<C> family, Decider<W, C> decider) {
    return new CommandFamily<>(family, decider, false);
  }

  /** Commands whose words may be held for a convenor. */
  public static <W extends Members.Held, C extends Command> CommandFamily<W, C> moderated(
      Class<C> family, Decider<W, C> decider) {
    return new CommandFamily<>(family, decider, true);
  }

  /** What this command leads to, which is of the family. */
  public List<Event> decide(W state, Command command, CommandContext context) {
    return decider.decide(state, family.cast(command), context);
  }
}
