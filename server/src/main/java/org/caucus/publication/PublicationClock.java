package org.caucus.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.command.Busy;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.log.LogException;
import org.caucus.log.due.DueClock;
import org.caucus.updates.drafts.DraftCommand;
import org.caucus.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has drafts published at their hour, once, on whichever node looks first: the decider says yes to
 * one only, and a note is taken away after that, never before.
 */
public final class PublicationClock {
  /** How often it is looked; so late is an update at most, while a node is up. */
  static final Duration PERIOD = Duration.ofSeconds(5);

  /** Drafts seen to in one go; the others wait for the next, which follows at once. */
  static final int AT_ONCE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(PublicationClock.class);

  private final Floor<Workspace> floor;
  private final Hours hours;
  private final InstantSource clock;

  /** The clock of these hours. */
  public PublicationClock(Floor<Workspace> floor, Hours hours, InstantSource clock) {
    this.floor = floor;
    this.hours = hours;
    this.clock = clock;
  }

  /** The clock that has them published. */
  public DueClock clock() {
    return new DueClock("scheduled updates", PERIOD, this::look, clock);
  }

  private void look(Instant now) {
    List<Hours.Due> due = hours.due(now, AT_ONCE).await();
    while (!due.isEmpty()) {
      long seen = due.stream().filter(this::see).count();
      due = seen == 0 ? List.of() : hours.due(now, AT_ONCE).await();
    }
  }

  /** Whether it is seen to; one that fails waits and keeps no other. */
  private boolean see(Hours.Due due) {
    try {
      publish(due);
      Workspace state = floor.read(due.workspace()).await();
      if (Hours.hour(state, due).isPresent()) {
        return false;
      }
      return hours.note(state, due).await();
    } catch (LogException.UnknownWorkspace e) {
      return hours.forget(due).await();
    } catch (LogException | IllegalStateException | Busy e) {
      LOG.warn("an update waits for its hour: {}", e.getClass().getSimpleName());
      return false;
    }
  }

  private void publish(Hours.Due due) {
    try {
      floor.submit(due.workspace(), null, new DraftCommand.PublishDue(due.draft()), null).await();
    } catch (Refused e) {
      // another node was first, or it was discarded at the same moment: the state says which
    }
  }
}
