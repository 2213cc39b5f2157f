package org.caucus.coalition.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** What can happen to actions; comments are entries. */
public sealed interface ActionEvent extends Event {
  /** The action that it happened to. */
  default String of() {
    return switch (this) {
      case ActionPlanned e -> e.id();
      case ActionEdited e -> e.id();
      case ActionDetailed e -> e.id();
      case Committed e -> e.action();
      case Answered e -> e.action();
      case AttendanceNoted e -> e.action();
      case MinutesWritten e -> e.action();
      case ReplyRecorded e -> e.action();
      case ReplyOverdue e -> e.action();
      case Reminded e -> e.action();
      case Embargoed e -> e.action();
    };
  }

  /** Something is planned. */
  record ActionPlanned(
      String id,
      Action.Kind kind,
      String title,
      @JsonProperty("description") StoredText storedDescription,
      SeatId owner,
      Action.When when,
      @JsonProperty("place") StoredText storedPlace,
      Audience audience,
      SeatId by)
      implements ActionEvent {
    @Override
    public SeatId author() {
      return by;
    }

    /** With these words. */
    public ActionPlanned(
        String id,
        Action.Kind kind,
        String title,
        String description,
        SeatId owner,
        Action.When when,
        String place,
        Audience audience,
        SeatId by) {
      this(
          id,
          kind,
          title,
          StoredText.of(description),
          owner,
          when,
          StoredText.of(place),
          audience,
          by);
    }

    /** What it is about. */
    public String description() {
      return storedDescription.toString();
    }

    /** Where it is. */
    public String place() {
      return storedPlace.toString();
    }
  }

  /** Fields changed; what is null stayed as it was. */
  record ActionEdited(
      String id,
      @Nullable String title,
      @JsonProperty("description") @Nullable StoredText storedDescription,
      Action.@Nullable State state,
      @Nullable SeatId owner,
      Action.@Nullable When when,
      @JsonProperty("place") @Nullable StoredText storedPlace,
      @JsonProperty("outcome") @Nullable StoredText storedOutcome)
      implements ActionEvent {
    /** What it is about; null for no change. */
    public @Nullable String description() {
      return storedDescription == null ? null : storedDescription.toString();
    }

    /** Where it is; null for no change. */
    public @Nullable String place() {
      return storedPlace == null ? null : storedPlace.toString();
    }

    /** What came of it; null for no change. */
    public @Nullable String outcome() {
      return storedOutcome == null ? null : storedOutcome.toString();
    }
  }

  /** An organisation gave its word. */
  record Committed(
      String action,
      String organisation,
      Commitment.Answer answer,
      @JsonProperty("note") StoredText storedNote,
      SeatId by)
      implements ActionEvent {
    /** With these words. */
    public Committed(
        String action, String organisation, Commitment.Answer answer, String note, SeatId by) {
      this(action, organisation, answer, StoredText.of(note), by);
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /** Its details are these from now on. */
  record ActionDetailed(String id, ActionDetails details) implements ActionEvent {}

  /**
   * A person said whether they come themselves.
   *
   * @param stamped when their calendar says that they did, at the latest when it came; null for
   *     what no calendar wrote
   */
  record Answered(
      String action,
      SeatId seat,
      Commitment.Answer answer,
      @JsonProperty("note") StoredText storedNote,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant stamped)
      implements ActionEvent {
    /** Said at that moment. */
    public Answered(String action, SeatId seat, Commitment.Answer answer, String note) {
      this(action, seat, answer, note, null);
    }

    /** With these words. */
    public Answered(
        String action,
        SeatId seat,
        Commitment.Answer answer,
        String note,
        @Nullable Instant stamped) {
      this(action, seat, answer, StoredText.of(note), stamped);
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /** Who was there was noted. */
  record AttendanceNoted(String action, List<SeatId> present, SeatId by) implements ActionEvent {
    /** A copy that nobody else can change. */
    public AttendanceNoted {
      present = List.copyOf(present);
    }
  }

  /** What was written down is this from now on. */
  record MinutesWritten(String action, @JsonProperty("text") StoredText storedText, SeatId by)
      implements ActionEvent {
    /** With these words. */
    public MinutesWritten(String action, String text, SeatId by) {
      this(action, StoredText.of(text), by);
    }

    /** The words. */
    public String text() {
      return storedText.toString();
    }
  }

  /**
   * An agency answered a submission.
   *
   * @param due the day by which the rest is to come; null leaves the day that stands
   */
  record ReplyRecorded(String action, ActionDetails.Reply reply, @Nullable LocalDate due, SeatId by)
      implements ActionEvent {}

  /**
   * No answer of the agency was recorded by the day it was due.
   *
   * @param due that day
   * @param since when it was over
   */
  record ReplyOverdue(String action, LocalDate due, Instant since) implements ActionEvent {}

  /**
   * Those who take part were to be reminded.
   *
   * @param due when, at the earliest
   */
  record Reminded(String action, Instant due) implements ActionEvent {}

  /**
   * A widening waits for its instant, or none does any more.
   *
   * @param until null if none does
   * @param to who reads it from then on; null if none does
   */
  record Embargoed(String action, @Nullable Instant until, @Nullable Audience to, SeatId by)
      implements ActionEvent {}
}
