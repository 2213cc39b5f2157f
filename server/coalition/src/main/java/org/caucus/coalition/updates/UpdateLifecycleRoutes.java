package org.caucus.coalition.updates;

import io.vertx.core.json.JsonObject;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;

/** What is done to an update: a correction, a stage, a retraction, an acknowledgement. */
public final class UpdateLifecycleRoutes implements Routes {
  private final CommandBus<? extends Updates.Held> floor;

  /** Routes on this floor. */
  public UpdateLifecycleRoutes(CommandBus<? extends Updates.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("correctUpdate", call -> submit(call, correction(call)));
    operations.submit(201, "setUpdateStage", floor, UpdateCommand.ReachStage.class);
    operations.submit(201, "retractUpdate", floor, UpdateCommand.RetractUpdate.class);
    operations.submit(201, "acknowledgeUpdate", floor, UpdateCommand.AcknowledgeUpdate.class);
  }

  private static UpdateCommand correction(ApiRequest call) {
    JsonObject body = call.body();
    String kind = body.getString("kind");
    String attribution = body.getString("attribution");
    String due = body.getString("due");
    return new UpdateCommand.CorrectUpdate(
        call.path("id"),
        call.version(),
        kind == null ? null : Update.Kind.valueOf(kind),
        body.getString("title"),
        body.getString("body"),
        attribution == null ? null : Update.Attribution.valueOf(attribution),
        body.getString("provision"),
        body.containsKey("due"),
        due == null ? null : UpdateReferences.day(due),
        body.containsKey("links") ? UpdateRoutes.links(body) : null,
        body.getString("note", ""));
  }

  private ApiResponse submit(ApiRequest call, UpdateCommand command) {
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
