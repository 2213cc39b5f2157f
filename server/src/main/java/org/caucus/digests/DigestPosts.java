package org.caucus.digests;

import java.util.ArrayList;
import java.util.List;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent.EntryPosted;
import org.caucus.lists.mail.Channel;
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
    List<Post> posts = new ArrayList<>();
    for (long sequence = after + 1; sequence <= upTo; sequence++) {
      Commit commit = state.history().get(Math.toIntExact(sequence - 1));
      for (Event event : commit.events()) {
        if (event instanceof EntryPosted posted
            && isOn(state, posted, list)
            && Reach.of(state, commit, posted, seat) == Channel.DIGEST) {
          posts.add(new Post(state.entries().find(posted.id()).orElseThrow(), sequence));
        }
      }
    }
    return posts;
  }

  private static boolean isOn(Workspace state, EntryPosted posted, String list) {
    return posted.parent().kind() == Ref.Kind.THREAD
        && state.lists().thread(posted.parent().id()).stream().anyMatch(t -> t.list().equals(list));
  }
}
