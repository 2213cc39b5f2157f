package org.caucus.workspace.scheduled;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobRunner;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.OpenPlaces;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/**
 * Notes when each thing of a scheduled command must be looked at, and does what is due. What it
 * notes follows from the newest state, so reading a commit again, or from the beginning, notes the
 * same.
 */
public final class ScheduledCommands implements Subscription {
  /** Commands to one thing in one look: an embargo may open where a reminder is due. */
  private static final int COMMANDS = 5;

  /** After how long it is looked again whether a closed place is open. */
  private static final Duration WHILE_CLOSED = Duration.ofHours(1);

  private final ScheduledCommand scheduled;
  private final CommandBus<Workspace> floor;
  private final JobSchedule dues;
  private final InstantSource clock;

  /** What is done to the things of these notes. */
  public ScheduledCommands(
      ScheduledCommand scheduled,
      CommandBus<Workspace> floor,
      JobSchedule dues,
      InstantSource clock) {
    this.scheduled = scheduled;
    this.floor = floor;
    this.dues = dues;
    this.clock = clock;
  }

  @Override
  public String name() {
    return scheduled.name();
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Set<String> things = new LinkedHashSet<>();
    CommitCodec.read(record.sequence(), record.plain())
        .events()
        .forEach(event -> scheduled.thing(event).ifPresent(things::add));
    if (!things.isEmpty()) {
      Workspace state = WorkspaceAt.sequence(floor, workspace, record.sequence());
      things.forEach(thing -> note(state, new JobSchedule.Due(workspace, thing)));
    }
  }

  private void note(Workspace state, JobSchedule.Due due) {
    Optional<Instant> next = scheduled.next(state, due.thing());
    if (next.isPresent()) {
      dues.note(due, next.get(), state.sequence()).await();
    } else {
      dues.forget(due).await();
    }
  }

  /** The clock that has them seen to. */
  public JobScheduler clock() {
    return new JobRunner<>(dues.jobs(), this::see, () -> {})
        .every(JobScheduler.PROMPT, scheduled.what(), clock);
  }

  private void see(Job<JobSchedule.Note> job, Instant now) {
    JobSchedule.Due due = job.what().due();
    Done done = done(job.what(), now);
    Workspace state = done.state();
    Optional<Instant> next = scheduled.next(state, due.thing());
    if (next.isEmpty()) {
      boolean unused = dues.jobs().delete(job.id()).await();
      // what was noted between that state and this moment is noted again
      Workspace newest = floor.read(due.workspace()).await();
      if (newest.sequence() > state.sequence()) {
        note(newest, due);
      }
    } else if (next.get().isAfter(now)) {
      dues.settle(job, next.get(), state.sequence()).await();
    } else if (done.closed()) {
      dues.settle(job, now.plus(WHILE_CLOSED), state.sequence()).await();
    } else {
      throw new NotDone();
    }
  }

  /**
   * How things are after a look.
   *
   * @param closed whether it was refused because its place takes nothing new
   */
  private record Done(Workspace state, boolean closed) {}

  /**
   * Does what is due, and says how things are then. By no state before the one that it was noted
   * for: a node that does not know of a thing yet would forget it.
   */
  private Done done(JobSchedule.Note note, Instant now) {
    JobSchedule.Due due = note.due();
    Workspace state = WorkspaceAt.sequence(floor, due.workspace(), note.sequence());
    boolean closed = false;
    for (int i = 0; i < COMMANDS && !closed && isDue(state, due, now); i++) {
      try {
        var command = scheduled.command(state, due.thing(), now);
        var actor = scheduled.actor(state, due.thing());
        floor.submit(due.workspace(), actor, command, null).await();
      } catch (Refusal e) {
        // another node was first, or it was changed at the same moment: the state says which
        closed = OpenPlaces.isOfClosed(e);
      }
      state = floor.read(due.workspace()).await();
    }
    return new Done(state, closed);
  }

  /** Its command did nothing about it. */
  private static final class NotDone extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  private boolean isDue(Workspace state, JobSchedule.Due due, Instant now) {
    return scheduled.next(state, due.thing()).filter(at -> !at.isAfter(now)).isPresent();
  }
}
