package org.caucus.views.unread;

import java.util.List;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.jspecify.annotations.Nullable;
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

  Conversation plus(Post post, @Nullable Reply reply) {
    PMap<SeatId, Reply> more =
        reply == null || post.author() == null ? replies : replies.plus(post.author(), reply);
    return new Conversation(posts.plus(post), more);
  }

  /** The sequence of what was said last. */
  long last() {
    return posts.getLast().sequence();
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
