package org.caucus.coalition.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.kernel.Command;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What can be asked of actions. */
public sealed interface ActionCommand extends Command {
  /**
   * Plans one.
   *
   * @param owner null for the author
   * @param embargo when others learn of it, and who; null for at once
   * @param attached files added in the browser; they hang on its first entry
   */
  record PlanAction(
      Action.Kind kind,
      String title,
      String description,
      @Nullable SeatId owner,
      Action.When when,
      String place,
      @Nullable Audience audience,
      ActionDetails details,
      @Nullable Opening embargo,
      List<Entry.Attached> attached)
      implements ActionCommand {
    /** Without details. */
    public PlanAction(
        Action.Kind kind,
        String title,
        String description,
        @Nullable SeatId owner,
        Action.When when,
        String place,
        @Nullable Audience audience,
        List<Entry.Attached> attached) {
      this(
          kind,
          title,
          description,
          owner,
          when,
          place,
          audience,
          ActionDetails.none(),
          null,
          attached);
    }

    /** Without files. */
    public PlanAction(
        Action.Kind kind,
        String title,
        String description,
        @Nullable SeatId owner,
        Action.When when,
        String place,
        @Nullable Audience audience) {
      this(kind, title, description, owner, when, place, audience, List.of());
    }
  }

  /**
   * Changes fields; null leaves a field as it is.
   *
   * @param version the version the edit was made on; null edits whatever is there
   */
  record EditAction(
      String action,
      @Nullable Integer version,
      @Nullable String title,
      @Nullable String description,
      Action.@Nullable State state,
      @Nullable SeatId owner,
      Action.@Nullable When when,
      @Nullable String place,
      @Nullable String outcome,
      @Nullable ActionDetails details)
      implements ActionCommand {
    /** Leaves its details as they are. */
    public EditAction(
        String action,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String description,
        Action.@Nullable State state,
        @Nullable SeatId owner,
        Action.@Nullable When when,
        @Nullable String place,
        @Nullable String outcome) {
      this(action, version, title, description, state, owner, when, place, outcome, null);
    }
  }

  /** From when on more people read of it. */
  record Opening(Instant until, Audience to) {}

  /** Gives the word of the author's organisation. */
  record Commit(String action, @Nullable String organisation, Commitment.Answer answer, String note)
      implements ActionCommand {}

  /** Comments on one. */
  record CommentAction(String action, Post post) implements ActionCommand {}

  /**
   * Says whether one comes oneself.
   *
   * @param seat whose answer it is said to be; null for the author's own
   * @param stamped when a calendar says that it was given; null for what is given now
   */
  record Answer(
      String action,
      @Nullable SeatId seat,
      Commitment.Answer answer,
      String note,
      @Nullable Instant stamped)
      implements ActionCommand {
    /** Given now. */
    public Answer(String action, @Nullable SeatId seat, Commitment.Answer answer, String note) {
      this(action, seat, answer, note, null);
    }
  }

  /** Notes who was there. */
  record NoteAttendance(String action, List<SeatId> present) implements ActionCommand {}

  /**
   * Keeps what was written down.
   *
   * @param over since when the minutes stand that these replace: the epoch for none; null replaces
   *     whatever is there
   */
  record WriteMinutes(String action, String text, @Nullable Instant over) implements ActionCommand {
    /** In the place of whatever is there. */
    public WriteMinutes(String action, String text) {
      this(action, text, null);
    }
  }

  /**
   * Keeps what the agency answered to a submission.
   *
   * @param due the day by which the rest is to come, if more is; null leaves the day that stands
   */
  record RecordReply(String action, ActionDetails.Reply reply, @Nullable LocalDate due)
      implements ActionCommand {}

  /** Reminds those who take part, and tells of an answer that did not come, if it is time. */
  record Remind(String action) implements ActionCommand {}

  /**
   * Lets others learn of it at an instant.
   *
   * @param opening null to let none wait any more
   */
  record SetEmbargo(String action, @Nullable Opening opening) implements ActionCommand {}
}
