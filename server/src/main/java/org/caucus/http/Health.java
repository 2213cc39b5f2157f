package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether this node can serve, with the reason if not. */
public final class Health {
  private final Supplier<Future<Optional<String>>> database;
  private final BooleanSupplier older;

  /**
   * @param database asks what keeps the database from being written, if anything does
   * @param older whether another node runs a newer version, whose events this one cannot read
   */
  public Health(Supplier<Future<Optional<String>>> database, BooleanSupplier older) {
    this.database = database;
    this.older = older;
  }

  void answer(RoutingContext ctx) {
    if (older.getAsBoolean()) {
      down(ctx, "a newer version has written what this one cannot read");
      return;
    }
    database
        .get()
        .onComplete(
            fault ->
                fault.ifPresentOrElse(
                    reason -> down(ctx, reason),
                    () -> say(ctx, 200, new JsonObject().put("status", "up"))),
            away -> down(ctx, "the database is away"));
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
