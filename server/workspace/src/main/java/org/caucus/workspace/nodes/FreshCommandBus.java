package org.caucus.workspace.nodes;

import io.vertx.core.Future;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A floor that sees what other nodes did a moment ago: a letter is judged by it, which may answer
 * one that came in elsewhere. Each read asks the log.
 */
public final class FreshCommandBus implements CommandBus<Workspace> {
  private final Rooms rooms;

  /** The floor of these rooms. */
  public FreshCommandBus(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Future<Workspace> read(WorkspaceId workspace) {
    return rooms.again(workspace);
  }

  @Override
  public boolean unloadable(WorkspaceId workspace) {
    return rooms.unloadable(workspace);
  }

  @Override
  public Future<Committed> submit(
      WorkspaceId workspace, @Nullable SeatId seat, Command command, @Nullable IdempotencyKey key) {
    return rooms.submit(workspace, seat, command, key);
  }
}
