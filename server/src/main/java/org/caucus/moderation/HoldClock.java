package org.caucus.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.command.Busy;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.letters.Hold;
import org.caucus.letters.LetterCommand;
import org.caucus.log.LogException;
import org.caucus.log.due.DueClock;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds those who are asked about a letter, and lets go what nobody decided in time. Any node may
 * do it, several at once, and be killed at any point: the decider says yes to the first only, and a
 * note is moved after that, never before.
 */
public final class HoldClock {
  /** How often it is looked. */
  static final Duration PERIOD = Duration.ofMinutes(1);

  /** Letters seen to in one go; the others wait for the next, which follows at once. */
  static final int AT_ONCE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(HoldClock.class);

  private final Floor<Workspace> floor;
  private final HoldDues dues;
  private final InstantSource clock;

  /** The clock of these notes. */
  public HoldClock(Floor<Workspace> floor, HoldDues dues, InstantSource clock) {
    this.floor = floor;
    this.dues = dues;
    this.clock = clock;
  }

  /** The clock that has them seen to. */
  public DueClock clock() {
    return new DueClock("held letters", PERIOD, this::look, clock);
  }

  private void look(Instant now) {
    List<HoldDues.Due> due = dues.due(now, AT_ONCE).await();
    while (!due.isEmpty()) {
      long seen = due.stream().filter(one -> see(one, now)).count();
      due = seen == 0 ? List.of() : dues.due(now, AT_ONCE).await();
    }
  }

  /** Whether it is seen to; one that fails waits and keeps no other. */
  private boolean see(HoldDues.Due due, Instant now) {
    try {
      Workspace state = floor.read(due.workspace()).await();
      if (isDue(state, due, now)) {
        tend(due);
        state = floor.read(due.workspace()).await();
      }
      HoldWaits.note(dues, state, due);
      return !isDue(state, due, now);
    } catch (LogException.UnknownWorkspace e) {
      dues.forget(due).await();
      return true;
    } catch (LogException | IllegalStateException | Busy e) {
      LOG.warn("a held letter waits: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private static boolean isDue(Workspace state, HoldDues.Due due, Instant now) {
    return state
        .letters()
        .find(due.hold())
        .filter(Hold::open)
        .filter(hold -> !hold.due().isAfter(now))
        .isPresent();
  }

  private void tend(HoldDues.Due due) {
    try {
      floor.submit(due.workspace(), null, new LetterCommand.TendHold(due.hold()), null).await();
    } catch (Refused e) {
      // another node was first, or it was decided at the same moment: the state says which
    }
  }
}
