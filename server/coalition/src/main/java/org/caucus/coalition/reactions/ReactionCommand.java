package org.caucus.coalition.reactions;

import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;

/** What can be asked of reactions. */
public sealed interface ReactionCommand extends Command {
  /** Gives a reaction; giving it twice changes nothing. */
  record AddReaction(Ref on, Reaction reaction) implements ReactionCommand {}

  /** Takes one's own reaction back; one that was not given changes nothing. */
  record RemoveReaction(Ref on, Reaction reaction) implements ReactionCommand {}
}
