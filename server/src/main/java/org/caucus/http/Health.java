package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/** Whether this node can serve, with the reason if not. */
public final class Health {
  private final Supplier<Future<Void>> database;

  /**
   * @param database asks the database whether it answers
   */
  public Health(Supplier<Future<Void>> database) {
    this.database = database;
  }

  void answer(RoutingContext ctx) {
    database
        .get()
        .onComplete(
            ok -> say(ctx, 200, new JsonObject().put("status", "up")),
            away ->
                say(
                    ctx,
                    503,
                    new JsonObject().put("status", "down").put("reason", "the database is away")));
  }

  private static void say(RoutingContext ctx, int status, JsonObject body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body.toBuffer());
  }
}
