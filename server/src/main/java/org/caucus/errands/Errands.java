package org.caucus.errands;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.log.LogException;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.due.DueClock;
import org.caucus.log.due.Dues;
import org.caucus.log.followers.Follower;
import org.caucus.relay.Current;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes when each thing of an errand must be looked at, and does what is due. What it notes follows
 * from the newest state, so reading a commit again, or from the beginning, notes the same.
 */
public final class Errands implements Follower {
  /** Things seen to in one go; the others wait for the next, which follows at once. */
  public static final int AT_ONCE = 200;

  /** What failed so often in a row is tried once a day from then on, and the operator told. */
  public static final int GIVEN_UP = 12;

  /** Time to the second try; each further one takes twice as long, up to {@link #LONGEST}. */
  static final Duration FIRST = Duration.ofSeconds(5);

  static final Duration LONGEST = Duration.ofHours(1);
  static final Duration DAILY = Duration.ofDays(1);

  /** Commands to one thing in one look: an embargo may open where a reminder is due. */
  private static final int COMMANDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

  private final Errand errand;
  private final Floor<Workspace> floor;
  private final Dues dues;
  private final InstantSource clock;

  /** The errands of these notes. */
  public Errands(Errand errand, Floor<Workspace> floor, Dues dues, InstantSource clock) {
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
      Workspace state = Current.at(floor, workspace, record.sequence());
      things.forEach(thing -> note(state, new Dues.Due(workspace, thing)));
    }
  }

  private void note(Workspace state, Dues.Due due) {
    Optional<Instant> next = errand.next(state, due.thing());
    if (next.isPresent()) {
      dues.note(due, next.get(), state.sequence()).await();
    } else {
      dues.forget(due).await();
    }
  }

  /** The clock that has them seen to. */
  public DueClock clock() {
    return new DueClock(errand.what(), errand.period(), this::look, clock);
  }

  /** Each that is looked at is due later than now, or not at all, so this comes to an end. */
  private void look(Instant now) {
    List<Dues.Note> due = dues.due(now, AT_ONCE).await();
    while (!due.isEmpty()) {
      due.forEach(one -> see(one, now));
      due = dues.due(now, AT_ONCE).await();
    }
  }

  private void see(Dues.Note note, Instant now) {
    try {
      Workspace state = done(note.due(), now);
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
        failed(note, now, "it was not done");
      }
    } catch (LogException.UnknownWorkspace e) {
      dues.forget(note).await();
    } catch (RuntimeException e) {
      // whatever one of them does wrong, the others have their turn
      failed(note, now, e.getClass().getSimpleName());
    }
  }

  /** Does what is due, and says how things are then. */
  private Workspace done(Dues.Due due, Instant now) {
    Workspace state = floor.read(due.workspace()).await();
    for (int i = 0; i < COMMANDS && isDue(state, due, now); i++) {
      try {
        var command = errand.command(state, due.thing(), now);
        floor.submit(due.workspace(), null, command, null).await();
      } catch (Refused e) {
        // another node was first, or it was changed at the same moment: the state says which
      }
      state = floor.read(due.workspace()).await();
    }
    return state;
  }

  private boolean isDue(Workspace state, Dues.Due due, Instant now) {
    return errand.next(state, due.thing()).filter(at -> !at.isAfter(now)).isPresent();
  }

  private void failed(Dues.Note note, Instant now, String why) {
    int failures = note.failures() + 1;
    String thing = note.due().thing() + " of " + note.due().workspace().value();
    if (failures >= GIVEN_UP) {
      LOG.error("{}: {} failed {} times, now daily: {}", errand.what(), thing, failures, why);
    } else {
      LOG.warn("{}: {} waits, failed {} times: {}", errand.what(), thing, failures, why);
    }
    dues.failed(note, now.plus(pause(failures))).await();
  }

  static Duration pause(int failures) {
    if (failures >= GIVEN_UP) {
      return DAILY;
    }
    Duration pause = FIRST.multipliedBy(1L << (failures - 1));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
