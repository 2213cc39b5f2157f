package org.caucus.messaging.inbound.pipeline.steps;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.lists.Conversations;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.mail.NewConversation;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.References.Reference;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.guards.AudienceHeaderLine;
import org.caucus.messaging.inbound.pipeline.guards.OpeningHead;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Finds between whom a letter to the conversations of a workspace wants one: the members whom it
 * names in To and Cc, by their own addresses or those that stand for them here, and in a line at
 * its head. What answers a conversation of exactly these people stays in it: a program that answers
 * all has this address of a letter that was sent to them directly as well.
 */
record ConversationPeople(AddressPlan plan, PostingSteps.Members members) {
  /** Whether a letter to this address begins a conversation. */
  static boolean isAt(Ref thing, String detail) {
    return Capabilities.addressed(thing, detail)
        .filter(NewConversation.class::isInstance)
        .isPresent();
  }

  static boolean isAt(PipelineContext arrival) {
    return isAt(arrival.to().thing(), arrival.to().plain());
  }

  /** Whether a letter went to the conversations of this workspace, too. */
  static boolean isNamed(PipelineContext arrival, AddressPlan plan) {
    String slug = arrival.workspace().members().slug();
    Ref here = Ref.to(Ref.Kind.WORKSPACE, slug);
    return arrival.beside().all().stream()
        .filter(plan::here)
        .map(address -> plan.hyphened(address).orElse(address))
        .filter(address -> plan.base(address).filter(slug::equalsIgnoreCase).isPresent())
        .anyMatch(address -> isAt(here, plan.detail(address)));
  }

  /**
   * Where such a letter goes.
   *
   * @param letter towards a new conversation, with the people it names as far as they are known
   * @param isNamed whether they are known
   * @param answered what it answers in a conversation of exactly these people; null for nothing
   * @param refused why it begins nothing; null if it does
   */
  record Found(
      PipelineContext letter,
      boolean isNamed,
      @Nullable Reference answered,
      @Nullable Message refused) {}

  /** The people that it names, or what it answers. */
  Found found(PipelineContext arrival, Seat author, List<Reference> known) {
    if (arrival.audience() != null) {
      return new Found(arrival, false, null, RefusalMessages.CONVERSATION_AUDIENCE);
    }
    Set<SeatId> named = new LinkedHashSet<>();
    for (MailAddress address : arrival.beside().all()) {
      List<Seat> seats = isPlace(address) ? List.of() : seats(arrival, author, address);
      if (seats.isEmpty() && !isPlace(address)) {
        return new Found(arrival, false, null, RefusalMessages.CONVERSATION_OUTSIDER);
      }
      List<Seat> others =
          seats.stream().filter(seat -> !seat.person().equals(author.person())).toList();
      if (others.size() > 1) {
        return new Found(arrival, false, null, several(others));
      }
      others.forEach(seat -> named.add(seat.id()));
    }
    PipelineContext aimed = arrival.towards(new NewConversation(List.copyOf(named)));
    boolean isUnnamed = named.isEmpty() && !OpeningHead.isHeaded(aimed);
    Optional<NewConversation> asked =
        OpeningHead.asked(aimed)
            .filter(NewConversation.class::isInstance)
            .map(NewConversation.class::cast);
    Optional<Reference> answered =
        known.stream()
            .filter(r -> isIn(arrival.workspace(), r, author))
            .findFirst()
            .filter(
                r ->
                    isUnnamed
                        || asked
                            .filter(to -> isAll(arrival.workspace(), r, to, author))
                            .isPresent());
    return new Found(
        answered.isPresent()
            ? arrival.saying(AudienceHeaderLine.rest(arrival))
            : asked.map(aimed::towards).orElse(aimed),
        asked.isPresent(),
        answered.orElse(null),
        null);
  }

  /** Whether this is a conversation that its author left, and still reads as it was. */
  static boolean hasLeft(Workspace w, Ref thing, Seat author) {
    return thing.kind() == Ref.Kind.THREAD
        && w.lists().thread(thing.id()).filter(Thread::isConversation).stream()
            .filter(thread -> w.access().canRead(author.id(), w.lists().scope(thread)))
            .anyMatch(thread -> !Conversations.isIn(w, thread, author.id()));
  }

  /** A list, a tracker, or what stands behind the name of a workspace and is nobody's. */
  private boolean isPlace(MailAddress address) {
    return plan.here(address) && !plan.detail(address).startsWith(AddressPlan.MEMBER);
  }

  /** Those of the person with this address; none for one who is not here. */
  private List<Seat> seats(PipelineContext arrival, Seat author, MailAddress address) {
    Workspace w = arrival.workspace();
    if (plan.here(address)) {
      String ticket = plan.detail(address).substring(AddressPlan.MEMBER.length());
      return members.reached(ticket, author.id(), w).stream()
          .flatMap(id -> Optional.ofNullable(w.members().seats().get(id)).stream())
          .toList();
    }
    return arrival.beside().holder(address).map(w.members()::seatsOf).orElse(List.of());
  }

  private static Message several(List<Seat> seats) {
    String all =
        seats.stream().map(NamedPeople::withParty).sorted().collect(Collectors.joining(", "));
    return RefusalMessages.asksOpeningWrongly(
        Message.of("an-address-here-has-several-memberships", "people", all));
  }

  private static Optional<Thread> conversation(Workspace w, Reference known) {
    return known.parent().kind() == Ref.Kind.THREAD
        ? w.lists().thread(known.parent().id()).filter(Thread::isConversation)
        : Optional.empty();
  }

  private static boolean isIn(Workspace w, Reference known, Seat author) {
    return conversation(w, known).filter(t -> Conversations.isIn(w, t, author.id())).isPresent();
  }

  /** Whether a conversation is between its author and these, and nobody else. */
  private static boolean isAll(Workspace w, Reference known, NewConversation to, Seat author) {
    Set<String> all =
        to.people().stream().map(SeatId::value).collect(Collectors.toCollection(HashSet::new));
    all.add(author.id().value());
    return conversation(w, known)
        .flatMap(Thread::people)
        .filter(people -> all.equals(Set.copyOf(people.seats())))
        .isPresent();
  }
}
