package org.caucus.workspace.scheduled;

import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;
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
