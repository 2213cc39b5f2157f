package org.caucus.workspace;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.ViewAs;
import org.caucus.http.PasskeyRequired;
import org.caucus.http.WorkspaceAccess;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.jspecify.annotations.Nullable;

/**
 * Lets the holder of an active seat in, once they are over the {@link PasskeyPolicy}; everyone else
 * finds nothing.
 */
public final class SeatResolver implements WorkspaceAccess {
  private final WorkspaceDirectory directory;
  private final Rooms rooms;
  private final SeatIndex seatings;
  private final PasskeyPolicy threshold;
  private final InstantSource clock;

  /** Doors of these rooms. */
  public SeatResolver(
      WorkspaceDirectory directory,
      Rooms rooms,
      SeatIndex seatings,
      PasskeyPolicy threshold,
      InstantSource clock) {
    this.threshold = threshold;
    this.clock = clock;
    this.directory = directory;
    this.rooms = rooms;
    this.seatings = seatings;
  }

  @Override
  public Future<Optional<Place>> open(String path, String person) {
    int mark = path.indexOf(Members.PATH_MARK);
    String slug = mark < 0 ? path : path.substring(0, mark);
    String organisation = mark < 0 ? null : path.substring(mark + 1);
    return directory
        .find(slug)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : open(found.get(), person, organisation));
  }

  @Override
  public Future<Place> lookAs(Place place, String company, Instant now) {
    ViewAs look = new ViewAs(place.seat(), company);
    return rooms
        .read(place.workspace())
        .map(
            w -> {
              if (!w.access().isHere(look.id()) || !w.looks().open(look, now)) {
                throw Refusal.forbidden(Message.of("nothing-is-shown-as-another-sees"));
              }
              return new Place(place.workspace(), look.id());
            });
  }

  private Future<Optional<Place>> open(
      WorkspaceId workspace, String person, @Nullable String organisation) {
    return rooms
        .read(workspace)
        // another node may have let them in a moment ago
        .compose(
            w ->
                w.members().seatsOf(person).isEmpty()
                    ? rooms.again(workspace)
                    : Future.succeededFuture(w))
        .compose(w -> over(w, seat(w, person, organisation)))
        .recover(e -> closed(e, workspace, person));
  }

  private Future<Optional<Place>> over(Workspace w, Optional<Seat> seat) {
    if (seat.filter(s -> s.waits(clock.instant())).isPresent()) {
      return Future.failedFuture(waits());
    }
    return seat.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : threshold
            .lets(w, seat.get().person())
            .map(
                in -> {
                  if (!in) {
                    throw new PasskeyRequired();
                  }
                  return Optional.of(new Place(w.id(), seat.get().id()));
                });
  }

  private static Refusal waits() {
    return Refusal.forbidden(Message.of("let-in-by-anothers-word"));
  }

  /** Who has several seats says for which they act; it is never guessed. */
  private static Optional<Seat> seat(Workspace w, String person, @Nullable String organisation) {
    List<Seat> all = w.members().seatsOf(person);
    if (organisation != null) {
      return all.stream().filter(s -> s.organisation().equals(organisation)).findFirst();
    }
    if (all.size() > 1) {
      throw Refusal.conflict(
          Message.of(
              "you-have-more-than-one-seat",
              "paths",
              all.stream().map(w.members()::pathOf).collect(Collectors.joining(" or ")),
              "path",
              w.members().slug()));
    }
    return all.stream().findFirst();
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
