package org.caucus.coalition.actions;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;

/**
 * An organisation's word on whether it takes part. Anyone who gives it replaces what they can read.
 * A word that was given to fewer, before they could read the action, stays beside it for those.
 *
 * @param storedNote with what, by whom; may be empty
 * @param audience the action's when it was given, and at every time since
 * @param earlier what the person who gave it could not read, oldest first
 */
public record Commitment(
    String organisation,
    Answer answer,
    StoredText storedNote,
    SeatId seat,
    Instant at,
    Audience audience,
    List<Earlier> earlier) {
  /** A copy that nobody else can change. */
  public Commitment {
    earlier = List.copyOf(earlier);
  }

  /** A word given to fewer before it; all of them can read the newer one, too. */
  public record Earlier(
      Answer answer, StoredText storedNote, SeatId seat, Instant at, Audience audience) {
    Earlier readBy(Audience to) {
      return new Earlier(answer, storedNote, seat, at, to);
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  Commitment readBy(UnaryOperator<Audience> narrower) {
    return new Commitment(
        organisation,
        answer,
        storedNote,
        seat,
        at,
        narrower.apply(audience),
        earlier.stream().map(e -> e.readBy(narrower.apply(e.audience()))).toList());
  }

  /**
   * The words that stay when another is given in its place.
   *
   * @param unread what anyone who gives that cannot read
   */
  List<Earlier> left(Predicate<Earlier> unread) {
    return Stream.concat(
            earlier.stream(), Stream.of(new Earlier(answer, storedNote, seat, at, audience)))
        .filter(unread)
        .toList();
  }

  /** The word. */
  public enum Answer {
    WILL,
    MAY,
    WILL_NOT
  }

  /** What was said with it. */
  public String note() {
    return storedNote.toString();
  }
}
