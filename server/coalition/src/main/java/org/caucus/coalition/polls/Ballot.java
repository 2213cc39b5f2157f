package org.caucus.coalition.polls;

import java.time.Instant;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * One ballot. The last one of a voice stands.
 *
 * @param organisation for which it was cast
 * @param view whether it is not counted, for its author is not asked
 * @param storedReason what was said with it; may be empty
 * @param resolution since when its objection is resolved; null while it is open, or for any other
 *     ballot
 */
public record Ballot(
    String id,
    String organisation,
    boolean view,
    SeatId seat,
    BallotValue value,
    StoredText storedReason,
    Channel via,
    Instant at,
    @Nullable Resolution resolution) {
  /** How the author of an objection resolved it. */
  public record Resolution(StoredText storedNote, SeatId by, Instant at) {
    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  static Ballot of(PollEvent.BallotCast e, Instant at) {
    return new Ballot(
        e.ballot(),
        e.organisation(),
        e.view(),
        e.by(),
        e.value(),
        e.storedReason(),
        e.via(),
        at,
        null);
  }

  Ballot resolved(Resolution by) {
    return new Ballot(id, organisation, view, seat, value, storedReason, via, at, by);
  }

  /** What was said with it. */
  public String reason() {
    return storedReason.toString();
  }

  /** Whether it objects, and is not resolved. */
  public boolean isOpenObjection() {
    return value.objects() && resolution == null;
  }
}
