package org.caucus.workspace.scheduled;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/**
 * Notes when each thing of an errand must be looked at, and does what is due. What it notes follows
 * from the newest state, so reading a commit again, or from the beginning, notes the same.
 */
public final class ScheduledCommands implements Subscription {
  /** Things seen to in one go; the others wait for the next, which follows at once. */
  public static final int AT_ONCE = 200;

  /** Commands to one thing in one look: an embargo may open where a reminder is due. */
  private static final int COMMANDS = 5;

  private final ScheduledCommand errand;
  private final CommandBus<Workspace> floor;
  private final JobSchedule dues;
  private final InstantSource clock;

  /** The errands of these notes. */
  public ScheduledCommands(
      ScheduledCommand errand, CommandBus<Workspace> floor, JobSchedule dues, InstantSource clock) {
    this.errand = errand;
    this.floor = floor;
    this.dues = dues;
    this.clock = clock;
  }

  @Override
  public String name() {
    return errand.name();
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Set<String> things = new LinkedHashSet<>();
    CommitCodec.read(record.sequence(), record.plain())
        .events()
        .forEach(event -> errand.thing(event).ifPresent(things::add));
    if (!things.isEmpty()) {
      Workspace state = WorkspaceAt.sequence(floor, workspace, record.sequence());
      things.forEach(thing -> note(state, new JobSchedule.Due(workspace, thing)));
    }
  }

  private void note(Workspace state, JobSchedule.Due due) {
    Optional<Instant> next = errand.next(state, due.thing());
    if (next.isPresent()) {
      dues.note(due, next.get(), state.sequence()).await();
    } else {
      dues.forget(due).await();
    }
  }

  /** The clock that has them seen to. */
  public JobScheduler clock() {
    return new JobScheduler(errand.what(), errand.period(), this::look, clock);
  }

  /** Each that is looked at is due later than now, or not at all, so this comes to an end. */
  private void look(Instant now) {
    List<JobSchedule.Note> due = dues.due(now, AT_ONCE).await();
    while (!due.isEmpty()) {
      due.forEach(one -> see(one, now));
      due = dues.due(now, AT_ONCE).await();
    }
  }

  private void see(JobSchedule.Note note, Instant now) {
    try {
      Workspace state = done(note, now);
      Optional<Instant> next = errand.next(state, note.due().thing());
      if (next.isEmpty()) {
        dues.forget(note).await();
        // what was noted between that state and this moment is noted again
        Workspace newest = floor.read(note.due().workspace()).await();
        if (newest.sequence() > state.sequence()) {
          note(newest, note.due());
        }
      } else if (next.get().isAfter(now)) {
        dues.settle(note, next.get(), state.sequence()).await();
      } else {
        dues.missed(note, new NotDone(), now);
      }
    } catch (LogException.UnknownWorkspace e) {
      dues.forget(note).await();
    } catch (Exception e) {
      // whatever one of them does wrong, the others have their turn
      dues.missed(note, e, now);
    }
  }

  /**
   * Does what is due, and says how things are then. By no state before the one that it was noted
   * for: a node that does not know of a thing yet would forget it.
   */
  private Workspace done(JobSchedule.Note note, Instant now) {
    JobSchedule.Due due = note.due();
    Workspace state = WorkspaceAt.sequence(floor, due.workspace(), note.sequence());
    for (int i = 0; i < COMMANDS && isDue(state, due, now); i++) {
      try {
        var command = errand.command(state, due.thing(), now);
        var actor = errand.actor(state, due.thing());
        floor.submit(due.workspace(), actor, command, null).await();
      } catch (Refusal e) {
        // another node was first, or it was changed at the same moment: the state says which
      }
      state = floor.read(due.workspace()).await();
    }
    return state;
  }

  /** Its command did nothing about it. */
  private static final class NotDone extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  private boolean isDue(Workspace state, JobSchedule.Due due, Instant now) {
    return errand.next(state, due.thing()).filter(at -> !at.isAfter(now)).isPresent();
  }
}
