package org.caucus.coalition.access.closing;

import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;

/** What can be asked of places as wholes. */
public sealed interface ClosingCommand extends Command {
  /** Takes nothing new there from now on. */
  record ClosePlace(Ref place) implements ClosingCommand {}

  /** Takes new things there again. */
  record ReopenPlace(Ref place) implements ClosingCommand {}
}
