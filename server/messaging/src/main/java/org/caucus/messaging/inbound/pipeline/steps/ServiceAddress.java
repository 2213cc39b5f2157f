package org.caucus.messaging.inbound.pipeline.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.messaging.inbound.pipeline.Verdict;
import org.caucus.workspace.Workspace;

/**
 * Ends letters to addresses that stand in our letters and take no posts: the one that notices and
 * digests come from answers how to answer them, and that of the owners reaches the convenors, from
 * members and from outside. It tells nobody who they are.
 */
record ServiceAddress(SenderTrust trust) implements PipelineStep {
  /** Letters from outside that reach the convenors within a day; more are refused. */
  static final int OUTSIDE_PER_DAY = 50;

  @Override
  public Next take(PipelineContext arrival) {
    return switch (arrival.to().detail()) {
      case AddressPlan.NOTICES -> PipelineStep.refuse(RefusalMessages.NO_REPLY);
      case AddressPlan.OWNER -> toConvenors(arrival);
      default -> PipelineStep.on(arrival);
    };
  }

  private Next toConvenors(PipelineContext arrival) {
    if (arrival.incoming().author().isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.ONE_AUTHOR);
    }
    List<SeatId> convenors =
        arrival.workspace().members().active().stream()
            .filter(s -> s.role() == Role.CONVENOR)
            .map(Seat::id)
            .toList();
    Scope read = Scope.place(Audience.named(convenors));
    if (convenors.isEmpty() || arrival.workspace().lists().content().isWithheld(read)) {
      return PipelineStep.refuse(RefusalMessages.NO_OWNER);
    }
    Optional<SeatId> author = author(arrival);
    return author.isEmpty() && fromOutside(arrival) >= OUTSIDE_PER_DAY
        ? PipelineStep.refuse(RefusalMessages.OWNER_FULL)
        : new End(new Verdict.ToConvenors(author.orElse(null), convenors));
  }

  /** How many came from outside within a day before the newest thing that happened here. */
  private static long fromOutside(PipelineContext arrival) {
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
  private Optional<SeatId> author(PipelineContext arrival) {
    return trust.proves(arrival.incoming(), arrival.to().address())
        ? Optional.ofNullable(arrival.writer().person())
            .flatMap(arrival.workspace().members()::seatOf)
            .map(Seat::id)
        : Optional.empty();
  }
}
