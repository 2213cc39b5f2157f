package org.caucus.updates;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.caucus.entries.Via;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can happen to updates; comments are entries. */
public sealed interface UpdateEvent extends Event {
  /** A company said something. */
  record UpdatePosted(
      String id,
      String company,
      Update.Kind kind,
      Update.Stage stage,
      String title,
      String body,
      Update.Attribution attribution,
      Audience audience,
      SeatId by,
      Via via,
      @Nullable String letter,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Particulars particulars)
      implements UpdateEvent {
    /** One that refers to nothing has none, as in older logs. */
    public UpdatePosted {
      particulars = particulars == null || particulars.refersToNothing() ? null : particulars;
    }

    /** Refers to nothing. */
    public UpdatePosted(
        String id,
        String company,
        Update.Kind kind,
        Update.Stage stage,
        String title,
        String body,
        Update.Attribution attribution,
        Audience audience,
        SeatId by,
        Via via,
        @Nullable String letter) {
      this(id, company, kind, stage, title, body, attribution, audience, by, via, letter, null);
    }
  }

  /** Somebody else answers for it now; with null nobody does. */
  record UpdatePassedOn(String id, @Nullable SeatId to) implements UpdateEvent {}

  /**
   * The company says it otherwise; what it said before stays to be seen.
   *
   * @param attribution as it is from now on, which is what an export goes by
   * @param note why; may be empty
   * @param particulars what it refers to from now on; null if that stays, as in older logs
   */
  record UpdateCorrected(
      String id,
      Update.Kind kind,
      String title,
      String body,
      Update.Attribution attribution,
      String note,
      SeatId by,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Particulars particulars)
      implements UpdateEvent {
    /** It refers to what it did. */
    public UpdateCorrected(
        String id,
        Update.Kind kind,
        String title,
        String body,
        Update.Attribution attribution,
        String note,
        SeatId by) {
      this(id, kind, title, body, attribution, note, by, null);
    }
  }

  /**
   * The company is further with it, or back.
   *
   * @param note what that means; may be empty
   */
  record StageReached(String id, Update.Stage stage, String note, SeatId by)
      implements UpdateEvent {}

  /** The company no longer stands by it. */
  record UpdateRetracted(String id, String reason, SeatId by) implements UpdateEvent {}

  /** An organisation says that it has read it. */
  record UpdateAcknowledged(String id, String organisation, SeatId by) implements UpdateEvent {}

  /** An entry under it asks the company something. */
  record QuestionAsked(String update, String entry, SeatId by) implements UpdateEvent {}

  /** The company answered. */
  record QuestionAnswered(String update, String question, String entry, SeatId by)
      implements UpdateEvent {}
}
