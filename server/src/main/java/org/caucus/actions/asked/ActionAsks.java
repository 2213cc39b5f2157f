package org.caucus.actions.asked;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.caucus.actions.Action;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.plans.Details;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/**
 * What a letter asks of the action it becomes; null where it asks nothing.
 *
 * @param when in the zone of whoever wrote it, unless it names another
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionAsks(
    Action.@Nullable Kind kind,
    Action.@Nullable When when,
    @Nullable String place,
    @Nullable Details details) {
  /** Nothing. */
  public static final ActionAsks NOTHING = new ActionAsks(null, null, null, null);

  /** Its kind; what a letter leaves open is a meeting if it has a time, else a task. */
  @JsonIgnore
  public Action.Kind said() {
    boolean timed = when != null && when.startsAt() != null;
    return Objects.requireNonNullElse(kind, timed ? Action.Kind.MEETING : Action.Kind.TASK);
  }

  /** The plan, in the words of its letter. */
  @JsonIgnore
  public ActionCommand.PlanAction planned(String title, String text, @Nullable Audience audience) {
    return new ActionCommand.PlanAction(
        said(),
        title,
        text,
        null,
        when == null ? new Action.When(null, null, ZoneOffset.UTC) : when,
        Objects.requireNonNullElse(place, ""),
        audience,
        Objects.requireNonNullElse(details, Details.none()),
        null,
        List.of());
  }
}
