package org.caucus.looks;

import io.vertx.core.json.JsonObject;
import org.caucus.command.Floor;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.members.Look;

/** {@code /looks}: begins to see the workspace as a company sees it. */
public final class LookRoutes implements Routes {
  private final Floor<? extends Looks.Held> floor;

  /** Routes on this floor. */
  public LookRoutes(Floor<? extends Looks.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("beginLook", this::begin);
  }

  /** Once a sitting: one that is open already is not noted again. */
  private Answer begin(Call call) {
    String company = call.body().getString("company");
    Looks.Held state = floor.read(call.workspace()).await();
    if (state.looks().open(new Look(call.seat(), company), call.at())) {
      return Answer.json(
          201, new JsonObject().put("id", company).put("position", state.positionFor(call.seat())));
    }
    return Answer.accepted(201, call.submit(floor, new LookCommand.Begin(company)).await());
  }
}
