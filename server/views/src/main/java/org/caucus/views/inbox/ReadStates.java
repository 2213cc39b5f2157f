package org.caucus.views.inbox;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
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
 * What all seats have read, beside the log and under the key of their workspace: gone when that is
 * destroyed. Waits; for virtual threads.
 */
public final class ReadStates {
  /** Its bus address: which seat of which workspace read something, and no more. */
  public static final String ADDRESS = "caucus.bell.read";

  private static final String COLLECTION = "bells";

  /** How often it is tried while other tabs of the same person write theirs. */
  private static final int TRIES = 20;

  private final EncryptedEventBus bus;
  private final Mongo mongo;
  private final Vault vault;
  private final List<BiConsumer<WorkspaceId, SeatId>> listeners = new CopyOnWriteArrayList<>();

  /** In this database; other nodes are told over this bus. */
  public ReadStates(EncryptedEventBus bus, Mongo mongo, Vault vault) {
    this.bus = bus;
    this.mongo = mongo;
    this.vault = vault;
    bus.listen(ADDRESS, this::heard);
  }

  /** Called when a seat read something, on whichever node. Must not block. */
  public void onChange(BiConsumer<WorkspaceId, SeatId> listener) {
    listeners.add(listener);
  }

  private void heard(String text) {
    WorkspaceId workspace = new WorkspaceId(text.substring(0, RandomIds.LENGTH));
    SeatId seat = new SeatId(text.substring(RandomIds.LENGTH + 1));
    listeners.forEach(l -> l.accept(workspace, seat));
  }

  private SealedCollection in(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents(COLLECTION), vault, workspace);
  }

  private String id(WorkspaceId workspace, SeatId seat) {
    return workspace.value() + "/" + vault.blindIndex("bell", workspace + " " + seat);
  }

  /** What a seat has read. */
  ReadState of(WorkspaceId workspace, SeatId seat) {
    return in(workspace)
        .find(id(workspace, seat))
        .await()
        .map(found -> ReadState.read(found.plain()))
        .orElse(ReadState.NOTHING);
  }

  /** Of these sequences of commits, those that a seat has not read. */
  public List<Long> unread(WorkspaceId workspace, SeatId seat, List<Long> sequences) {
    ReadState reading = of(workspace, seat);
    return sequences.stream().filter(sequence -> !reading.isRead(sequence)).toList();
  }

  /**
   * Changes it, and tells all who look; durable when it returns. Blocks.
   *
   * @throws Overloaded if others write it all the time
   */
  ReadState change(WorkspaceId workspace, SeatId seat, UnaryOperator<ReadState> change) {
    SealedCollection readings = in(workspace);
    String id = id(workspace, seat);
    for (int i = 0; i < TRIES; i++) {
      Optional<SealedCollection.Entry> found = readings.find(id).await();
      ReadState now =
          change.apply(found.map(e -> ReadState.read(e.plain())).orElse(ReadState.NOTHING));
      boolean done =
          found.isEmpty()
              ? readings.insertIfAbsent(id, now.write()).await()
              : readings
                  .replaceIf(id, found.get().version(), now.write(), OptionalLong.empty())
                  .await();
      if (done) {
        listeners.forEach(l -> l.accept(workspace, seat));
        bus.publish(ADDRESS, workspace.value() + "/" + seat.value());
        return now;
      }
    }
    throw new Overloaded();
  }
}
