package org.caucus.coalition.updates;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
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
      @JsonProperty("body") StoredText storedBody,
      Update.Attribution attribution,
      Audience audience,
      SeatId by,
      Channel via,
      @Nullable String letter,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UpdateReferences particulars)
      implements UpdateEvent, Attributed {
    @Override
    public SeatId author() {
      return by;
    }

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
        Channel via,
        @Nullable String letter) {
      this(id, company, kind, stage, title, body, attribution, audience, by, via, letter, null);
    }

    /** With these words. */
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
        Channel via,
        @Nullable String letter,
        @Nullable UpdateReferences particulars) {
      this(
          id,
          company,
          kind,
          stage,
          title,
          StoredText.of(body),
          attribution,
          audience,
          by,
          via,
          letter,
          particulars);
    }

    /** What it says. */
    @Override
    public String body() {
      return storedBody.toString();
    }
  }

  /** Somebody else answers for it now; with null nobody does. */
  record UpdatePassedOn(String id, @Nullable SeatId to) implements UpdateEvent {}

  /**
   * The company says it otherwise; what it said before stays to be seen.
   *
   * @param attribution as it is from now on, which is what an export goes by
   * @param storedNote why; may be empty
   * @param particulars what it refers to from now on; null if that stays, as in older logs
   */
  record UpdateCorrected(
      String id,
      Update.Kind kind,
      String title,
      @JsonProperty("body") StoredText storedBody,
      Update.Attribution attribution,
      @JsonProperty("note") StoredText storedNote,
      SeatId by,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UpdateReferences particulars)
      implements UpdateEvent, Attributed {
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

    /** With these words. */
    public UpdateCorrected(
        String id,
        Update.Kind kind,
        String title,
        String body,
        Update.Attribution attribution,
        String note,
        SeatId by,
        @Nullable UpdateReferences particulars) {
      this(id, kind, title, StoredText.of(body), attribution, StoredText.of(note), by, particulars);
    }

    /** What it says. */
    @Override
    public String body() {
      return storedBody.toString();
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /**
   * The company is further with it, or back.
   *
   * @param storedNote what that means; may be empty
   */
  record StageReached(
      String id, Update.Stage stage, @JsonProperty("note") StoredText storedNote, SeatId by)
      implements UpdateEvent {
    /** With these words. */
    public StageReached(String id, Update.Stage stage, String note, SeatId by) {
      this(id, stage, StoredText.of(note), by);
    }

    /** What was said with it. */
    public String note() {
      return storedNote.toString();
    }
  }

  /** The company no longer stands by it. */
  record UpdateRetracted(String id, @JsonProperty("reason") StoredText storedReason, SeatId by)
      implements UpdateEvent {
    /** With these words. */
    public UpdateRetracted(String id, String reason, SeatId by) {
      this(id, StoredText.of(reason), by);
    }

    /** Why. */
    public String reason() {
      return storedReason.toString();
    }
  }

  /** An organisation says that it has read it. */
  record UpdateAcknowledged(String id, String organisation, SeatId by) implements UpdateEvent {}

  /** An entry under it asks the company something. */
  record QuestionAsked(String update, String entry, SeatId by) implements UpdateEvent {}

  /** The company answered. */
  record QuestionAnswered(String update, String question, String entry, SeatId by)
      implements UpdateEvent {}
}
