package org.caucus.coalition.access.audience;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.lists.Conversations;
import org.caucus.coalition.lists.Thread;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * Adds people to a conversation. It is a widening as any other (R5): they read its name and what is
 * said from now on; what was said before stays closed to them until its own author releases it.
 * Anyone who is in the conversation may add somebody, for anyone could begin another. Pure.
 */
final class ConversationPeople {
  private ConversationPeople() {}

  static List<Event> add(
      AudienceHistory.Held state, AudienceCommand.AddPeople c, CommandContext act) {
    Access access = state.access();
    Thread thread = state.lists().thread(c.thread()).orElseThrow(Refusal::absent);
    Conversations.mustBeIn(state, thread, act.by());
    access.mustPost(act.by());
    if (!(thread.audience() instanceof Audience.Named all) || !thread.isConversation()) {
      throw Refusal.conflict(Message.of("people-are-added-to-a-conversation"));
    }
    Scope place = state.lists().scope(thread);
    Set<SeatId> left =
        c.seats().stream()
            .filter(seat -> access.canRead(seat, place))
            .filter(seat -> !Conversations.isIn(state, thread, seat))
            .collect(Collectors.toSet());
    if (!left.isEmpty()) {
      throw Refusal.invalid(
          "seats", Message.of("left-this-conversation", "people", names(state, left)));
    }
    TreeSet<String> people = new TreeSet<>(all.seats());
    c.seats().stream()
        .filter(seat -> !access.canRead(seat, place))
        .map(SeatId::value)
        .forEach(people::add);
    if (people.equals(all.seats())) {
      throw Refusal.conflict(Message.of("they-are-in-this-conversation-already"));
    }
    Conversations.mustFit(people.size());
    Audience to = new Audience.Named(people);
    access.mustBeKnown(to);
    access.mustAllRead("seats", c.seats(), new Scope(to, place.at(), place.parent()));
    return List.of(new AudienceEvent.Widened(thread.ref(), all, to, act.by(), null));
  }

  private static String names(AudienceHistory.Held state, Set<SeatId> seats) {
    return seats.stream().map(state.members()::nameOf).sorted().collect(Collectors.joining(", "));
  }
}
