package org.caucus.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.caucus.command.Command;
import org.caucus.command.Event;
import org.caucus.errands.Errand;
import org.caucus.letters.Hold;
import org.caucus.letters.LetterCommand;
import org.caucus.letters.LetterEvent;
import org.caucus.log.Vault;
import org.caucus.log.due.Dues;
import org.caucus.mongo.Mongo;
import org.caucus.workspace.Workspace;

/** Reminds those who are asked about a letter, and lets go what nobody decided in time. */
public final class HoldErrand implements Errand {
  /** Its name among the followers. */
  public static final String NAME = "holds";

  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** When letters that wait are due, in this database. */
  public static Dues dues(Mongo mongo, Vault vault) {
    return new Dues(mongo, vault, "hold-dues", "hold");
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
  public Duration period() {
    return PERIOD;
  }

  @Override
  public Optional<String> thing(Event event) {
    return switch (event) {
      case LetterEvent.LetterHeld e -> Optional.of(e.id());
      case LetterEvent.HoldReminded e -> Optional.of(e.id());
      case LetterEvent.HoldApproved e -> Optional.of(e.id());
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

  @Override
  public Command command(Workspace state, String thing, Instant now) {
    return new LetterCommand.TendHold(thing);
  }
}
