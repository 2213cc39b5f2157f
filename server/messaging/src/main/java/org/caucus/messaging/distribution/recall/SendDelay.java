package org.caucus.messaging.distribution.recall;

import java.time.Instant;
import java.util.Objects;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.audience.PostRecall;
import org.caucus.coalition.lists.MailContent.Waits;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * When letters of a post may leave: at once, or after the minute in which it can be taken back, as
 * the workspace chose, and after the quiet hours that the person who gets it chose.
 *
 * @param waits which letters wait while it can be taken back
 * @param author whose post it is; null for what nobody can take back
 * @param over when the minute is over, by the log's clock
 */
public record SendDelay(
    Workspace state, Waits waits, @Nullable SeatId author, Instant over, Instant now) {
  /**
   * The letters of what this seat posted.
   *
   * @param waits as its list or workspace chose
   * @param said when, by the log's clock
   */
  public static SendDelay of(
      Workspace state, Waits waits, @Nullable SeatId author, Instant said, Instant now) {
    return new SendDelay(state, waits, author, said.plus(PostRecall.WINDOW), now);
  }

  /** When the letter to this seat may leave: not before its quiet hours end. */
  public Instant at(SeatId to) {
    return state.lists().habits().now(to).leaves(waits(to) && over.isAfter(now) ? over : now);
  }

  private boolean waits(SeatId to) {
    return author != null
        && switch (waits) {
          case NONE -> false;
          case ACROSS -> !party(author).equals(party(to));
          case ALL -> true;
        };
  }

  /** Civil society is one; each company is one, for they compete. */
  private String party(SeatId id) {
    Seat seat = Objects.requireNonNull(state.members().seats().get(id));
    Organisation organisation = state.members().organisationOf(seat);
    return organisation.side() == Side.CIVIL_SOCIETY ? "" : organisation.slug();
  }
}
