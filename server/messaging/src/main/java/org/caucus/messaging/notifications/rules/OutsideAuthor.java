package org.caucus.messaging.notifications.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/** The author without a seat of what a convenor let in: the seat that posted it said none of it. */
public final class OutsideAuthor {
  private OutsideAuthor() {}

  /** Their name, else their address, as this reader may know it; empty where a seat wrote it. */
  public static Optional<String> of(Workspace state, Commit commit, Event event, SeatId reader) {
    return event.author() == null
        ? Optional.empty()
        : state.visibleEvents(commit, reader).stream()
            .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? Stream.of(p) : null)
            .flatMap(posted -> state.entries().find(posted.id()).stream())
            .flatMap(entry -> state.stranger(entry, reader).stream())
            .map(EntryLetter::named)
            .filter(name -> !name.isEmpty())
            .findFirst();
  }
}
