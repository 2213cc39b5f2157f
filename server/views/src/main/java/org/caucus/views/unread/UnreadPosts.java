package org.caucus.views.unread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/**
 * What a seat has not read, of what it can read now. What it said itself is read, and what it muted
 * is not counted. Pure.
 */
final class UnreadPosts {
  /** How long something is unread that nobody looks at, unless it was marked so. */
  static final Duration LONGEST = Duration.ofDays(90);

  private final Workspace now;
  private final PostIndex index;
  private final ReadMarks marks;
  private final SeatId seat;
  private final Predicate<Scope> reads;
  private final Set<SeatId> own;
  private final long old;

  private UnreadPosts(
      Workspace now, PostIndex index, ReadMarks marks, SeatId seat, Set<SeatId> own, long old) {
    this.now = now;
    this.index = index;
    this.marks = marks;
    this.seat = seat;
    this.reads = now.access().asked(seat);
    this.own = own;
    this.old = old;
  }

  /**
   * A conversation with something unread in it.
   *
   * @param first the first that is unread
   * @param last the last that is
   * @param read up to which sequence it is read, by the conversations whose marks say so
   */
  record Unread(Item item, Post first, Post last, int count, Map<Ref, Long> read) {
    Ref ref() {
      return item.ref();
    }
  }

  /** All that is unread, by conversation; where one was left longest ago comes first. */
  static List<Unread> of(Workspace now, PostIndex index, ReadMarks marks, SeatId id, Instant at) {
    Seat seat = now.members().seats().get(id);
    if (seat == null || !seat.active()) {
      return List.of(); // anyone who looks with other eyes reads nothing by it
    }
    Set<SeatId> own = new HashSet<>(now.members().line(id));
    long old = old(now, index, id, at);
    return new UnreadPosts(now, index, marks, id, own, Math.max(old, marks.base())).all();
  }

  /** The sequence up to which all is read by its age, or was there when the seat came. */
  static long old(Workspace now, PostIndex index, SeatId seat, Instant at) {
    long aged = now.sequence() - now.since(at.minus(LONGEST)).size();
    return Math.max(aged, index.joined().getOrDefault(seat, 0L));
  }

  private List<Unread> all() {
    List<Unread> unread = new ArrayList<>();
    for (Map.Entry<Ref, Conversation> one : index.conversations().entrySet()) {
      if (one.getValue().last() > 0 && isHeard(one.getKey())) {
        unread(one.getKey(), one.getValue(), unread);
      }
    }
    unread.sort(
        Comparator.comparingLong((Unread u) -> u.first().sequence())
            .thenComparing(u -> u.ref().toString()));
    return unread;
  }

  private boolean isHeard(Ref ref) {
    return now.lists().habits().wish(seat, ref) != ThreadPreference.MUTE;
  }

  private void unread(Ref ref, Conversation said, List<Unread> unread) {
    Map<Ref, Long> read = new LinkedHashMap<>();
    said.homes().forEach(home -> read.put(home, read(home)));
    long least = Collections.min(read.values());
    if (said.last() <= least) {
      return;
    }
    Item item = now.item(ref, seat).filter(i -> reads.test(i.scope())).orElse(null);
    List<Post> posts =
        item == null
            ? List.of()
            : said.after(least).stream()
                .filter(p -> p.sequence() > Objects.requireNonNull(read.get(p.home())))
                .filter(this::isUnread)
                .toList();
    if (item != null && !posts.isEmpty()) {
      unread.add(new Unread(item, posts.getFirst(), posts.getLast(), posts.size(), read));
    }
  }

  private boolean isUnread(Post post) {
    return !own.contains(post.author())
        && now.scopeOf(post.ref()).filter(reads).isPresent()
        && !isDeleted(post.ref());
  }

  private boolean isDeleted(Ref ref) {
    return ref.kind() == Ref.Kind.ENTRY
        && now.entries().find(ref.id()).filter(Entry::isDeleted).isPresent();
  }

  /** The sequence up to which a conversation is read. */
  private long read(Ref ref) {
    Conversation said = index.conversation(ref);
    ReadMarks.Mark mark = marks.of(ref);
    if (mark == null && index.origins().containsKey(ref)) {
      mark = marks.least(Objects.requireNonNull(index.origins().get(ref)));
    }
    long read = mark == null ? old : mark.turn() > 0 ? mark.upTo() : Math.max(old, mark.upTo());
    if (!said.replies().isEmpty()) {
      for (SeatId one : own) {
        Conversation.Reply reply = said.replies().get(one);
        if (reply != null && (mark == null || reply.said() > mark.made())) {
          read = Math.max(read, reply.to());
        }
      }
    }
    return read;
  }
}
