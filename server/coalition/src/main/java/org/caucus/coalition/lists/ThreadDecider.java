package org.caucus.coalition.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Role;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Decides what is done to a thread as a whole. Pure. */
public final class ThreadDecider {
  /** Most pinned threads of a list, of those that the convenor who pins one can read. */
  public static final int MAX_PINNED = 5;

  /** Most titles that a thread had before. */
  public static final int MAX_FORMER_SUBJECTS = 50;

  private ThreadDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Lists.Held state, ThreadCommand command, CommandContext act) {
    return switch (command) {
      case ThreadCommand.EditThread c -> edit(state, c, act.by());
      case ThreadCommand.LeaveConversation c -> Conversations.leave(state, c, act);
      case ThreadCommand.MoveThread c -> ThreadMoveDecider.move(state, c, act.by());
      case ThreadCommand.SplitThread c -> ThreadMoveDecider.split(state, c, act);
      case ThreadCommand.MergeThread c -> ThreadMoveDecider.merge(state, c, act.by());
      case ThreadCommand.UnmergeThread c -> ThreadMoveDecider.unmerge(state, c, act.by());
    };
  }

  private static List<Event> edit(Lists.Held state, ThreadCommand.EditThread c, SeatId by) {
    Thread thread = state.lists().thread(c.thread()).orElseThrow(Refusal::absent);
    state.access().mustRead(by, state.lists().scope(thread));
    Conversations.mustBeIn(state, thread, by);
    if (thread.isConversation() && (c.pinned() != null || c.locked() != null)) {
      throw Refusal.conflict(Message.of("a-conversation-is-not-pinned-or-locked"));
    }
    ThreadMoveDecider.mustHaveMessages(thread);
    List<Event> events = new ArrayList<>();
    rename(state, thread, c, by).ifPresent(events::add);
    pin(state, thread, c.pinned(), by).ifPresent(events::add);
    lock(state, thread, c.locked(), by).ifPresent(events::add);
    return events;
  }

  private static Optional<Event> rename(
      Lists.Held state, Thread thread, ThreadCommand.EditThread c, SeatId by) {
    if (c.subject() == null) {
      return Optional.empty();
    }
    mustRename(state, thread, by);
    String subject = c.subject().strip();
    if (subject.isEmpty()) {
      throw Refusal.invalid("subject", Message.of("a-thread-has-a-title"));
    }
    if (c.formerSubject() != null && !c.formerSubject().equals(thread.subject())) {
      throw Refusal.stale(Map.of("subject", thread.subject()));
    }
    if (subject.equals(thread.subject())) {
      return Optional.empty();
    }
    if (thread.status().former().size() >= MAX_FORMER_SUBJECTS) {
      throw Refusal.conflict(
          Message.of("a-thread-is-renamed-at-most", "limit", MAX_FORMER_SUBJECTS));
    }
    if (!thread.left().isEmpty()) {
      throw Refusal.conflict(Message.of("people-left-who-would-see-the-name"));
    }
    return Optional.of(
        new ListEvent.ThreadRenamed(
            thread.id(), subject, thread.subject(), thread.startedBy(), by));
  }

  private static void mustRename(Lists.Held state, Thread thread, SeatId by) {
    state.access().mustPost(by);
    boolean own = state.members().line(by).contains(thread.startedBy());
    if (!own && !thread.isConversation() && !isConvenor(state, by)) {
      throw Refusal.forbidden(Message.of("only-the-author-or-a-convenor-renames"));
    }
  }

  private static Optional<Event> pin(
      Lists.Held state, Thread thread, @Nullable Boolean on, SeatId by) {
    if (on == null) {
      return Optional.empty();
    }
    state.access().mustConvene(by);
    if (on == thread.status().pinned()) {
      return Optional.empty();
    }
    if (!on) {
      return Optional.of(new ListEvent.ThreadUnpinned(thread.id(), by));
    }
    if (pinned(state, thread.list(), by) >= MAX_PINNED) {
      throw Refusal.conflict(Message.of("a-list-has-at-most-pinned", "limit", MAX_PINNED));
    }
    return Optional.of(new ListEvent.ThreadPinned(thread.id(), by));
  }

  /** A limit that counts threads of others would tell of them (R8). */
  static long pinned(Lists.Held state, String list, SeatId reader) {
    Access access = state.access();
    return state.lists().threadsOf(list).stream()
        .flatMap(id -> state.lists().thread(id).stream())
        .filter(t -> t.status().pinned() && access.canRead(reader, state.lists().scope(t)))
        .count();
  }

  private static Optional<Event> lock(
      Lists.Held state, Thread thread, @Nullable Boolean on, SeatId by) {
    if (on == null) {
      return Optional.empty();
    }
    state.access().mustConvene(by);
    if (on == thread.status().locked()) {
      return Optional.empty();
    }
    return Optional.of(
        on
            ? new ListEvent.ThreadLocked(thread.id(), by)
            : new ListEvent.ThreadUnlocked(thread.id(), by));
  }

  /** Demands that a seat may reply there from a page or a program. */
  static void mustBeOpen(Lists.Held state, Thread thread, SeatId by) {
    if (isLocked(state, thread, by)) {
      throw Refusal.conflict(Message.of("this-thread-is-locked"));
    }
  }

  /** Whether this seat cannot reply: of a locked thread, everyone but convenors. */
  public static boolean isLocked(Lists.Held state, Thread thread, SeatId by) {
    return thread.status().locked() && !isConvenor(state, by);
  }

  static boolean isConvenor(Lists.Held state, SeatId id) {
    return state.access().mustBeActive(id).role() == Role.CONVENOR;
  }
}
