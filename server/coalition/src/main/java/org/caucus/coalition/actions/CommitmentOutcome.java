package org.caucus.coalition.actions;

import java.util.List;
import java.util.function.Predicate;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;

/** What became of an organisation's word that it will take part. */
public enum CommitmentOutcome {
  /** The action is not over. */
  OPEN,
  /** The action is done, and nothing that was noted speaks against it. */
  KEPT,
  /** The action is done, who was there is noted, and nobody of theirs is among them. */
  MISSED,
  /** The action was called off: nothing was to be kept. */
  LAPSED;

  /**
   * Of a word that somebody will take part, as far as a reader can see: attendance that was noted
   * for others makes no difference.
   */
  public static CommitmentOutcome of(
      Action action, Commitment word, Members members, Predicate<Scope> reads) {
    return switch (action.state()) {
      case PLANNED, UNDER_WAY -> OPEN;
      case CALLED_OFF -> LAPSED;
      case DONE -> {
        List<ActionAttendance.Attendance> there =
            action.presence().attendances().stream()
                .filter(a -> reads.test(action.scope().holds(a.audience(), a.at())))
                .toList();
        boolean noted = !there.isEmpty() && !there.getLast().present().isEmpty();
        yield !noted || isThere(there.getLast(), word, members) ? KEPT : MISSED;
      }
    };
  }

  private static boolean isThere(
      ActionAttendance.Attendance there, Commitment word, Members members) {
    return there.present().stream()
        .map(seat -> members.seats().get(seat))
        .anyMatch((Seat seat) -> seat != null && seat.organisation().equals(word.organisation()));
  }
}
