package org.caucus.views.feeds;

import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** The author without a seat of a thing that was opened by a letter which a convenor let in. */
public final class FeedAuthor {
  private FeedAuthor() {}

  /**
   * Their name, as the thing's page and its notices give it to this reader; empty where the seat
   * that opened it wrote it.
   *
   * @param opened when it was opened
   */
  public static Optional<String> outside(
      Workspace state, Ref thing, Instant opened, SeatId reader) {
    return state.entries().under(thing).stream()
        .findFirst()
        .filter(first -> first.at().equals(opened) && isReadable(state, first, reader))
        .flatMap(first -> state.stranger(first, reader))
        .map(EntryLetter::named)
        .filter(name -> !name.isEmpty());
  }

  private static boolean isReadable(Workspace state, Entry entry, SeatId reader) {
    return state
        .scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id()))
        .filter(scope -> state.access().canRead(reader, scope))
        .isPresent();
  }
}
