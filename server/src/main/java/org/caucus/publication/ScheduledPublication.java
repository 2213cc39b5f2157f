package org.caucus.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.caucus.command.Command;
import org.caucus.command.Event;
import org.caucus.errands.ScheduledCommand;
import org.caucus.log.Vault;
import org.caucus.log.due.JobSchedule;
import org.caucus.log.due.JobScheduler;
import org.caucus.mongo.Mongo;
import org.caucus.updates.drafts.Draft;
import org.caucus.updates.drafts.DraftCommand;
import org.caucus.updates.drafts.DraftEvent;
import org.caucus.workspace.Workspace;

/** Has drafts published at their hour; their company hears if nobody confirmed them until then. */
public final class ScheduledPublication implements ScheduledCommand {
  /** Its name among the followers. */
  public static final String NAME = "schedule";

  /** When drafts are due, in this database. */
  public static JobSchedule dues(Mongo mongo, Vault vault) {
    return new JobSchedule(mongo, vault, "publications", "draft");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String what() {
    return "scheduled updates";
  }

  @Override
  public Duration period() {
    return JobScheduler.PROMPT;
  }

  @Override
  public Optional<String> thing(Event event) {
    return switch (event) {
      case DraftEvent.UpdateDrafted e -> Optional.of(e.id());
      case DraftEvent.DraftRevised e -> Optional.of(e.id());
      case DraftEvent.DraftConfirmed e -> Optional.of(e.id());
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Instant> next(Workspace state, String thing) {
    return state.updates().drafts().find(thing).flatMap(Draft::due);
  }

  @Override
  public Command command(Workspace state, String thing, Instant now) {
    return new DraftCommand.PublishDue(thing);
  }
}
