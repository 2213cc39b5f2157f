package org.caucus.workspace.scheduled;

import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.polls.PollDecider;
import org.caucus.coalition.polls.PollEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.Workspace;

/** Reminds those who have not answered a poll, closes it, and tells that a day of review came. */
public final class ScheduledPolls implements ScheduledCommand {
  /** Its name among the followers. */
  public static final String NAME = "polls";

  /** When polls are due, in this database. */
  public static JobSchedule dues(Mongo mongo, Vault vault) {
    return new JobSchedule(mongo, vault, "poll-dues", "poll");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String what() {
    return "polls";
  }

  @Override
  public Optional<String> thing(Event event) {
    return event instanceof PollEvent e && !(e instanceof PollEvent.BallotCast)
        ? Optional.of(e.poll())
        : Optional.empty();
  }

  @Override
  public Optional<Instant> next(Workspace state, String thing) {
    return state.polls().find(thing).flatMap(PollDecider::due);
  }

  @Override
  public Command command(Workspace state, String thing, Instant now) {
    return new PollCommand.AdvancePoll(thing);
  }
}
