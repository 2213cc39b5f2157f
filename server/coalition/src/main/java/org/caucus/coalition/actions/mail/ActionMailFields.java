package org.caucus.coalition.actions.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * What a letter asks of the action it becomes, or answers; null where it asks nothing.
 *
 * @param when in the zone of the person who wrote it, unless it names another
 * @param details of one that it answers only the link, and whether its time is whole days
 * @param state how far one is that it answers
 * @param storedOutcome what came of one that it answers
 * @param minutes whether its words are the minutes of one that it answers
 * @param came who was at one that it answers
 * @param embargo when others learn of it
 * @param owner who sees to it
 * @param agenda whether its words are the agenda of one that it answers
 * @param agency whether its words are what an agency answered, and since when; null if neither is
 *     said
 * @param replaces whether its words stand in the place of an agenda that is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionMailFields(
    Action.@Nullable Kind kind,
    Action.@Nullable When when,
    @JsonProperty("place") @Nullable StoredText storedPlace,
    @Nullable ActionDetails details,
    Action.@Nullable State state,
    @JsonProperty("outcome") @Nullable StoredText storedOutcome,
    @Nullable Boolean minutes,
    @Nullable List<SeatId> came,
    @Nullable Embargoed embargo,
    @Nullable SeatId owner,
    @Nullable Boolean agenda,
    @Nullable Agency agency,
    @Nullable Boolean replaces) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** Nothing. */
  public static final ActionMailFields NOTHING =
      new ActionMailFields(
          null, null, null, null, null, null, null, null, null, null, null, null, null);

  /**
   * What an agency answered.
   *
   * @param on the day it came; null for today
   * @param more whether the answer itself is still to come
   * @param due by which day
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Agency(@Nullable LocalDate on, boolean more, @Nullable LocalDate due) {
    /** One that came today, and is the answer. */
    public static final Agency TODAY = new Agency(null, false, null);

    ActionCommand.RecordReply of(String action, String text, LocalDate today) {
      return new ActionCommand.RecordReply(
          action, new ActionDetails.Reply(on == null ? today : on, text, more ? true : null), due);
    }
  }

  /**
   * When others learn of it.
   *
   * @param until null with {@code to} for never, as long as nobody says otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Embargoed(@Nullable Instant until, @Nullable Audience to) {
    ActionCommand.SetEmbargo of(String action) {
      return new ActionCommand.SetEmbargo(action, opening());
    }

    ActionCommand.@Nullable Opening opening() {
      return until == null || to == null ? null : new ActionCommand.Opening(until, to);
    }
  }

  /** Its kind; what a letter leaves open is a meeting if it has a time, else a task. */
  @JsonIgnore
  public Action.Kind said() {
    boolean timed = when != null && when.startsAt() != null;
    return Objects.requireNonNullElse(kind, timed ? Action.Kind.MEETING : Action.Kind.TASK);
  }

  /** What the words of a letter are, if they are no comment. */
  public enum Words {
    COMMENT,
    MINUTES,
    AGENDA,
    AGENCY
  }

  /** With this state, and the words as what they are. */
  public ActionMailFields with(Action.@Nullable State reached, Words words) {
    return new ActionMailFields(
        kind,
        when,
        storedPlace,
        details,
        reached,
        storedOutcome,
        words == Words.MINUTES ? Boolean.TRUE : null,
        came,
        embargo,
        owner,
        words == Words.AGENDA ? Boolean.TRUE : null,
        words == Words.AGENCY ? Objects.requireNonNullElse(agency, Agency.TODAY) : null,
        words == Words.AGENDA ? replaces : null);
  }

  /** Whether it says how far the action is, or who sees to it, and nothing else. */
  @JsonIgnore
  public boolean isOnlyStateOrOwner() {
    return (state == null) != (owner == null)
        && kind == null
        && when == null
        && storedPlace == null
        && details == null
        && storedOutcome == null
        && came == null
        && embargo == null
        && agency == null;
  }

  /** Whether its words stand in the place of an agenda that is there. */
  @JsonIgnore
  public boolean isReplacing() {
    return Boolean.TRUE.equals(replaces);
  }

  /** What the words of the letter are. */
  @JsonIgnore
  public Words words() {
    return isMinutes()
        ? Words.MINUTES
        : Boolean.TRUE.equals(agenda)
            ? Words.AGENDA
            : agency == null ? Words.COMMENT : Words.AGENCY;
  }

  /** Whether the words are the minutes. */
  @JsonIgnore
  public boolean isMinutes() {
    return Boolean.TRUE.equals(minutes);
  }

  /** Whether it changes the action itself. */
  @JsonIgnore
  public boolean edits() {
    return when != null
        || storedPlace != null
        || details != null
        || state != null
        || storedOutcome != null
        || owner != null;
  }

  /**
   * The change of one as it stands.
   *
   * @param points its agenda from now on; empty for what is there
   */
  @JsonIgnore
  public ActionCommand.EditAction edited(Action now, String points) {
    ActionDetails asked = Objects.requireNonNullElse(details, ActionDetails.none());
    boolean wholeDays = when == null ? now.details().allDay() : asked.allDay();
    ActionDetails changed =
        now.details()
            .held(wholeDays, asked.link())
            .also(points, asked.receipt(), asked.replyDue(), asked.links());
    return new ActionCommand.EditAction(
        now.id(),
        null,
        null,
        null,
        state,
        owner,
        when,
        place(),
        outcome(),
        changed.equals(now.details()) ? null : changed);
  }

  /** The plan, in the words of its letter. */
  @JsonIgnore
  public ActionCommand.PlanAction planned(String title, String text, @Nullable Audience audience) {
    return new ActionCommand.PlanAction(
        said(),
        title,
        text,
        owner,
        when == null ? new Action.When(null, null, UTC) : when,
        Objects.requireNonNullElse(place(), ""),
        audience,
        Objects.requireNonNullElse(details, ActionDetails.none()),
        embargo == null ? null : embargo.opening(),
        List.of());
  }

  /** Where it is; null for no change. */
  public @Nullable String place() {
    return storedPlace == null ? null : storedPlace.toString();
  }

  /** What came of one that it answers; null for no change. */
  public @Nullable String outcome() {
    return storedOutcome == null ? null : storedOutcome.toString();
  }
}
