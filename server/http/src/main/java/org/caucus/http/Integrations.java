package org.caucus.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;

/**
 * Addresses and programs that tell what a person's seats may read, without anybody signing in:
 * feeds with their calendars, webhooks, and notifications on devices. They end with what they were
 * made in.
 */
public interface Integrations {
  /** There are none. */
  Integrations NONE =
      new Integrations() {
        @Override
        public Future<List<Outlet>> of(String person) {
          return Future.succeededFuture(List.of());
        }

        @Override
        public Future<Void> end(Outlet outlet) {
          return Future.succeededFuture();
        }
      };

  /** What it is. */
  enum Kind {
    /** A feed and its calendar. */
    FEED,
    /** A program that is told. */
    WEBHOOK,
    /** A browser that is told, by its push service. */
    PUSH
  }

  /** One of them. */
  record Outlet(
      Kind kind, String id, String name, WorkspaceId workspace, SeatId seat, Instant created) {}

  /** Those of all active seats of a person. */
  Future<List<Outlet>> of(String person);

  /** It tells nothing any more; no complaint if it is gone. */
  Future<Void> end(Outlet outlet);
}
