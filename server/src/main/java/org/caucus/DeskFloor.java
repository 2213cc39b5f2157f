package org.caucus;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.caucus.command.Floor;
import org.caucus.log.bus.Doorbell;
import org.caucus.log.bus.SealedBus;
import org.caucus.log.bus.Secret;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Rooms for an operator's command where no server runs; most commands need none. */
final class DeskFloor implements Supplier<Floor<Workspace>>, AutoCloseable {
  private final Storage storage;
  private @Nullable Vertx vertx;
  private @Nullable Rooms rooms;

  DeskFloor(Storage storage) {
    this.storage = storage;
  }

  @Override
  public Floor<Workspace> get() {
    if (rooms == null) {
      Vertx bus = Vertx.vertx();
      vertx = bus;
      // nobody else hears it: whoever starts next reads the log
      var bell = new Doorbell(new SealedBus(bus, new Secret(storage.vault(), "")));
      rooms = new Rooms(storage.log(), InstantSource.system(), bell);
    }
    return rooms;
  }

  @Override
  public void close() {
    if (rooms != null) {
      rooms.close();
    }
    if (vertx != null) {
      vertx.close().await();
    }
  }
}
