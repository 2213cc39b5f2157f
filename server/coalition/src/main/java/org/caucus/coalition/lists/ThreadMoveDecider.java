package org.caucus.coalition.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * Decides where threads and their messages stand: on which list, and in which thread. Whatever is
 * done, each message keeps its readers: nobody gains one and nobody loses one. Pure.
 */
final class ThreadMoveDecider {
  /** Most messages that go to another thread at once, of those the person who asks can read. */
  static final int MAX_MOVED = 5_000;

  private ThreadMoveDecider() {}

  static List<Event> move(Lists.Held state, ThreadCommand.MoveThread c, SeatId by) {
    Thread thread = arranged(state, c.thread(), by);
    MailingList to =
        state
            .lists()
            .list(c.list())
            .filter(l -> !l.isConversations() && state.access().canRead(by, l.scope()))
            .orElseThrow(() -> Refusal.invalid("list", Message.of("there-is-no-such-list")));
    if (to.slug().equals(thread.list())) {
      return List.of();
    }
    moving(state, thread, to, by).ifPresent(ThreadMoveDecider::refuse);
    return List.of(
        new ListEvent.ThreadMoved(thread.id(), to.slug(), thread.list(), thread.startedBy(), by));
  }

  /** Why a thread cannot be moved to a list; empty if it can. */
  static Optional<Message> moving(Lists.Held state, Thread thread, MailingList to, SeatId by) {
    if (!state.access().within(thread.audience(), to.scope())) {
      return Optional.of(Message.of("more-read-the-thread-than-the-list", "list", to.name()));
    }
    boolean full =
        thread.status().pinned()
            && ThreadDecider.pinned(state, to.slug(), by) >= ThreadDecider.MAX_PINNED;
    return full
        ? Optional.of(Message.of("a-list-has-at-most-pinned", "limit", ThreadDecider.MAX_PINNED))
        : Optional.empty();
  }

  static List<Event> split(Lists.Held state, ThreadCommand.SplitThread c, CommandContext act) {
    Thread thread = arranged(state, c.thread(), act.by());
    String subject = c.subject().strip();
    if (subject.isEmpty()) {
      throw Refusal.invalid("subject", Message.of("a-thread-has-a-title"));
    }
    Part part = part(state, thread, c.entry(), act.by());
    if (part.isAll()) {
      throw Refusal.conflict(Message.of("a-split-leaves-a-message"));
    }
    mustBeFew(part.shown());
    return List.of(
        new ListEvent.ThreadSplit(
            act.thing(),
            thread.id(),
            thread.list(),
            subject,
            part.audience(),
            part.first().seat(),
            part.entries(),
            act.by()));
  }

  /**
   * What a split would take.
   *
   * @param audience who reads it
   * @param entries the ids of all of it
   * @param shown how many of them the person who asks can read
   * @param stays how many messages after the first stay, since more people read them
   * @param isAll whether nothing that the person who asks can read would stay before it
   */
  record Part(
      Entry first, Audience audience, List<String> entries, int shown, int stays, boolean isAll) {}

  /** What a split at a message would take, or {@link Refusal}. */
  static Part part(Lists.Held state, Thread thread, String entry, SeatId by) {
    Scope scope = state.lists().scope(thread);
    List<Entry> known = VisibleEntries.entries(state, thread.ref(), scope, by);
    Entry first =
        known.stream()
            .filter(e -> e.id().equals(entry))
            .findFirst()
            .orElseThrow(
                () -> Refusal.invalid("entry", Message.of("there-is-no-such-message-here")));
    Access access = state.access();
    Audience audience = access.meet(thread.audience(), first.audience());
    List<Entry> after = from(state.entries().under(thread.ref()), first);
    List<String> going =
        after.stream()
            .filter(e -> access.within(e.audience(), Scope.place(audience)))
            .map(Entry::id)
            .toList();
    Set<String> ids = new HashSet<>(going);
    int shown = (int) known.stream().filter(e -> ids.contains(e.id())).count();
    int stays = from(known, first).size() - shown;
    return new Part(first, audience, going, shown, stays, known.getFirst().id().equals(first.id()));
  }

  private static List<Entry> from(List<Entry> all, Entry first) {
    List<Entry> after = new ArrayList<>();
    for (Entry entry : all) {
      if (!after.isEmpty() || entry.id().equals(first.id())) {
        after.add(entry);
      }
    }
    return after;
  }

  static List<Event> merge(Lists.Held state, ThreadCommand.MergeThread c, SeatId by) {
    Thread part = arranged(state, c.thread(), by);
    Thread into =
        state
            .lists()
            .thread(c.into())
            .filter(t -> state.access().canRead(by, state.lists().scope(t)))
            .map(state.lists()::current)
            .orElseThrow(() -> Refusal.invalid("into", Message.of("there-is-no-such-thread")));
    if (into.id().equals(part.id())) {
      throw Refusal.invalid("into", Message.of("a-thread-is-merged-with-another"));
    }
    mustArrange(state, into, by);
    merging(state, part, into).ifPresent(ThreadMoveDecider::refuse);
    List<Entry> all = state.entries().under(part.ref());
    mustBeFew(VisibleEntries.count(state, part.ref(), state.lists().scope(part), by));
    return List.of(
        new ListEvent.ThreadMerged(part.id(), into.id(), all.stream().map(Entry::id).toList(), by));
  }

  /** Why a thread cannot be merged into another; empty if it can. */
  static Optional<Message> merging(Lists.Held state, Thread part, Thread into) {
    if (!state.access().within(part.audience(), state.lists().scope(into))) {
      return Optional.of(Message.of("more-read-this-thread-than-the-other"));
    }
    return readerOfOne(state, part, into);
  }

  static List<Event> unmerge(Lists.Held state, ThreadCommand.UnmergeThread c, SeatId by) {
    Thread part = readable(state, c.thread(), by);
    mustArrange(state, part, by);
    if (!part.isMerged()) {
      return List.of();
    }
    Thread from = state.lists().current(part);
    mustArrange(state, from, by);
    Audience audience = part.audience();
    for (Scope s = state.lists().scope(from); s != null; s = s.parent()) {
      audience = state.access().meet(audience, s.audience());
    }
    Thread own = part.readBy(audience).with(part.links().mergedInto(null, List.of()));
    readerOfOne(state, own, from).ifPresent(ThreadMoveDecider::refuse);
    Scope scope = state.lists().scope(own);
    Set<String> going = new HashSet<>();
    List<String> entries = new ArrayList<>();
    for (Entry entry : state.entries().under(from.ref())) {
      boolean belongs =
          part.links().taken().contains(entry.id())
              || (entry.answers() != null && going.contains(entry.answers()));
      if (belongs && state.access().within(entry.audience(), scope)) {
        going.add(entry.id());
        entries.add(entry.id());
      }
    }
    return List.of(new ListEvent.ThreadUnmerged(part.id(), from.id(), audience, entries, by));
  }

  /**
   * An organisation that reads from a day on, and so only the later of two threads: it would lose
   * messages of that, or read some of the other.
   */
  private static Optional<Message> readerOfOne(Lists.Held state, Thread one, Thread other) {
    boolean oneIsLater = one.startedAt().isAfter(other.startedAt());
    Thread later = oneIsLater ? one : other;
    Instant began = (oneIsLater ? other : one).startedAt();
    Scope scope = state.lists().scope(later);
    return state.members().organisations().values().stream()
        .filter(o -> o.readsFrom().isAfter(began) && !o.readsFrom().isAfter(later.startedAt()))
        .filter(o -> reads(state, o, scope))
        .map(Organisation::name)
        .sorted()
        .findFirst()
        .map(name -> Message.of("an-organisation-reads-one-of-the-threads", "organisation", name));
  }

  private static boolean reads(Lists.Held state, Organisation organisation, Scope scope) {
    return state.access().newcomerReads(organisation.slug(), scope)
        || state.access().readers(scope).stream()
            .map(Seat::organisation)
            .anyMatch(organisation.slug()::equals);
  }

  private static void mustBeFew(int messages) {
    if (messages > MAX_MOVED) {
      throw Refusal.conflict(Message.of("so-many-messages-move-at-most", "limit", MAX_MOVED));
    }
  }

  private static void refuse(Message why) {
    throw Refusal.conflict(why);
  }

  private static Thread readable(Lists.Held state, String id, SeatId by) {
    Thread thread = state.lists().thread(id).orElseThrow(Refusal::absent);
    state.access().mustRead(by, state.lists().scope(thread));
    return thread;
  }

  /** A thread that has messages, and that this seat may arrange. */
  static Thread arranged(Lists.Held state, String id, SeatId by) {
    Thread thread = readable(state, id, by);
    mustArrange(state, thread, by);
    mustHaveMessages(thread);
    return thread;
  }

  /** Demands that a seat may say where a thread stands: who started it, and convenors. */
  private static void mustArrange(Lists.Held state, Thread thread, SeatId by) {
    state.access().mustPost(by);
    if (thread.isConversation()) { // it is where its people are, and only they read it
      throw Refusal.conflict(Message.of("a-conversation-is-not-moved-or-merged"));
    }
    boolean own = state.members().line(by).contains(thread.startedBy());
    if (!own && !ThreadDecider.isConvenor(state, by)) {
      throw Refusal.forbidden(Message.of("only-the-author-or-a-convenor-arranges"));
    }
    if (ThreadDecider.isLocked(state, thread, by)) {
      throw Refusal.conflict(Message.of("only-convenors-arrange-a-locked-thread"));
    }
  }

  /** Demands that its messages are not in another thread. */
  static void mustHaveMessages(Thread thread) {
    if (thread.isMerged()) {
      throw Refusal.conflict(Message.of("this-thread-was-merged"));
    }
  }
}
