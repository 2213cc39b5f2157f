package org.caucus.digests;

import java.util.ArrayList;
import java.util.List;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent.EntryPosted;
import org.caucus.lists.mail.Channel;
import org.caucus.members.Access;
import org.caucus.members.Scope;
import org.caucus.relay.served.Reach;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** What a digest holds. Pure: the same log gives the same posts. */
final class DigestPosts {
  private DigestPosts() {}

  /**
   * One of them.
   *
   * @param sequence of its commit
   */
  record Post(Entry entry, long sequence) {}

  /**
   * The posts of a list after one commit and up to another that come to a seat by digest and that
   * it can read now, oldest first.
   */
  static List<Post> of(Workspace state, SeatId seat, String list, long after, long upTo) {
    return of(state, seat, list, after, upTo, Long.MAX_VALUE);
  }

  /**
   * The same, of a digest that was made ready when something was the last that was known: a letter
   * in it that is let in on another list since stays in it.
   */
  static List<Post> of(
      Workspace state, SeatId seat, String list, long after, long upTo, long seen) {
    List<Post> posts = new ArrayList<>();
    for (long sequence = after + 1; sequence <= upTo; sequence++) {
      Commit commit = state.history().get(Math.toIntExact(sequence - 1));
      for (Event event : commit.events()) {
        if (event instanceof EntryPosted posted
            && isOn(state, posted, list)
            && Reach.asOf(seen, state, commit, posted, seat) == Channel.DIGEST) {
          posts.add(new Post(state.entries().find(posted.id()).orElseThrow(), sequence));
        }
      }
    }
    return posts;
  }

  /**
   * How many posts of the same that the seat wants with others are for everyone who reads the list.
   * A digest is full of these: by one that left since much was said to fewer, others who wrote to
   * the list would learn that it was.
   */
  static int open(Workspace state, SeatId seat, String list, long after, long upTo) {
    int open = 0;
    for (long sequence = after + 1; sequence <= upTo; sequence++) {
      Commit commit = state.history().get(Math.toIntExact(sequence - 1));
      for (Event event : commit.events()) {
        if (event instanceof EntryPosted posted && isOn(state, posted, list)) {
          open += isOpen(state, posted, list) && isWanted(state, commit, posted, seat) ? 1 : 0;
        }
      }
    }
    return open;
  }

  /**
   * Whether a seat wants it with others; also if the same letter came to it by another list, which
   * others may not read.
   */
  static boolean isWanted(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return Reach.chosen(state, commit, posted, seat) == Channel.DIGEST;
  }

  /** Whether everyone who reads the list can read it, now and whoever may join. */
  static boolean isOpen(Workspace state, EntryPosted posted, String list) {
    Scope place = state.lists().list(list).orElseThrow().scope();
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, posted.id())).orElseThrow();
    Access access = state.access();
    return access.within(place.audience(), scope) && access.count(scope) == access.count(place);
  }

  private static boolean isOn(Workspace state, EntryPosted posted, String list) {
    return posted.parent().kind() == Ref.Kind.THREAD
        && state.lists().thread(posted.parent().id()).stream().anyMatch(t -> t.list().equals(list));
  }
}
