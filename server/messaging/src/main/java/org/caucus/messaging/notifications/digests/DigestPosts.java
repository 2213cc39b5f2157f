package org.caucus.messaging.notifications.digests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.subscriptions.PostDelivery;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.receipts.DeliveryPolicy;
import org.caucus.messaging.distribution.receipts.DigestReceipts;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** What a digest holds. The same log and the same ledger of what was sent give the same posts. */
final class DigestPosts {
  private DigestPosts() {}

  /**
   * One of them.
   *
   * @param sequence of its commit
   * @param reader for which seat of its reader it comes
   */
  record Post(Entry entry, long sequence, SeatId reader) {}

  /** What was said on a list after one commit and up to another, for one seat. */
  record Span(SeatId seat, String list, long after, long upTo) {}

  /** One post on the list. */
  @FunctionalInterface
  private interface Look {
    void at(Commit commit, EntryPosted posted);
  }

  private static void each(Workspace state, Span span, Look look) {
    for (long sequence = span.after() + 1; sequence <= span.upTo(); sequence++) {
      Commit commit = state.history().get(Math.toIntExact(sequence - 1));
      for (Event event : commit.events()) {
        if (event instanceof EntryPosted posted && isOn(state, commit, posted, span.list())) {
          look.at(commit, posted);
        }
      }
    }
  }

  /** The posts that come to a seat by digest and that it can read now, oldest first. */
  static List<Post> of(Workspace state, Span span) {
    List<Post> posts = new ArrayList<>();
    each(
        state,
        span,
        (commit, posted) -> {
          if (stands(state, posted)
              && DeliveryPolicy.of(state, commit, posted, span.seat()) == PostDelivery.DIGEST) {
            posts.add(post(state, commit, posted, span.seat()));
          }
        });
    return posts;
  }

  /**
   * The same, of a digest that was made ready when something was the last that was known: a letter
   * in it that is let in on another list since stays in it. Each person gets a post once, also if
   * one of their seats ended or lost it since: what left for that one is not repeated, and what was
   * to come to it in this digest comes for another. Blocks.
   */
  static List<Post> of(Workspace state, Span span, long seen, DigestReceipts brought) {
    List<Post> posts = new ArrayList<>();
    each(
        state,
        span,
        (commit, posted) ->
            reader(state, span.seat(), commit, posted, seen, brought)
                .ifPresent(seat -> posts.add(post(state, commit, posted, seat))));
    return posts;
  }

  private static Optional<SeatId> reader(
      Workspace state,
      SeatId seat,
      Commit commit,
      EntryPosted posted,
      long seen,
      DigestReceipts brought) {
    if (!stands(state, posted)) {
      return Optional.empty();
    }
    if (DeliveryPolicy.asOf(seen, state, commit, posted, seat) != PostDelivery.DIGEST) {
      return brought.instead(state, commit, posted, seat);
    }
    return brought.byAnother(state, commit, posted, seat) ? Optional.empty() : Optional.of(seat);
  }

  /** Whether it is not deleted. */
  private static boolean stands(Workspace state, EntryPosted posted) {
    return state.entries().find(posted.id()).filter(e -> !e.isDeleted()).isPresent();
  }

  private static Post post(Workspace state, Commit commit, EntryPosted posted, SeatId reader) {
    Entry entry = state.entries().find(posted.id()).orElseThrow();
    return new Post(entry, commit.sequence(), reader);
  }

  /** All that the seat wants with others, whatever else brings it too. */
  static List<Entry> wanted(Workspace state, Span span) {
    List<Entry> wanted = new ArrayList<>();
    each(
        state,
        span,
        (commit, posted) -> {
          if (isWanted(state, commit, posted, span.seat())) {
            wanted.add(state.entries().find(posted.id()).orElseThrow());
          }
        });
    return wanted;
  }

  /**
   * How many posts of the same that the seat wants with others are for everyone who reads the list.
   * A digest is full of these: by one that left since much was said to fewer, others who wrote to
   * the list would learn that it was.
   */
  static int open(Workspace state, Span span) {
    List<EntryPosted> open = new ArrayList<>();
    each(
        state,
        span,
        (commit, posted) -> {
          if (isOpen(state, posted, span.list()) && isWanted(state, commit, posted, span.seat())) {
            open.add(posted);
          }
        });
    return open.size();
  }

  /**
   * Whether a seat wants it with others; also if the same letter came to it by another list, which
   * others may not read.
   */
  static boolean isWanted(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return DeliveryPolicy.chosen(state, commit, posted, seat) == PostDelivery.DIGEST;
  }

  /** Whether everyone who reads the list can read it, now or later. */
  static boolean isOpen(Workspace state, EntryPosted posted, String list) {
    Scope place = state.lists().list(list).orElseThrow().scope();
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, posted.id())).orElseThrow();
    Access access = state.access();
    return access.within(place.audience(), scope) && access.count(scope) == access.count(place);
  }

  private static boolean isOn(Workspace state, Commit commit, EntryPosted posted, String list) {
    return posted.parent().kind() == Ref.Kind.THREAD
        && state.lists().listOf(posted.parent(), commit.sequence()).equals(list);
  }
}
