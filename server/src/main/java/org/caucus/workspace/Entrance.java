package org.caucus.workspace;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import org.caucus.command.Refused;
import org.caucus.http.Doors;
import org.caucus.log.LogException;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Look;

/** Lets the holder of an active seat in; everyone else finds nothing. */
public final class Entrance implements Doors {
  private final Directory directory;
  private final Rooms rooms;
  private final Seatings seatings;

  /** Doors of these rooms. */
  public Entrance(Directory directory, Rooms rooms, Seatings seatings) {
    this.directory = directory;
    this.rooms = rooms;
    this.seatings = seatings;
  }

  @Override
  public Future<Optional<Place>> open(String slug, String person) {
    return directory
        .find(slug)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : open(found.get(), person));
  }

  @Override
  public Future<Place> lookAs(Place place, String company, Instant now) {
    Look look = new Look(place.seat(), company);
    return rooms
        .read(place.workspace())
        .map(
            w -> {
              if (!w.access().isHere(look.id()) || !w.looks().open(look, now)) {
                throw Refused.forbidden(
                    "Nothing is shown as another sees it before that is noted. Begin anew from"
                        + " the company's card.");
              }
              return new Place(place.workspace(), look.id());
            });
  }

  private Future<Optional<Place>> open(WorkspaceId workspace, String person) {
    return rooms
        .read(workspace)
        .map(w -> w.members().seatOf(person).map(seat -> new Place(workspace, seat.id())))
        .recover(e -> closed(e, workspace, person));
  }

  /**
   * Why it cannot be read is for those who have a seat there by what is noted outside of it; for
   * all others it does not exist, as before.
   */
  private Future<Optional<Place>> closed(Throwable why, WorkspaceId workspace, String person) {
    return switch (why) {
      case LogException.UnknownWorkspace gone -> Future.succeededFuture(Optional.empty());
      case LogException damaged ->
          seatings
              .of(person)
              .compose(
                  theirs ->
                      theirs.contains(workspace)
                          ? Future.failedFuture(damaged)
                          : Future.succeededFuture(Optional.empty()));
      default -> Future.failedFuture(why);
    };
  }
}
