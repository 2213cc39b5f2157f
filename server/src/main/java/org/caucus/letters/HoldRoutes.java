package org.caucus.letters;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.command.Floor;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;

/** {@code /holds}: the letters that wait for this seat, and its decision. */
public final class HoldRoutes implements Routes {
  private final Floor<? extends Letters.Held> floor;

  /** Routes on this floor. */
  public HoldRoutes(Floor<? extends Letters.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listHolds", this::list);
    operations.on("approveHold", this::approve);
    operations.on("refuseHold", this::refuse);
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    HoldPresenter.open(floor.read(call.workspace()).await(), call.seat())
        .forEach(h -> items.add(HoldPresenter.show(h)));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private Answer approve(Call call) {
    LetterCommand command = new LetterCommand.ApproveHold(call.path("id"));
    return Answer.accepted(
        201, floor.submit(call.workspace(), call.seat(), command, call.key()).await());
  }

  private Answer refuse(Call call) {
    LetterCommand command =
        new LetterCommand.RefuseHold(call.path("id"), call.body().getString("note", ""));
    return Answer.accepted(
        201, floor.submit(call.workspace(), call.seat(), command, call.key()).await());
  }
}
