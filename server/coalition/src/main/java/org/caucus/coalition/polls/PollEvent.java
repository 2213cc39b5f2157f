package org.caucus.coalition.polls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen to polls. */
public sealed interface PollEvent extends Event {
  /** The poll that it happened to. */
  String poll();

  /**
   * A question is asked.
   *
   * @param on the thing on which it hangs; null if it stands alone
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PollOpened(String id, Poll.Question asked, @Nullable Ref on, SeatId by)
      implements PollEvent {
    @Override
    public String poll() {
      return id;
    }

    @Override
    public SeatId author() {
      return by;
    }
  }

  /**
   * A voice answered; what it said before stands no more.
   *
   * @param view whether it is not counted, for its author is not asked
   */
  record BallotCast(
      String poll,
      String ballot,
      String organisation,
      boolean view,
      BallotValue value,
      @JsonProperty("reason") StoredText storedReason,
      Channel via,
      SeatId by)
      implements PollEvent {
    /** Whether something is said with it. */
    public boolean says() {
      return !reason().isEmpty();
    }

    /** What it says, in one line. */
    public String answer() {
      return value.line();
    }

    @Override
    public SeatId author() {
      return by;
    }

    /** What was said with it. */
    public String reason() {
      return storedReason.toString();
    }
  }

  /** The author of an objection says that it is resolved. */
  record ObjectionResolved(
      String poll, String ballot, @JsonProperty("note") StoredText storedNote, SeatId by)
      implements PollEvent {
    @Override
    public SeatId author() {
      return by;
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /** Somebody else sees to it now; with null convenors alone do. */
  record PollPassedOn(String poll, @Nullable SeatId to) implements PollEvent {}

  /** It closes at another time, and is open until then. */
  record PollExtended(String poll, Instant closes, SeatId by) implements PollEvent {}

  /** Those who have not answered were to be reminded that it closes at this time. */
  record PollReminded(String poll, Instant closes) implements PollEvent {}

  /**
   * It takes no more answers.
   *
   * @param by null if its time had come
   * @param quorate whether as many answered as must
   * @param asked whose answers count
   * @param key with which receipts were made; null if too few answered, for it may be extended
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PollClosed(
      String poll, boolean quorate, List<Voice> asked, @Nullable String key, @Nullable SeatId by)
      implements PollEvent {
    /** A copy that nobody else can change. */
    public PollClosed {
      asked = List.copyOf(asked);
    }
  }

  /**
   * What came of it.
   *
   * @param option the one that was chosen; null if none was
   * @param action what was planned by it; null if nothing was
   * @param reviewOn the day on which it is to be looked at again; null for none
   * @param key with which receipts were made; null if that was told when it closed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PollDecided(
      String poll,
      @JsonProperty("outcome") StoredText storedOutcome,
      @Nullable String option,
      @Nullable String action,
      @Nullable LocalDate reviewOn,
      @Nullable String key,
      SeatId by)
      implements PollEvent {
    @Override
    public SeatId author() {
      return by;
    }

    /** In words. */
    public String outcome() {
      return storedOutcome.toString();
    }
  }

  /** The day has come on which its outcome is to be looked at again. */
  record PollReviewDue(String poll, LocalDate on) implements PollEvent {}

  /**
   * Its outcome was looked at again.
   *
   * @param reviewOn the day of the next look; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PollReviewed(
      String poll,
      @JsonProperty("text") StoredText storedText,
      @Nullable LocalDate reviewOn,
      SeatId by)
      implements PollEvent {
    @Override
    public SeatId author() {
      return by;
    }

    /** What was found. */
    public String text() {
      return storedText.toString();
    }
  }
}
