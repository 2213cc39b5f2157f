package org.caucus.workspace;

import io.vertx.core.Future;
import java.util.Optional;
import org.caucus.http.Doors;
import org.caucus.log.LogException;

/** Lets the holder of an active seat in; everyone else finds nothing. */
public final class Entrance implements Doors {
  private final Directory directory;
  private final Rooms rooms;

  /** Doors of these rooms. */
  public Entrance(Directory directory, Rooms rooms) {
    this.directory = directory;
    this.rooms = rooms;
  }

  @Override
  public Future<Optional<Place>> open(String slug, String person) {
    return directory
        .find(slug)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : rooms
                        .read(found.get())
                        .map(
                            w ->
                                w.members()
                                    .seatOf(person)
                                    .map(seat -> new Place(found.get(), seat.id())))
                        .recover(Entrance::destroyed));
  }

  /** A workspace whose key is gone is one that never was. */
  private static Future<Optional<Place>> destroyed(Throwable failure) {
    return failure instanceof LogException.UnknownWorkspace
        ? Future.succeededFuture(Optional.empty())
        : Future.failedFuture(failure);
  }
}
