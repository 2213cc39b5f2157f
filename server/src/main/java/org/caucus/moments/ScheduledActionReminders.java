package org.caucus.moments;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.actions.Action;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.ActionEvent;
import org.caucus.actions.plans.Embargo;
import org.caucus.actions.presence.AttendanceDecider;
import org.caucus.audiences.AudienceCommand;
import org.caucus.audiences.AudienceEvent;
import org.caucus.command.Command;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.errands.ScheduledCommand;
import org.caucus.log.Vault;
import org.caucus.log.due.JobSchedule;
import org.caucus.log.due.JobScheduler;
import org.caucus.mongo.Mongo;
import org.caucus.workspace.Workspace;

/** Opens embargoes and reminds when it is time. */
public final class ScheduledActionReminders implements ScheduledCommand {
  /** Its name among the followers. */
  public static final String NAME = "moments";

  /** When actions are due, in this database. */
  public static JobSchedule dues(Mongo mongo, Vault vault) {
    return new JobSchedule(mongo, vault, "moment-dues", "action");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String what() {
    return "embargoes and reminders";
  }

  @Override
  public Duration period() {
    return JobScheduler.PROMPT;
  }

  @Override
  public Optional<String> thing(Event event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> Optional.empty(); // its details come beside it
      case ActionEvent.ActionEdited e -> Optional.of(e.id());
      case ActionEvent.ActionDetailed e -> Optional.of(e.id());
      case ActionEvent.ReplyRecorded e -> Optional.of(e.action());
      case ActionEvent.ReplyOverdue e -> Optional.of(e.action());
      case ActionEvent.Reminded e -> Optional.of(e.action());
      case ActionEvent.Embargoed e -> Optional.of(e.action());
      case AudienceEvent e when e.of().kind() == Ref.Kind.ACTION -> Optional.of(e.of().id());
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Instant> next(Workspace state, String thing) {
    return state
        .actions()
        .find(thing)
        .flatMap(
            action ->
                Stream.concat(opens(action).stream(), AttendanceDecider.due(action).stream())
                    .min(Comparator.naturalOrder()));
  }

  private static Optional<Instant> opens(Action action) {
    return Optional.ofNullable(action.embargo()).map(Embargo::until);
  }

  @Override
  public Command command(Workspace state, String thing, Instant now) {
    boolean opens =
        state
            .actions()
            .find(thing)
            .flatMap(ScheduledActionReminders::opens)
            .filter(until -> !until.isAfter(now))
            .isPresent();
    return opens ? new AudienceCommand.Open(thing) : new ActionCommand.Remind(thing);
  }
}
