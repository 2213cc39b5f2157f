package org.caucus.relay;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent;
import org.caucus.entries.Known;
import org.caucus.letters.LetterEvent;
import org.caucus.lists.MailContent;
import org.caucus.lists.mail.Channel;
import org.caucus.log.LogRecord;
import org.caucus.log.WorkspaceId;
import org.caucus.log.followers.Follower;
import org.caucus.members.Seat;
import org.caucus.orders.Seats;
import org.caucus.relay.recall.Leaving;
import org.caucus.relay.rendering.PrivateComposer;
import org.caucus.relay.served.Fetched;
import org.caucus.relay.served.Ledger;
import org.caucus.relay.served.Reach;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;

/**
 * Puts every new post of a thread into the outbox, for all who may read it and want it as a letter.
 */
public final class Relay implements Follower {
  /** Its name among the followers. */
  public static final String NAME = "relay";

  private final Floor<Workspace> floor;
  private final Outbox outbox;
  private final MailContent.Waits waits;
  private final Runnable bell;
  private final InstantSource clock;

  /**
   * The follower.
   *
   * @param waits which letters wait a minute where neither list nor workspace chose
   * @param bell rung after something was put
   */
  public Relay(
      Floor<Workspace> floor,
      Outbox outbox,
      MailContent.Waits waits,
      Runnable bell,
      InstantSource clock) {
    this.waits = waits;
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
      if (event instanceof LetterEvent.LetterPassedOn e) {
        passOn(workspace, commit, e);
      }
      if (event instanceof LetterEvent.LetterObeyed e) {
        fetch(Current.at(floor, workspace, commit.sequence()), commit, e);
      }
    }
  }

  /** Posts that somebody asked for come as letters once more, whatever they usually want. */
  private void fetch(Workspace state, Commit commit, LetterEvent.LetterObeyed obeyed) {
    Fetched.wanted(obeyed).forEach(id -> fetch(state, commit, obeyed.seat(), id));
  }

  private void fetch(Workspace state, Commit commit, SeatId asker, String messageId) {
    for (Seat seat : Seats.of(state, asker).all()) {
      Optional<Entry> entry = new Known(state, seat.id()).entry(messageId).filter(Ledger::isMailed);
      if (entry.isPresent()) {
        String id = Fetched.parcel(state, commit, entry.get().id());
        JsonObject payload =
            new JsonObject()
                .put(Current.SEQUENCE, commit.sequence())
                .put(PostComposer.ENTRY, entry.get().id())
                .put(PostComposer.ASKED, true);
        List<String> who = List.of(seat.id().value());
        outbox
            .put(Parcel.of(id, state.id(), PostComposer.KIND, payload, who, clock.instant()))
            .await();
        bell.run();
        return;
      }
    }
  }

  private void passOn(WorkspaceId workspace, Commit commit, LetterEvent.LetterPassedOn letter) {
    JsonObject payload =
        new JsonObject()
            .put(Current.SEQUENCE, commit.sequence())
            .put(PrivateComposer.FROM, letter.from().value())
            .put(PrivateComposer.BLOB, letter.blob());
    String id = PrivateComposer.parcel(workspace, commit);
    List<String> who = List.of(letter.to().value());
    outbox
        .put(Parcel.of(id, workspace, PrivateComposer.KIND, payload, who, clock.instant()))
        .await();
    bell.run();
  }

  private void relay(Workspace state, Commit commit, EntryEvent.EntryPosted posted) {
    JsonObject payload =
        new JsonObject()
            .put(Current.SEQUENCE, commit.sequence())
            .put(PostComposer.ENTRY, posted.id());
    Instant now = clock.instant();
    String list = state.lists().thread(posted.parent().id()).orElseThrow().list();
    Leaving leaving =
        Leaving.of(state, state.lists().waits(list, waits), posted.seat(), commit.at(), now);
    List<Parcel> parcels =
        Recipients.parcels(
            state,
            PostComposer.KIND,
            commit.id() + "/" + posted.id(),
            payload,
            seat -> Reach.of(state, commit, posted, seat) == Channel.LETTER,
            leaving::at,
            now);
    outbox.putAll(parcels, now).await();
    bell.run();
  }
}
