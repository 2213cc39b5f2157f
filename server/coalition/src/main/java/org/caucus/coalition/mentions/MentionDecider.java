package org.caucus.coalition.mentions;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/** Decides who is mentioned, and what of it waits no more. Pure. */
public final class MentionDecider {
  private MentionDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Members.Held state, MentionCommand command, CommandContext act) {
    return switch (command) {
      case MentionCommand.DismissMention c -> dismiss(state, c, act);
    };
  }

  private static List<Event> dismiss(
      Members.Held state, MentionCommand.DismissMention c, CommandContext act) {
    Seat seat = state.access().mustBeActive(act.by());
    state.access().mustRead(act.by(), state.scopeOf(c.of()).orElseThrow(Refusal::absent));
    Mentions mentions = Mentions.of(state);
    if (mentions.questions(c.of()).noneMatch(m -> m.means(state.members(), seat))) {
      throw Refusal.absent();
    }
    return List.of(new MentionEvent.MentionDismissed(c.of(), act.by()));
  }

  /**
   * Who is mentioned in the words of a thing and was not before; empty if nobody is.
   *
   * @param after the state with the thing as it is from now on
   */
  public static Optional<MentionEvent.Mentioned> mentioned(
      Members.Held after, Ref thing, SeatId by, MentionReading reading) {
    List<Mention> fresh = Mentions.of(after).fresh(thing, reading.mentions());
    return fresh.isEmpty()
        ? Optional.empty()
        : Optional.of(new MentionEvent.Mentioned(thing, by, fresh));
  }
}
