package org.caucus.workspace.scheduled;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.AttendanceDecider;
import org.caucus.coalition.actions.Embargo;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;
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
