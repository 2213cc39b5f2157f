package org.caucus.coalition.companies;

import io.vertx.core.json.JsonObject;
import org.caucus.coalition.updates.Updates;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;

/** {@code /board}: the board of companies, and what waits there for one of them. */
public final class CompanyBoardRoutes implements Routes {
  private final CommandBus<? extends Updates.Held> floor;

  /** Routes on this floor. */
  public CompanyBoardRoutes(CommandBus<? extends Updates.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getCompanyBoard", this::read);
    operations.on("listCompanyRequests", this::waiting);
  }

  private ApiResponse waiting(ApiRequest call) {
    Updates.Held state = floor.read(call.workspace()).await();
    return ApiResponse.ok(new JsonObject().put("items", OpenQuestions.of(state, call.seat())));
  }

  private ApiResponse read(ApiRequest call) {
    Updates.Held state = floor.read(call.workspace()).await();
    return ApiResponse.ok(
        new JsonObject().put("items", new CompanyBoard(state, call.seat(), call.at()).show()));
  }
}
