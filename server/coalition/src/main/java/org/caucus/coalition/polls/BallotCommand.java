package org.caucus.coalition.polls;

import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Command;

/** What a voice can do in a poll. */
public sealed interface BallotCommand extends Command {
  /** Answers; what the voice said before stands no more. */
  record CastBallot(String poll, BallotValue value, String reason, Channel via)
      implements BallotCommand {
    @Override
    public boolean saysMore() {
      return !reason.isBlank();
    }
  }

  /** Says that one's own objection is resolved. */
  record ResolveObjection(String poll, String ballot, String note) implements BallotCommand {
    @Override
    public boolean saysMore() {
      return !note.isBlank();
    }
  }
}
