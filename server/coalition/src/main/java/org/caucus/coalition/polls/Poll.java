package org.caucus.coalition.polls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.platform.json.PlainJson;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * One poll.
 *
 * @param asked what is asked, and how it is answered
 * @param ballots all that were cast, oldest first
 * @param course what became of it
 */
public record Poll(
    String id,
    Question asked,
    SeatId openedBy,
    Instant openedAt,
    PersistentVector<Ballot> ballots,
    Course course) {
  /** Most options of a poll. */
  public static final int MAX_OPTIONS = 50;

  /** Most characters of an option. */
  public static final int MAX_OPTION_CHARS = 500;

  /** How it is answered. */
  public enum Kind {
    CONSENT,
    CHOICE,
    RANKED,
    SCORE,
    TIME;

    /** Whether an answer names options. */
    public boolean hasOptions() {
      return this != CONSENT;
    }
  }

  /** Whose one answer counts. */
  public enum VoiceOf {
    ORGANISATION,
    SEAT
  }

  /** What it means not to answer. */
  public enum Silence {
    COUNTS_AS_NOTHING,
    NO_OBJECTION
  }

  /** When answers are shown to others. */
  public enum Shown {
    LIVE,
    AT_CLOSE
  }

  /** How far it is. */
  public enum State {
    OPEN,
    CLOSED,
    DECIDED,
    REVIEWED
  }

  /**
   * One option.
   *
   * @param label by which an answer names it: A, B and so on, or of a time 1, 2 and so on
   * @param text may be empty for a time
   * @param startsAt null unless it is a time
   * @param endsAt null if its end is open
   */
  @PlainJson
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Option(
      String label, String text, @Nullable Instant startsAt, @Nullable Instant endsAt) {}

  /**
   * How many must answer.
   *
   * @param percent of those that are asked
   * @param bySide whether that share must answer on each side
   */
  @PlainJson
  public record Quorum(int percent, boolean bySide) {}

  /**
   * What is asked.
   *
   * @param eligible whose answers count; never more than read it
   * @param quorum null if any number will do
   * @param zone in which its times were written
   * @param key with which receipts are made; told when ballots are shown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Question(
      Kind kind,
      String title,
      StoredText description,
      List<Option> options,
      VoiceOf voice,
      Audience eligible,
      @Nullable Quorum quorum,
      Instant closes,
      Silence silence,
      Shown shown,
      ZoneId zone,
      Audience audience,
      String key) {
    /** A copy that nobody else can change. */
    public Question {
      options = List.copyOf(Objects.requireNonNullElse(options, List.of()));
    }

    /** The same, closing at another time. */
    public Question closing(Instant at) {
      return new Question(
          kind,
          title,
          description,
          options,
          voice,
          eligible,
          quorum,
          at,
          silence,
          shown,
          zone,
          audience,
          key);
    }

    /** The option with this label. */
    public Optional<Option> option(String label) {
      return options.stream().filter(o -> o.label().equalsIgnoreCase(label)).findFirst();
    }
  }

  /**
   * What was decided.
   *
   * @param option the one that was chosen; null if none was
   * @param action what was planned by it; null if nothing was
   */
  public record Outcome(
      StoredText storedText,
      @Nullable String option,
      @Nullable String action,
      @Nullable LocalDate reviewOn,
      SeatId by,
      Instant at) {
    /** In words. */
    public String text() {
      return storedText.toString();
    }
  }

  /** What was found when the outcome was looked at again. */
  public record Review(StoredText storedText, SeatId by, Instant at) {
    /** In words. */
    public String text() {
      return storedText.toString();
    }
  }

  /**
   * What became of it.
   *
   * @param remindedFor the closing time of which those without an answer were reminded
   * @param closing null while it is open
   * @param reviewDue the day of review that was told as come; null if none was
   */
  public record Course(
      State state,
      @Nullable Instant remindedFor,
      @Nullable Closing closing,
      @Nullable Outcome outcome,
      List<Review> reviews,
      @Nullable LocalDate reviewDue) {
    static final Course OPENED = new Course(State.OPEN, null, null, null, List.of(), null);
  }

  /**
   * How it closed.
   *
   * @param by null if its time had come
   * @param quorate whether as many answered as must
   * @param asked whose answers count, from then on
   */
  public record Closing(@Nullable SeatId by, Instant at, boolean quorate, List<Voice> asked) {}

  static Poll opened(PollEvent.PollOpened e, Instant at) {
    return new Poll(e.id(), e.asked(), e.by(), at, PersistentVector.empty(), Course.OPENED);
  }

  Poll with(PersistentVector<Ballot> now) {
    return new Poll(id, asked, openedBy, openedAt, now, course);
  }

  Poll with(Course now) {
    return new Poll(id, asked, openedBy, openedAt, ballots, now);
  }

  Poll extended(Instant to) {
    Course reopened = new Course(State.OPEN, course.remindedFor(), null, null, List.of(), null);
    return new Poll(id, asked.closing(to), openedBy, openedAt, ballots, reopened);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.POLL, id);
  }

  /** Where it stands. */
  public Scope scope() {
    return Polls.PLACE.holds(asked.audience(), openedAt);
  }

  /** Whom it asks, if they read it. */
  public Scope eligible() {
    return scope().holds(asked.eligible(), openedAt);
  }

  /** How far it is. */
  public State state() {
    return course.state();
  }

  /** Whether it takes answers at this time. */
  public boolean isOpen(Instant at) {
    return course.state() == State.OPEN && at.isBefore(asked.closes());
  }

  /**
   * Whether its ballots are known to their own voices alone: until it closes, and if too few
   * answered, until it is decided, for it may be extended.
   */
  public boolean hides() {
    return asked.shown() == Shown.AT_CLOSE
        && switch (course.state()) {
          case OPEN -> true;
          case CLOSED -> course.closing() != null && !course.closing().quorate();
          case DECIDED, REVIEWED -> false;
        };
  }

  /** The ballot with this id. */
  public Optional<Ballot> ballot(String ballot) {
    return ballots.stream().filter(b -> b.id().equals(ballot)).findFirst();
  }
}
