package org.caucus.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.command.SeatId;
import org.caucus.log.WorkspaceId;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/**
 * The indexes of this node: each made when somebody looks for something in its workspace, and let
 * go when all together take more memory than they may, the longest unused first.
 */
public final class Indexes {
  /**
   * Of the heap, one part in so many for all indexes; rooms and what is under way have the rest.
   */
  private static final int SHARE = 6;

  private final Rooms rooms;
  private final long budgetBytes;
  private final Map<WorkspaceId, Held> held = new ConcurrentHashMap<>();

  private static final class Held {
    final Index index = new Index();
    volatile long usedNanos = System.nanoTime();
  }

  /** What one search is answered from: one state, and an index that has read exactly that far. */
  record Sight(Workspace state, Index.View view) {}

  /** Indexes of these rooms. */
  public Indexes(Rooms rooms) {
    this(rooms, Runtime.getRuntime().maxMemory() / SHARE);
  }

  Indexes(Rooms rooms, long budgetBytes) {
    this.rooms = rooms;
    this.budgetBytes = budgetBytes;
  }

  /** The newest there is of a workspace, for this seat. Waits: the first time it reads all. */
  Sight look(WorkspaceId workspace, SeatId seat) {
    while (true) {
      Workspace state = rooms.read(workspace).await();
      Held here = held.computeIfAbsent(workspace, w -> new Held());
      here.usedNanos = System.nanoTime();
      int before = here.index.commits();
      var view = here.index.view(state, seat);
      if (view.isPresent()) {
        if (here.index.commits() != before) {
          makeRoom(workspace);
        }
        return new Sight(state, view.get());
      }
    }
  }

  private void makeRoom(WorkspaceId used) {
    List<Map.Entry<WorkspaceId, Held>> all = new ArrayList<>(held.entrySet());
    all.sort(Comparator.comparingLong(e -> e.getValue().usedNanos));
    long taken = bytes();
    for (Map.Entry<WorkspaceId, Held> entry : all) {
      if (taken <= budgetBytes) {
        return;
      }
      if (!entry.getKey().equals(used)) {
        taken -= entry.getValue().index.bytes();
        forget(entry.getKey());
      }
    }
  }

  /** Lets go of what is known of a workspace; its key may be gone. */
  public void forget(WorkspaceId workspace) {
    Held gone = held.remove(workspace);
    if (gone != null) {
      gone.index.close();
    }
  }

  /** Bytes that all take. */
  public long bytes() {
    return held.values().stream().mapToLong(h -> h.index.bytes()).sum();
  }
}
