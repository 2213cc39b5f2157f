package org.caucus.views.unread;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * A thing and what was said under it, in the order of the log. Immutable.
 *
 * @param replies the last answer by mail of each seat that gave one
 */
record Conversation(PersistentVector<Post> posts, PMap<SeatId, Reply> replies) {
  static final Conversation EMPTY =
      new Conversation(PersistentVector.empty(), PersistentMap.empty());

  /**
   * Anyone who answers a letter has read it, and what came before it.
   *
   * @param said the sequence of the answer
   * @param to the sequence of what it answers
   */
  record Reply(long said, long to) {}

  Conversation plus(Post post) {
    return new Conversation(posts.plus(post), replies);
  }

  /** With an answer by mail. */
  Conversation plus(SeatId author, Reply reply) {
    return new Conversation(posts, replies.plus(author, reply));
  }

  /** Without some, which are in another now. */
  Conversation without(Set<Ref> gone) {
    return with(posts.stream().filter(p -> !gone.contains(p.ref())));
  }

  /** With some that were in another, in the order of the log. */
  Conversation with(List<Post> more) {
    return with(
        Stream.concat(posts.stream(), more.stream())
            .sorted(Comparator.comparingLong(Post::sequence)));
  }

  private Conversation with(Stream<Post> some) {
    PersistentVector<Post> all = PersistentVector.empty();
    for (Post post : some.toList()) {
      all = all.plus(post);
    }
    return new Conversation(all, replies);
  }

  /** The conversations whose marks say what of it is read: most have only their own. */
  Set<Ref> homes() {
    return posts.stream().map(Post::home).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The sequence of what was said last; 0 if nothing is left. */
  long last() {
    return posts.isEmpty() ? 0 : posts.getLast().sequence();
  }

  /** What was said after this sequence. */
  List<Post> after(long sequence) {
    int low = 0;
    int high = posts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (posts.get(middle).sequence() <= sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return posts.subList(low, posts.size());
  }
}
