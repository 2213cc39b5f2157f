package org.caucus.messaging.inbound.pipeline.steps;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.PipelineStep;
import org.caucus.messaging.inbound.pipeline.References;
import org.caucus.messaging.inbound.pipeline.References.Reference;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.ReplyTo;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Workspace;

/**
 * Finds where the letter wants to go. An answer takes the audience of what it answers (rule R3);
 * where more people would read it than can read everything it refers to, its sender is asked.
 */
record ResolveTarget(String domain, ReplyTo.Lookup tickets, ConversationPeople people)
    implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    Ref to = arrival.to().thing();
    return Capabilities.addressed(to, arrival.to().plain())
        .map(
            fresh ->
                to.kind() == Ref.Kind.WORKSPACE
                    ? opened(arrival, fresh)
                    : PipelineStep.on(place(arrival, fresh)))
        .orElseGet(() -> ticket(arrival));
  }

  /**
   * By the address alone; empty where nothing is posted, or the ticket leads nowhere. Of a letter
   * that begins a conversation nobody but its author is asked.
   */
  Optional<MessageTarget> placeOf(Destination to, Workspace workspace) {
    if (ConversationPeople.isAt(to.thing(), to.plain())) {
      return Optional.empty();
    }
    return Capabilities.addressed(to.thing(), to.plain())
        .or(() -> opened(to, workspace).flatMap(r -> answered(r, workspace)));
  }

  /** Of somebody who does not read it any more, nobody is told that it is there. */
  private static Optional<MessageTarget> answered(ReplyTo reply, Workspace workspace) {
    MessageTarget answer = new LetterReply(reply.parent(), reply.entry());
    return workspace.access().canRead(reply.seat(), HeldLetters.place(workspace, answer))
        ? Optional.of(answer)
        : Optional.empty();
  }

  private Optional<ReplyTo> opened(Destination to, Workspace workspace) {
    return to.plain().startsWith(AddressPlan.REPLY)
        ? tickets
            .open(to.plain().substring(AddressPlan.REPLY.length()), workspace)
            .filter(r -> workspace.scopeOf(r.parent()).isPresent())
        : Optional.empty();
  }

  /** A new one, whatever it answers; what it refers to is not told to more. */
  private Next opened(PipelineContext arrival, MessageTarget fresh) {
    PipelineContext aimed = arrival.towards(fresh);
    Seat seat = arrival.seat();
    if (seat == null) {
      return PipelineStep.on(aimed);
    }
    List<Reference> known = references(arrival, seat).named(arrival.incoming());
    return ConversationPeople.isAt(arrival)
        ? between(aimed, seat, known)
        : PipelineStep.on(checked(aimed, known));
  }

  /**
   * A letter to people by name: each must be able to read what it quotes, or its sender is asked.
   */
  private Next between(PipelineContext arrival, Seat seat, List<Reference> known) {
    ConversationPeople.Found found = people.found(arrival, seat, known);
    if (found.refused() != null) {
      return PipelineStep.refuse(found.refused());
    }
    Reference answered = found.answered();
    if (answered != null) {
      MessageTarget reply = new LetterReply(answered.parent(), answered.entry());
      return PipelineStep.on(
          knowing(checked(found.letter().towards(reply), known), answered.known()));
    }
    return PipelineStep.on(
        found.isNamed()
            ? checked(found.letter(), known)
            : found.letter()); // what it asks is not understood, and goes back
  }

  private PipelineContext place(PipelineContext arrival, MessageTarget fresh) {
    Seat seat = arrival.seat();
    if (seat == null) {
      return arrival.towards(fresh);
    }
    References references = references(arrival, seat);
    List<Reference> known = references.named(arrival.incoming());
    List<Reference> here = known.stream().filter(r -> references.here(r.parent())).toList();
    Optional<Reference> safe = here.stream().filter(r -> covers(arrival, r, known)).findFirst();
    Optional<Reference> answered = safe.or(() -> here.stream().findFirst());
    MessageTarget intent =
        answered.<MessageTarget>map(r -> new LetterReply(r.parent(), r.entry())).orElse(fresh);
    PipelineContext aimed = checked(arrival.towards(intent), known);
    return answered.map(r -> knowing(aimed, r.known())).orElse(aimed);
  }

  private Next ticket(PipelineContext arrival) {
    Optional<ReplyTo> found = opened(arrival.to(), arrival.workspace());
    if (found.isEmpty()) {
      return PipelineStep.refuse(RefusalMessages.TICKET);
    }
    ReplyTo reply = found.get();
    PipelineContext aimed = arrival.towards(new LetterReply(reply.parent(), reply.entry()));
    Seat seat = arrival.seat();
    if (seat == null) {
      return PipelineStep.on(aimed);
    }
    if (arrival.workspace().members().isSamePerson(reply.seat(), seat.id())) {
      seat = Objects.requireNonNull(arrival.workspace().members().seats().get(reply.seat()));
      aimed = aimed.from(seat);
    }
    if (!seat.id().equals(reply.seat())) {
      return PipelineStep.on(aimed.asking(Hold.Awaits.CONVENOR, RefusalMessages.OTHERS_TICKET));
    }
    if (ConversationPeople.hasLeft(arrival.workspace(), reply.parent(), seat)) {
      return PipelineStep.refuse(RefusalMessages.LEFT);
    }
    if (!arrival.workspace().access().canRead(seat.id(), scope(aimed))) {
      return PipelineStep.refuse(RefusalMessages.TICKET);
    }
    PipelineContext checked = checked(aimed, references(arrival, seat).of(arrival.incoming()));
    return PipelineStep.on(knowing(checked, reply.known()));
  }

  /**
   * The person who was sent it when fewer read it is asked before those who came since read the
   * answer: when it was written cannot be known. Who came with them was sent it no earlier.
   */
  private static PipelineContext knowing(PipelineContext arrival, Audience known) {
    Access access = arrival.workspace().access();
    Seat seat = Objects.requireNonNull(arrival.seat(), "a seat answers");
    boolean knewLess =
        access.canRead(seat.id(), Scope.place(known)) && !access.isWithin(arrival.readers(), known);
    return knewLess ? arrival.asking(Hold.Awaits.SENDER, RefusalMessages.WIDENED) : arrival;
  }

  private References references(PipelineContext arrival, Seat seat) {
    return new References(arrival.workspace(), seat.id(), domain, arrival.to().thing());
  }

  private static boolean covers(
      PipelineContext arrival, Reference answered, List<Reference> known) {
    return within(arrival, answered.scope().audience(), known);
  }

  private static boolean within(PipelineContext arrival, Audience audience, List<Reference> known) {
    return known.stream().allMatch(r -> arrival.workspace().access().within(audience, r.scope()));
  }

  private static PipelineContext checked(PipelineContext arrival, List<Reference> known) {
    return within(arrival, arrival.readers().audience(), known)
        ? arrival
        : arrival.asking(Hold.Awaits.SENDER, RefusalMessages.NARROWER);
  }

  private static Scope scope(PipelineContext arrival) {
    return HeldLetters.place(
        arrival.workspace(), Objects.requireNonNull(arrival.intent(), "aimed"));
  }
}
