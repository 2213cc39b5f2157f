package org.caucus.relay;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent;
import org.caucus.lists.Delivery;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Follower;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.relay.recall.Leaving;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/** Puts every new post of a thread into the outbox, for all who may read it but its author. */
public final class Relay implements Follower {
  /** Its name among the followers. */
  public static final String NAME = "relay";

  private final Floor<Workspace> floor;
  private final Outbox outbox;
  private final Runnable bell;
  private final InstantSource clock;

  /**
   * The follower.
   *
   * @param bell rung after something was put
   */
  public Relay(Floor<Workspace> floor, Outbox outbox, Runnable bell, InstantSource clock) {
    this.floor = floor;
    this.outbox = outbox;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    for (Event event : commit.events()) {
      if (event instanceof EntryEvent.EntryPosted e && e.parent().kind() == Ref.Kind.THREAD) {
        relay(Current.at(floor, workspace, commit.sequence()), commit, e);
      }
    }
  }

  private void relay(Workspace state, Commit commit, EntryEvent.EntryPosted posted) {
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, posted.id())).orElseThrow();
    JsonObject payload =
        new JsonObject()
            .put(PostComposer.SEQUENCE, commit.sequence())
            .put(PostComposer.ENTRY, posted.id());
    // whoever lets a stranger's letter in has not written it, and gets it like all others
    boolean own = posted.letter() == null || posted.letter().from() == null;
    Instant now = clock.instant();
    Leaving leaving = Leaving.of(state, posted.seat(), commit.at(), now);
    for (Parcel parcel :
        Recipients.parcels(
            state,
            PostComposer.KIND,
            commit.id() + "/" + posted.id(),
            payload,
            seat ->
                !(own && state.members().isSamePerson(posted.seat(), seat))
                    && state.access().canRead(seat, scope)
                    && !hasAlready(state, posted, seat),
            leaving::at,
            now)) {
      outbox.put(parcel).await();
    }
    bell.run();
  }

  /**
   * One letter to two lists is a post on each, but one letter to who reads both: mail programs show
   * a second of the same Message-ID as the first.
   */
  private static boolean hasAlready(Workspace state, EntryEvent.EntryPosted posted, SeatId seat) {
    String id = posted.letter() == null ? null : posted.letter().messageId();
    return id != null
        && state
            .entries()
            .byMessageId(id)
            .filter(first -> !first.id().equals(posted.id()))
            .filter(first -> isSameLetter(first, posted))
            .filter(first -> anySeatReceives(state, first, seat))
            .isPresent();
  }

  private static boolean isSameLetter(Entry first, EntryEvent.EntryPosted second) {
    return first.letter() != null
        && second.letter() != null
        && first.letter().blob().equals(second.letter().blob());
  }

  private static boolean anySeatReceives(Workspace state, Entry entry, SeatId id) {
    Seat seat = Objects.requireNonNull(state.members().seats().get(id));
    return state.members().seatsOf(seat.person()).stream()
        .anyMatch(s -> receives(state, entry, s.id()));
  }

  private static boolean receives(Workspace state, Entry entry, SeatId seat) {
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    return state.access().canRead(seat, scope)
        && state.lists().thread(entry.parent().id()).stream()
            .anyMatch(t -> state.lists().delivery(seat, t.list()) == Delivery.EACH);
  }
}
