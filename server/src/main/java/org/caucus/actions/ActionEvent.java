package org.caucus.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.actions.plans.Details;
import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
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
      String description,
      SeatId owner,
      Action.When when,
      String place,
      Audience audience,
      SeatId by)
      implements ActionEvent {}

  /** Fields changed; what is null stayed as it was. */
  record ActionEdited(
      String id,
      @Nullable String title,
      @Nullable String description,
      Action.@Nullable State state,
      @Nullable SeatId owner,
      Action.@Nullable When when,
      @Nullable String place,
      @Nullable String outcome)
      implements ActionEvent {}

  /** An organisation gave its word. */
  record Committed(
      String action, String organisation, Commitment.Answer answer, String note, SeatId by)
      implements ActionEvent {}

  /** Its details are these from now on. */
  record ActionDetailed(String id, Details details) implements ActionEvent {}

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
      String note,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant stamped)
      implements ActionEvent {
    /** Said at that moment. */
    public Answered(String action, SeatId seat, Commitment.Answer answer, String note) {
      this(action, seat, answer, note, null);
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
  record MinutesWritten(String action, String text, SeatId by) implements ActionEvent {}

  /**
   * An agency answered a submission.
   *
   * @param due the day by which the rest is to come; null leaves the day that stands
   */
  record ReplyRecorded(String action, Details.Reply reply, @Nullable LocalDate due, SeatId by)
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
