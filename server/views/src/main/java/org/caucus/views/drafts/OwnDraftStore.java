package org.caucus.views.drafts;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.store.Mongo;

/**
 * What all seats are writing, beside the log and under the key of their workspace: gone when that
 * is destroyed. Waits; for virtual threads.
 */
public final class OwnDraftStore {
  /** Its bus address: which seat of which workspace changed which draft, and no word of it. */
  public static final String ADDRESS = "caucus.drafts.changed";

  private static final String COLLECTION = "own-drafts";

  /** How often it is tried while other devices of the same person write theirs. */
  private static final int TRIES = 20;

  /** Seats looked at in one go. */
  private static final int PAGE = 1_000;

  private final EncryptedEventBus bus;
  private final Mongo mongo;
  private final Vault vault;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Hears of changes. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A seat changed a draft, on whichever node. Must not block.
     *
     * @param version that it has now; empty if it is gone
     */
    void changed(WorkspaceId workspace, SeatId seat, String draft, String version);
  }

  /** In this database; other nodes are told over this bus. */
  public OwnDraftStore(EncryptedEventBus bus, Mongo mongo, Vault vault) {
    this.bus = bus;
    this.mongo = mongo;
    this.vault = vault;
    bus.listen(ADDRESS, this::heard);
  }

  /** Has this one told of all changes. */
  public void onChange(Listener listener) {
    listeners.add(listener);
  }

  private void heard(String text) {
    String[] said = text.split("/", -1);
    tell(new WorkspaceId(said[0]), new SeatId(said[1]), said[2], said[3]);
  }

  private void tell(WorkspaceId workspace, SeatId seat, String draft, String version) {
    listeners.forEach(l -> l.changed(workspace, seat, draft, version));
  }

  private SealedCollection in(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents(COLLECTION), vault, workspace);
  }

  private String id(WorkspaceId workspace, SeatId seat) {
    return workspace.value() + "/" + vault.blindIndex("own-drafts", workspace + " " + seat);
  }

  /** By which the draft at a place goes. */
  String draftId(WorkspaceId workspace, SeatId seat, String place) {
    return RandomIds.from(
        vault.blindIndex("own-drafts", workspace + " " + seat + " " + place)); // no one guesses it
  }

  /** What a seat is writing. */
  OwnDrafts of(WorkspaceId workspace, SeatId seat, Instant now) {
    return in(workspace)
        .find(id(workspace, seat))
        .await()
        .map(found -> OwnDrafts.read(found.plain()))
        .orElse(OwnDrafts.NONE)
        .at(now);
  }

  /**
   * Changes one draft, and tells the devices of its seat; durable when it returns. Blocks.
   *
   * @throws Overloaded if others write it all the time
   */
  OwnDrafts change(
      WorkspaceId workspace,
      SeatId seat,
      Instant now,
      String draft,
      UnaryOperator<OwnDrafts> change) {
    SealedCollection kept = in(workspace);
    String id = id(workspace, seat);
    for (int i = 0; i < TRIES; i++) {
      Optional<SealedCollection.Entry> found = kept.find(id).await();
      OwnDrafts was = found.map(e -> OwnDrafts.read(e.plain())).orElse(OwnDrafts.NONE);
      OwnDrafts is = change.apply(was.at(now));
      if (is.equals(was)) {
        return is;
      }
      if (put(kept, id, found, is)) {
        String version = is.find(draft).map(OwnDraft::version).orElse("");
        tell(workspace, seat, draft, version);
        bus.publish(ADDRESS, String.join("/", workspace.value(), seat.value(), draft, version));
        return is;
      }
    }
    throw new Overloaded();
  }

  private static boolean put(
      SealedCollection kept, String id, Optional<SealedCollection.Entry> found, OwnDrafts is) {
    long end = is.nextEnd().toEpochMilli();
    if (found.isEmpty()) {
      return kept.insertIfAbsent(id, end, is.write()).await();
    }
    long version = found.get().version();
    return is.all().isEmpty()
        ? kept.deleteIf(id, version).await()
        : kept.replaceIf(id, version, is.write(), OptionalLong.of(end)).await();
  }

  /** Nothing of a seat is kept any more. */
  public Future<Void> without(WorkspaceId workspace, SeatId seat) {
    return in(workspace).remove(id(workspace, seat));
  }

  /** Removes what nobody has changed for {@link OwnDrafts#KEPT}. Blocks. */
  public void removeOld(Instant now) {
    for (String id : mongo.documents(COLLECTION).dueIds(now.toEpochMilli(), PAGE).await()) {
      SealedCollection kept = in(new WorkspaceId(id.substring(0, id.indexOf('/'))));
      kept.find(id)
          .await()
          .ifPresent(
              found -> {
                boolean unused = // who writes meanwhile removes what is old as well
                    put(kept, id, Optional.of(found), OwnDrafts.read(found.plain()).at(now));
              });
    }
  }
}
