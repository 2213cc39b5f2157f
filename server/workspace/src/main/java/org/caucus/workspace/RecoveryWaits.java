package org.caucus.workspace;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Seat;
import org.caucus.http.RecoveryRequests;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a person's workspaces to who was let in again without a passkey, but for those whose
 * convenors gave their word. It stands in each workspace's record, and its convenors are told.
 */
public final class RecoveryWaits implements RecoveryRequests.Workspaces {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveryWaits.class);

  private final Rooms rooms;
  private final SeatIndex seatings;

  /** Those of these rooms. */
  public RecoveryWaits(Rooms rooms, SeatIndex seatings) {
    this.rooms = rooms;
    this.seatings = seatings;
  }

  @Override
  public Future<Void> await(String person, Set<String> gave, Instant until) {
    return gave.contains(RecoveryRequests.EVERYWHERE)
        ? Future.succeededFuture()
        : each(
            person,
            in -> !gave.contains(in.value()),
            seat -> new MemberCommand.AwaitRecovery(seat.id(), until));
  }

  @Override
  public Future<Void> callOff(String person, Instant until) {
    return each(person, in -> true, seat -> new MemberCommand.CallOffRecovery(seat.id(), until));
  }

  private Future<Void> each(
      String person, Predicate<WorkspaceId> which, Function<Seat, MemberCommand> command) {
    return seatings
        .of(person)
        .compose(
            all ->
                Future.all(
                    all.stream().filter(which).map(in -> submit(in, person, command)).toList()))
        .mapEmpty();
  }

  /** One that cannot be read opens to nobody. */
  private Future<Void> submit(
      WorkspaceId workspace, String person, Function<Seat, MemberCommand> command) {
    return rooms
        .again(workspace)
        .compose(w -> submit(w, w.members().seatsOf(person), command))
        .recover(
            e -> {
              if (e instanceof LogException.UnknownWorkspace) {
                return Future.succeededFuture();
              }
              LOG.warn("a workspace could not be closed: {}", e.getClass().getSimpleName());
              return Future.failedFuture(e);
            });
  }

  private Future<Void> submit(
      Workspace workspace, List<Seat> seats, Function<Seat, MemberCommand> command) {
    return Future.all(
            seats.stream()
                .map(seat -> rooms.submit(workspace.id(), null, command.apply(seat), null))
                .map(done -> done.<Void>mapEmpty().recover(RecoveryWaits::unchanged))
                .toList())
        .mapEmpty();
  }

  /** It is so already, or the seat has ended. */
  private static Future<Void> unchanged(Throwable e) {
    return e instanceof Refusal ? Future.succeededFuture() : Future.failedFuture(e);
  }
}
