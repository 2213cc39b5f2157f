package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether this node can serve, with the reason if not. */
public final class Health {
  private final Supplier<Future<Optional<String>>> database;
  private final BooleanSupplier older;
  private final Supplier<List<String>> unloadable;

  /**
   * @param database asks what keeps the database from being written, if anything does
   * @param older whether another node runs a newer version, whose events this one cannot read
   * @param unloadable a sentence of each workspace that cannot be loaded; only their number is
   *     told, since anybody may ask
   */
  public Health(
      Supplier<Future<Optional<String>>> database,
      BooleanSupplier older,
      Supplier<List<String>> unloadable) {
    this.database = database;
    this.older = older;
    this.unloadable = unloadable;
  }

  void answer(RoutingContext ctx) {
    if (older.getAsBoolean()) {
      down(ctx, "a newer version has written what this one cannot read");
      return;
    }
    database
        .get()
        .onComplete(
            fault -> fault.ifPresentOrElse(reason -> down(ctx, reason), () -> say(ctx, 200, up())),
            away -> down(ctx, "the database is away"));
  }

  /** One workspace is no reason to lead nobody here: all others are served. */
  private JsonObject up() {
    var up = new JsonObject().put("status", "up");
    int count = unloadable.get().size();
    return count == 0 ? up : up.put("workspaces_not_loaded", count);
  }

  private static void down(RoutingContext ctx, String reason) {
    say(ctx, 503, new JsonObject().put("status", "down").put("reason", reason));
  }

  private static void say(RoutingContext ctx, int status, JsonObject body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body.toBuffer());
  }
}
