package org.caucus.coalition.actions;

import io.vertx.core.json.JsonObject;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;

/** {@code /actions/{id}/replies}: what the agency answered. */
public final class AgencyReplyRoutes implements Routes {
  private final CommandBus<? extends Actions.Held> floor;

  /** Routes on this floor. */
  public AgencyReplyRoutes(CommandBus<? extends Actions.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("recordAgencyReply", this::record);
  }

  private ApiResponse record(ApiRequest call) {
    JsonObject body = call.body();
    var reply =
        new ActionCommand.RecordReply(
            call.path("id"),
            ActionDetailFields.reply("on", body),
            ActionDetailFields.day("replyDue", body.getString("replyDue")));
    return ApiResponse.accepted(201, call.submit(floor, reply).await());
  }
}
