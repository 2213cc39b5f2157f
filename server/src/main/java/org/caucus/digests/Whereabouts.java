package org.caucus.digests;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.command.SeatId;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.log.WorkspaceId;
import org.caucus.relay.served.Course;
import org.caucus.relay.served.Course.State;
import org.caucus.relay.served.Served;
import org.caucus.workspace.Workspace;

/** In which digest a post was, when it left, and when the next leaves. */
public final class Whereabouts implements Served.Digests {
  private final Gatherings gatherings;
  private final Outbox outbox;

  /** Asks what gathers, and what became of digests. */
  public Whereabouts(Gatherings gatherings, Outbox outbox) {
    this.gatherings = gatherings;
    this.outbox = outbox;
  }

  @Override
  public Future<Long> sentUpTo(WorkspaceId workspace, SeatId seat, String list) {
    return gatherings.sentUpTo(workspace, seat, list);
  }

  @Override
  public Optional<Served.Made> made(Workspace state, SeatId seat, String list, long sequence) {
    return gatherings
        .find(Gathering.id(state.id(), seat, list))
        .await()
        .map(Gatherings.Held::gathering)
        .filter(gathering -> gathering.after() >= sequence)
        .flatMap(
            gathering ->
                gathering.begin(sequence).stream()
                    .mapToObj(begin -> outbox.byId(gathering.parcel(begin)).await())
                    .flatMap(Optional::stream)
                    .filter(digest -> digest.payload().containsKey(DigestComposer.SEEN))
                    .map(Whereabouts::made)
                    .findFirst());
  }

  private static Served.Made made(Parcel digest) {
    return new Served.Made(
        digest.payload().getLong(DigestComposer.SEEN), digest.recipients().getFirst().fate());
  }

  @Override
  public Course course(Workspace state, SeatId seat, String list, long sequence) {
    if (state.lists().trouble(seat).suspended() != null) {
      return Course.of(seat, State.SUSPENDED);
    }
    Optional<Gatherings.Held> held = gatherings.find(Gathering.id(state.id(), seat, list)).await();
    if (held.isEmpty() || held.get().gathering().after() < sequence) {
      return held.map(h -> next(state, seat, h)).orElse(Course.of(seat, State.NEXT_DIGEST));
    }
    Gathering gathering = held.get().gathering();
    OptionalLong begin = gathering.begin(sequence);
    return begin.isEmpty()
        ? Course.of(seat, State.IN_DIGEST)
        : outbox
            .byId(gathering.parcel(begin.getAsLong()))
            .await()
            .map(digest -> Course.inDigest(seat, digest.recipients().getFirst().fate()))
            .orElse(Course.of(seat, State.IN_DIGEST));
  }

  /**
   * When it is due, to the minute: the seconds tell how late the last of it was said, which whoever
   * asks may not be able to read. It may leave before, when there is much, and then no moment is
   * told for the same reason; and after, if its reader goes away.
   */
  private static Course next(Workspace state, SeatId seat, Gatherings.Held held) {
    OptionalLong due = held.due();
    return due.isEmpty() || Notes.leavesNow(state, held.gathering())
        ? Course.of(seat, State.NEXT_DIGEST)
        : Course.at(
            seat,
            State.NEXT_DIGEST,
            Instant.ofEpochMilli(due.getAsLong()).truncatedTo(ChronoUnit.MINUTES));
  }
}
