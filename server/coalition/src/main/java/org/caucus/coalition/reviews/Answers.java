package org.caucus.coalition.reviews;

import java.time.Instant;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.platform.spill.StoredText;
import org.pcollections.PMap;

/**
 * All that one organisation said in a review, immutable. What it said last to one audience does not
 * take away what it said to another: those who cannot read the later word must not see from its
 * being gone that there is one.
 *
 * @param given by {@link Said#key}, the last to each audience, oldest first
 * @param drafts by {@link Said#key}
 * @param declines the last to each audience, oldest first
 */
public record Answers(
    PMap<String, PersistentVector<Position>> given,
    PMap<String, Position> drafts,
    PersistentVector<Decline> declines) {
  /** Nothing yet. */
  static final Answers NONE =
      new Answers(PersistentMap.empty(), PersistentMap.empty(), PersistentVector.empty());

  /** That it will not answer. */
  public record Decline(
      StoredText storedReason, Audience audience, SeatId by, Instant at, long sequence) {
    /** Why; may be empty. */
    public String reason() {
      return storedReason.toString();
    }

    Scope scope(Scope review) {
      return review.holds(audience, at);
    }
  }

  /** Whether it answered or declined, whoever knows of that. */
  public boolean isAnswered() {
    return !given.isEmpty() || !declines.isEmpty();
  }

  Answers gives(Position position) {
    String key = position.said().key();
    PersistentVector<Position> now = PersistentVector.empty();
    for (Position before : of(key)) {
      now = before.audience().equals(position.audience()) ? now : now.plus(before);
    }
    return new Answers(given.plus(key, now.plus(position)), drafts, declines);
  }

  Answers drafts(Position position) {
    return new Answers(given, drafts.plus(position.said().key(), position), declines);
  }

  Answers declines(Decline decline) {
    PersistentVector<Decline> now = PersistentVector.empty();
    for (Decline before : declines) {
      now = before.audience().equals(decline.audience()) ? now : now.plus(before);
    }
    return new Answers(given, drafts, now.plus(decline));
  }

  /** What it gave on this, the last to each audience, oldest first. */
  PersistentVector<Position> of(String key) {
    return Objects.requireNonNullElse(given.get(key), PersistentVector.empty());
  }
}
