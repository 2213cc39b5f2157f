package org.caucus.updates.board;

import io.vertx.core.json.JsonObject;
import org.caucus.command.Floor;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.updates.Updates;

/** {@code /board}: the board of companies, and what waits there for one of them. */
public final class BoardRoutes implements Routes {
  private final Floor<? extends Updates.Held> floor;

  /** Routes on this floor. */
  public BoardRoutes(Floor<? extends Updates.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("readBoard", this::read);
    operations.on("listAskedOfMyCompany", this::waiting);
  }

  private Answer waiting(Call call) {
    Updates.Held state = floor.read(call.workspace()).await();
    return Answer.ok(new JsonObject().put("items", Waiting.of(state, call.seat())));
  }

  private Answer read(Call call) {
    Updates.Held state = floor.read(call.workspace()).await();
    return Answer.ok(
        new JsonObject().put("items", new Board(state, call.seat(), call.at()).show()));
  }
}
