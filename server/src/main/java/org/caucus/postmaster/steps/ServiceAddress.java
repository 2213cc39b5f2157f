package org.caucus.postmaster.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.caucus.letters.LetterEvent;
import org.caucus.members.Audience;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Trust;
import org.caucus.postmaster.arrival.Verdict;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;

/**
 * Ends letters to addresses that stand in our letters and take no posts: the one that notices and
 * digests come from answers how to answer them, and that of the owners reaches the convenors, from
 * members and from outside. It tells nobody who they are.
 */
record ServiceAddress(Trust trust) implements Step {
  /** Letters from outside that reach the convenors within a day; more are refused. */
  static final int OUTSIDE_PER_DAY = 50;

  @Override
  public Next take(Arrival arrival) {
    return switch (arrival.to().detail()) {
      case AddressPlan.NOTICES -> Step.refuse(Words.NO_REPLY);
      case AddressPlan.OWNER -> toConvenors(arrival);
      default -> Step.on(arrival);
    };
  }

  private Next toConvenors(Arrival arrival) {
    if (arrival.incoming().author().isEmpty()) {
      return Step.refuse(Words.ONE_AUTHOR);
    }
    List<SeatId> convenors =
        arrival.workspace().members().active().stream()
            .filter(s -> s.role() == Role.CONVENOR)
            .map(Seat::id)
            .toList();
    Scope read = Scope.place(Audience.named(convenors));
    if (convenors.isEmpty() || arrival.workspace().lists().content().isWithheld(read)) {
      return Step.refuse(Words.NO_OWNER);
    }
    Optional<SeatId> author = author(arrival);
    return author.isEmpty() && fromOutside(arrival) >= OUTSIDE_PER_DAY
        ? Step.refuse(Words.OWNER_FULL)
        : new End(new Verdict.ToConvenors(author.orElse(null), convenors));
  }

  /** How many came from outside within a day before the newest thing that happened here. */
  private static long fromOutside(Arrival arrival) {
    Workspace workspace = arrival.workspace();
    Instant since = workspace.history().getLast().at().minus(Duration.ofDays(1));
    return workspace.since(since).stream()
        .filter(c -> c.events().stream().anyMatch(ServiceAddress::isFromOutside))
        .count();
  }

  private static boolean isFromOutside(Event event) {
    return event instanceof LetterEvent.LetterPassedOn on && on.from() == null;
  }

  /** The seat of the person who wrote it, if something proves that they did. */
  private Optional<SeatId> author(Arrival arrival) {
    return trust.proves(arrival.incoming(), arrival.to().address())
        ? Optional.ofNullable(arrival.writer().person())
            .flatMap(arrival.workspace().members()::seatOf)
            .map(Seat::id)
        : Optional.empty();
  }
}
