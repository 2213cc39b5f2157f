package org.caucus.coalition.access.viewas;

import io.vertx.core.json.JsonObject;
import org.caucus.coalition.access.ViewAs;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;

/** {@code /looks}: begins to see the workspace as a company sees it. */
public final class ViewAsRoutes implements Routes {
  private final CommandBus<? extends ViewAsSessions.Held> floor;

  /** Routes on this floor. */
  public ViewAsRoutes(CommandBus<? extends ViewAsSessions.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("startViewAs", this::begin);
  }

  /** Once a sitting: one that is open already is not noted again. */
  private ApiResponse begin(ApiRequest call) {
    String company = call.body().getString("company");
    ViewAsSessions.Held state = floor.read(call.workspace()).await();
    if (state.looks().open(new ViewAs(call.seat(), company), call.at())) {
      return ApiResponse.json(
          201, new JsonObject().put("id", company).put("position", state.positionFor(call.seat())));
    }
    return ApiResponse.accepted(201, call.submit(floor, new ViewAsCommand.Begin(company)).await());
  }
}
