package org.caucus.coalition.polls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
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
 * @param on what it hangs on; null if it stands alone
 * @param keeper who sees to it; null if only convenors do
 * @param ballots all that were cast, oldest first
 * @param course what became of it
 */
public record Poll(
    String id,
    Question asked,
    @Nullable Ref on,
    SeatId openedBy,
    @Nullable SeatId keeper,
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
      return changed(at, eligible, audience);
    }

    /** The same for these readers, of whom these are asked. */
    Question readBy(Audience readers, Audience asked) {
      return changed(closes, asked, readers);
    }

    private Question changed(Instant at, Audience asked, Audience readers) {
      return new Question(
          kind,
          title,
          description,
          options,
          voice,
          asked,
          quorum,
          at,
          silence,
          shown,
          zone,
          readers,
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
    return new Poll(
        e.id(), e.asked(), e.on(), e.by(), e.by(), at, PersistentVector.empty(), Course.OPENED);
  }

  Poll with(PersistentVector<Ballot> now) {
    return new Poll(id, asked, on, openedBy, keeper, openedAt, now, course);
  }

  Poll with(Course now) {
    return with(asked, now);
  }

  Poll extended(Instant to) {
    Course reopened = new Course(State.OPEN, course.remindedFor(), null, null, List.of(), null);
    return with(asked.closing(to), reopened);
  }

  Poll with(Question now) {
    return with(now, course);
  }

  private Poll with(Question question, Course now) {
    return new Poll(id, question, on, openedBy, keeper, openedAt, ballots, now);
  }

  Poll keptBy(@Nullable SeatId seat) {
    return new Poll(id, asked, on, openedBy, seat, openedAt, ballots, course);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.POLL, id);
  }

  /**
   * Where it stands: whatever it hangs on bounds its readers. A view of the poll's past alone does
   * not know that thing; its own audience was never wider.
   */
  public Scope scope(Members.Held now) {
    Scope place = Optional.ofNullable(on).flatMap(now::scopeOf).orElse(Polls.PLACE);
    return place.holds(asked.audience(), openedAt);
  }

  /** Whom it asks, if they read it. */
  public Scope eligible(Members.Held now) {
    return scope(now).holds(asked.eligible(), openedAt);
  }

  /** Whether somebody has to see to it: it is open, undecided, or waits for its day of review. */
  public boolean isInHand() {
    return switch (course.state()) {
      case OPEN, CLOSED -> true;
      case DECIDED -> course.outcome() != null && course.outcome().reviewOn() != null;
      case REVIEWED -> false;
    };
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
