package org.caucus.messaging.inbound.pipeline.steps;

import java.util.List;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.instruments.mail.ConcernMail;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.jspecify.annotations.Nullable;

/**
 * Finds the seat that writes. A member who cannot read the place is a stranger to it, in every
 * answer and every reason: else an address would tell what exists.
 */
record Sender() implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    if (arrival.incoming().author().isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.ONE_AUTHOR);
    }
    List<Seat> seats = seats(arrival, arrival.writer().person());
    List<Seat> former = seats(arrival, arrival.writer().former());
    Ref to = arrival.to().thing();
    return switch (to.kind()) {
      case LIST, TRACKER, INSTRUMENT ->
          arrival
              .workspace()
              .scopeOf(to)
              .map(place -> at(arrival, seats, former, place))
              .orElse(PipelineStep.refuse(RefusalMessages.NOTHING_HERE));
      case ORGANISATION ->
          seats.stream()
              .filter(s -> speaksFor(s, to.id()))
              .findFirst()
              .map(s -> PipelineStep.on(arrival.from(s)))
              .orElse(PipelineStep.refuse(RefusalMessages.UPDATES_ONLY));
      case WORKSPACE ->
          AddressPlan.isOpening(arrival.to().detail())
              ? opener(arrival, seats, former)
              // which of several, the answer address says
              : seats.stream()
                  .findFirst()
                  .map(s -> PipelineStep.on(arrival.from(s)))
                  .orElseGet(() -> stranger(arrival, former));
      default -> PipelineStep.refuse(RefusalMessages.NOTHING_HERE);
    };
  }

  private static List<Seat> seats(PipelineContext arrival, @Nullable String person) {
    return person == null ? List.of() : arrival.workspace().members().seatsOf(person);
  }

  /** Who has several seats that can read it says for which they write; it is never guessed. */
  private static Next at(
      PipelineContext arrival, List<Seat> seats, List<Seat> former, Scope place) {
    Access access = arrival.workspace().access();
    List<Seat> here = seats.stream().filter(s -> access.canRead(s.id(), place)).toList();
    String named = organisation(arrival, here);
    List<Seat> meant =
        here.stream().filter(s -> named.isEmpty() || s.organisation().equals(named)).toList();
    if (meant.size() == 1) {
      return PipelineStep.on(arrival.from(meant.getFirst()));
    }
    if (!here.isEmpty()) {
      return PipelineStep.refuse(
          meant.isEmpty() ? RefusalMessages.NOT_YOUR_SEAT : RefusalMessages.WHICH_SEAT);
    }
    return stranger(arrival, former.stream().filter(s -> access.canRead(s.id(), place)).toList());
  }

  /** An organisation of that name goes before a provision. */
  private static String organisation(PipelineContext arrival, List<Seat> here) {
    String named = arrival.to().plain();
    if (!named.startsWith(ConcernMail.AT)) {
      return named;
    }
    String detail = named.substring(ConcernMail.AT.length());
    return here.stream().anyMatch(s -> s.organisation().equals(detail)) ? detail : "";
  }

  /** Who has several seats says for which they write; it is never guessed. */
  private static Next opener(PipelineContext arrival, List<Seat> seats, List<Seat> former) {
    String named = AddressPlan.opener(arrival.to().detail());
    List<Seat> meant =
        seats.stream().filter(s -> named.isEmpty() || s.organisation().equals(named)).toList();
    if (meant.size() == 1) {
      return PipelineStep.on(arrival.from(meant.getFirst()));
    }
    if (!seats.isEmpty()) {
      return PipelineStep.refuse(
          meant.isEmpty() ? RefusalMessages.NOT_YOUR_PLANNER : RefusalMessages.WHICH_PLANNER);
    }
    return PipelineStep.refuse(
        former.isEmpty() ? RefusalMessages.UPDATES_ONLY : RefusalMessages.ENDED_ADDRESS);
  }

  private static boolean speaksFor(Seat seat, String company) {
    return seat.role() == Role.LIAISON && seat.organisation().equals(company);
  }

  /**
   * The person who could write here until they ended this address is told so: they may have
   * forgotten.
   */
  private static Next stranger(PipelineContext arrival, List<Seat> former) {
    if (!former.isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.ENDED_ADDRESS);
    }
    Ref to = arrival.to().thing();
    boolean closed =
        to.kind() == Ref.Kind.LIST
            && arrival.workspace().letters().moderation().rule(to.id()).strangers()
                == ModerationSettings.Strangers.REFUSE;
    return closed
        ? PipelineStep.refuse(RefusalMessages.MEMBERS_ONLY)
        : PipelineStep.on(arrival.asking(Hold.Awaits.CONVENOR, RefusalMessages.STRANGER));
  }
}
