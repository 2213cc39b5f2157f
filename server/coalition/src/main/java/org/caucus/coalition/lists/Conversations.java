package org.caucus.coalition.lists;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * Rules of conversations of named people: who may begin one, and who is in it. Nobody reads one who
 * is not named, whatever their role. Pure.
 */
public final class Conversations {
  /** Most people of a conversation, of those who are in it and those who left. */
  public static final int MAX_PEOPLE = 50;

  /** Most conversations that one seat begins within {@link #DAY}. */
  public static final int MAX_BEGUN_A_DAY = 30;

  private static final Duration DAY = Duration.ofHours(24);

  private Conversations() {}

  /** Demands that this seat may begin one with these people. */
  static void mustStart(Lists.Held state, Audience audience, CommandContext act) {
    if (!(audience instanceof Audience.Named named) || named.seats().size() < 2) {
      throw Refusal.invalid("audience", Message.of("a-conversation-names-its-people"));
    }
    mustFit(named.seats().size());
    List<SeatId> seats = named.seats().stream().map(SeatId::new).toList();
    state.access().mustAllRead("audience", seats, Scope.place(audience));
    long begun =
        begunBy(state, act.by())
            .filter(thread -> thread.startedAt().isAfter(act.at().minus(DAY)))
            .count();
    if (begun >= MAX_BEGUN_A_DAY) {
      throw Refusal.conflict(
          Message.of("a-person-begins-at-most-conversations", "limit", MAX_BEGUN_A_DAY));
    }
  }

  private static Stream<Thread> begunBy(Lists.Held state, SeatId seat) {
    return state.lists().threadsOf(MailingList.CONVERSATIONS.slug()).stream()
        .flatMap(id -> state.lists().thread(id).stream())
        .filter(thread -> thread.startedBy().equals(seat));
  }

  /** Demands that a conversation has no more people than it may have. */
  public static void mustFit(int people) {
    if (people > MAX_PEOPLE) {
      throw Refusal.invalid(
          "audience", Message.of("a-conversation-has-at-most-people", "limit", MAX_PEOPLE));
    }
  }

  /** Whether a seat is in a conversation, or writes in a thread of a list. */
  public static boolean isIn(Lists.Held state, Thread thread, SeatId seat) {
    return state.access().canRead(seat, state.lists().writing(thread));
  }

  /**
   * Demands that a seat is in a conversation.
   *
   * @throws Refusal as absent if it cannot read it
   */
  public static void mustBeIn(Lists.Held state, Thread thread, SeatId seat) {
    state.access().mustRead(seat, state.lists().scope(thread));
    if (!isIn(state, thread, seat)) {
      throw Refusal.conflict(Message.of("you-left-this-conversation"));
    }
  }

  static List<Event> leave(
      Lists.Held state, ThreadCommand.LeaveConversation c, CommandContext act) {
    Thread thread = state.lists().thread(c.thread()).orElseThrow(Refusal::absent);
    mustBeIn(state, thread, act.by());
    if (!thread.isConversation()) {
      throw Refusal.conflict(Message.of("only-a-conversation-can-be-left"));
    }
    return List.of(new ListEvent.ConversationLeft(thread.id(), act.by()));
  }

  /** What a seat that left knows of it: as it was then; empty for everyone else. */
  static Optional<Thread.Departure> departure(Lists.Held state, Thread thread, SeatId reader) {
    return isIn(state, thread, reader)
        ? Optional.empty()
        : state.members().line(reader).stream()
            .flatMap(seat -> Optional.ofNullable(thread.left().get(seat)).stream())
            .findFirst();
  }
}
