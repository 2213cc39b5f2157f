package org.caucus.messaging.moderation;

import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.scheduled.ScheduledCommand;
import org.jspecify.annotations.Nullable;

/**
 * Reminds those who are asked about a letter, lets go what nobody decided in time, and posts what
 * its author was told of and did not take back.
 */
public final class ScheduledHoldReminders implements ScheduledCommand {
  /** Its name among the followers. */
  public static final String NAME = "holds";

  /** When letters that wait are due, in this database. */
  public static JobSchedule dues(Mongo mongo, Vault vault) {
    return new JobSchedule(mongo, vault, "hold-dues", "hold");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String what() {
    return "held letters";
  }

  @Override
  public Optional<String> thing(Event event) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> Optional.of(e.id());
      case LetterEvent.HoldReminded e -> Optional.of(e.id());
      case LetterEvent.HoldApproved e -> Optional.of(e.id());
      case LetterEvent.HoldReadAgain e -> Optional.of(e.id());
      case LetterEvent.HoldRefused e -> Optional.of(e.id());
      case LetterEvent.HoldDiscarded e -> Optional.of(e.id());
      case LetterEvent.HoldWithdrawn e -> Optional.of(e.id());
      case LetterEvent.HoldExpired e -> Optional.of(e.id());
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Instant> next(Workspace state, String thing) {
    return state.letters().find(thing).filter(Hold::open).map(Hold::due);
  }

  /** Of what its author was told of, its author. */
  @Override
  public @Nullable SeatId actor(Workspace state, String thing) {
    return announced(state, thing).map(Hold::seat).orElse(null);
  }

  private static Optional<Hold> announced(Workspace state, String thing) {
    return state.letters().find(thing).filter(hold -> hold.posts() != null);
  }

  @Override
  public Command command(Workspace state, String thing, Instant now) {
    return announced(state, thing).isPresent()
        ? new LetterCommand.PostAnnounced(thing)
        : new LetterCommand.TendHold(thing);
  }
}
