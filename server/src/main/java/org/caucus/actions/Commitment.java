package org.caucus.actions;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;

/**
 * An organisation's word on whether it takes part. Whoever gives it replaces what they can read. A
 * word that was given to fewer, before they could read the action, stays beside it for those.
 *
 * @param note with what, by whom; may be empty
 * @param audience the action's when it was given, and at every time since
 * @param earlier what whoever gave it could not read, oldest first
 */
public record Commitment(
    String organisation,
    Answer answer,
    String note,
    SeatId seat,
    Instant at,
    Audience audience,
    List<Earlier> earlier) {
  /** A copy that nobody else can change. */
  public Commitment {
    earlier = List.copyOf(earlier);
  }

  /** A word given to fewer before it; all of them can read the newer one, too. */
  public record Earlier(Answer answer, String note, SeatId seat, Instant at, Audience audience) {
    Earlier readBy(Audience to) {
      return new Earlier(answer, note, seat, at, to);
    }
  }

  Commitment readBy(UnaryOperator<Audience> narrower) {
    return new Commitment(
        organisation,
        answer,
        note,
        seat,
        at,
        narrower.apply(audience),
        earlier.stream().map(e -> e.readBy(narrower.apply(e.audience()))).toList());
  }

  /**
   * The words that stay when another is given in its place.
   *
   * @param unread what whoever gives that cannot read
   */
  List<Earlier> left(Predicate<Earlier> unread) {
    return Stream.concat(earlier.stream(), Stream.of(new Earlier(answer, note, seat, at, audience)))
        .filter(unread)
        .toList();
  }

  /** The word. */
  public enum Answer {
    WILL,
    MAY,
    WILL_NOT
  }
}
