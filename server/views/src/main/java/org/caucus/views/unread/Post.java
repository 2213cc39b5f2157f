package org.caucus.views.unread;

import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be unread: an entry, or what an issue, update, action or poll says itself.
 *
 * @param sequence of its commit; never leaves the server
 * @param in the conversation: the thing itself, or what the entry hangs on now
 * @param home the conversation whose marks say whether it is read: where it was said, unless it was
 *     split from there
 * @param ref the entry, or the thing itself
 * @param author null if nobody said it
 */
record Post(long sequence, Ref in, Ref home, Ref ref, @Nullable SeatId author) {
  Post moved(Ref to, Ref marked) {
    return new Post(sequence, to, marked, ref, author);
  }
}
