package org.caucus.coalition.updates.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.StoredMessage;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * An update that is not published.
 *
 * @param said what it is to say
 * @param version how often it was written, counted from one
 * @param publishAt when it is to be published; null for as soon as it is confirmed
 * @param confirmedBy which liaison stands by it, while it waits for its hour; null if none does
 * @param returned that another liaison sent it back as it is; null if none did
 * @param why what kept it from being published in time, in English; null if nothing did
 * @param reason the same by its code; null in logs of before
 */
public record Draft(
    String id,
    String company,
    DraftContent said,
    @Nullable Instant publishAt,
    State state,
    Instant at,
    int version,
    @Nullable SeatId confirmedBy,
    @Nullable Returned returned,
    @Nullable String why,
    @Nullable StoredMessage reason) {
  /** How far it is. */
  public enum State {
    /** A liaison has to confirm it. */
    WAITING,
    /** It is published at its hour. */
    SCHEDULED,
    PUBLISHED,
    DISCARDED
  }

  /**
   * It was sent back.
   *
   * @param by who does not stand by it
   * @param storedNote what they say to its author; may be empty
   */
  public record Returned(SeatId by, StoredText storedNote, Instant at) {
    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  Draft now(State next) {
    return new Draft(
        id, company, said, publishAt, next, at, version, confirmedBy, returned, null, null);
  }

  Draft scheduled(SeatId by) {
    return new Draft(
        id, company, said, publishAt, State.SCHEDULED, at, version, by, null, null, null);
  }

  Draft heldBack(String english, @Nullable StoredMessage coded) {
    return new Draft(
        id, company, said, null, State.WAITING, at, version, null, null, english, coded);
  }

  Draft saying(DraftContent now, @Nullable Instant hour) {
    return new Draft(
        id, company, now, hour, State.WAITING, at, version + 1, null, null, null, null);
  }

  Draft sentBack(Returned by) {
    return new Draft(
        id, company, said, publishAt, State.WAITING, at, version, null, by, null, null);
  }

  /** Whether something is still to be decided about it. */
  public boolean isOpen() {
    return state == State.WAITING || state == State.SCHEDULED;
  }

  /** Whether nobody has said yet whether they stand by it as it is. */
  public boolean isAsked() {
    return state == State.WAITING && returned == null;
  }

  /**
   * When something is to be done about it by itself: published, or its company told that nobody
   * confirmed it in time. Empty if it has no hour, or waits for its author.
   */
  public Optional<Instant> due() {
    return state == State.SCHEDULED || isAsked()
        ? Optional.ofNullable(publishAt)
        : Optional.empty();
  }

  /** The files it holds: those of one that is over are an entry's, or nobody's. */
  public List<Entry.Attached> files() {
    return isOpen() ? said.files() : List.of();
  }

  /** Its company's seats read it, no matter who is to read what it becomes. */
  public Scope scope() {
    return scope(company, at);
  }

  static Scope scope(String company, Instant at) {
    return Updates.FEED.holds(Audience.companyOnly(company), at);
  }
}
