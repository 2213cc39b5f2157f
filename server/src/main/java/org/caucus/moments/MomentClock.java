package org.caucus.moments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.actions.Action;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.plans.Embargo;
import org.caucus.actions.presence.PresenceDecider;
import org.caucus.audiences.AudienceCommand;
import org.caucus.command.Busy;
import org.caucus.command.Command;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.log.LogException;
import org.caucus.log.due.DueClock;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens embargoes and reminds when it is time. Any node may do it, several at once, and be killed
 * at any point: the decider says yes to the first only, and a note is moved after that, never
 * before.
 */
public final class MomentClock {
  /** How often it is looked, and so how late an embargo opens at most while the server is up. */
  static final Duration PERIOD = Duration.ofSeconds(5);

  /** Actions seen to in one go; the others wait for the next, which follows at once. */
  static final int AT_ONCE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(MomentClock.class);

  private final Floor<Workspace> floor;
  private final MomentDues dues;
  private final InstantSource clock;

  /** The clock of these notes. */
  public MomentClock(Floor<Workspace> floor, MomentDues dues, InstantSource clock) {
    this.floor = floor;
    this.dues = dues;
    this.clock = clock;
  }

  /** The clock that has them seen to. */
  public DueClock clock() {
    return new DueClock("embargoes and reminders", PERIOD, this::look, clock);
  }

  private void look(Instant now) {
    List<MomentDues.Due> due = dues.due(now, AT_ONCE).await();
    while (!due.isEmpty()) {
      long seen = due.stream().filter(one -> see(one, now)).count();
      due = seen == 0 ? List.of() : dues.due(now, AT_ONCE).await();
    }
  }

  /** Whether it is seen to; one that fails waits and keeps no other. */
  private boolean see(MomentDues.Due due, Instant now) {
    try {
      action(due)
          .map(Action::embargo)
          .map(Embargo::until)
          .filter(until -> !until.isAfter(now))
          .ifPresent(until -> put(due, new AudienceCommand.Open(due.action())));
      action(due)
          .flatMap(PresenceDecider::due)
          .filter(at -> !at.isAfter(now))
          .ifPresent(at -> put(due, new ActionCommand.Remind(due.action())));
      MomentWaits.note(dues, floor.read(due.workspace()).await(), due);
      return action(due).flatMap(MomentWaits::next).filter(at -> !at.isAfter(now)).isEmpty();
    } catch (LogException.UnknownWorkspace e) {
      dues.forget(due).await();
      return true;
    } catch (LogException | IllegalStateException | Busy e) {
      LOG.warn("an action waits: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private Optional<Action> action(MomentDues.Due due) {
    return floor.read(due.workspace()).await().actions().find(due.action());
  }

  private void put(MomentDues.Due due, Command command) {
    try {
      floor.submit(due.workspace(), null, command, null).await();
    } catch (Refused e) {
      // another node was first, or it was changed at the same moment: the state says which
    }
  }
}
