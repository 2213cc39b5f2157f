package org.caucus.coalition.lists;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.jspecify.annotations.Nullable;

/**
 * {@code /mail-content}: whether mail carries what people wrote, and which of it waits a minute.
 */
public final class MailContentRoutes implements Routes {
  private final CommandBus<? extends Lists.Held> floor;
  private final MailContent.Waits usual;

  /**
   * Routes on this floor.
   *
   * @param usual which letters wait a minute where nobody chose
   */
  public MailContentRoutes(CommandBus<? extends Lists.Held> floor, MailContent.Waits usual) {
    this.floor = floor;
    this.usual = usual;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getMailContent", this::read);
    operations.on("setMailContent", this::set);
  }

  private ApiResponse read(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    MailContent content = state.lists().content();
    JsonArray audiences = new JsonArray();
    content.also().forEach(audiences::add);
    return ApiResponse.ok(
        new JsonObject()
            .put("mode", content.mode().name())
            .put("audiences", audiences)
            .put("waits", state.lists().waits("", usual).name()));
  }

  private ApiResponse set(ApiRequest call) {
    JsonArray audiences = call.body().getJsonArray("audiences", new JsonArray());
    MailContent content =
        MailContent.of(
            MailContent.Mode.valueOf(call.body().getString("mode")),
            audiences.stream().map(String.class::cast).toList(),
            waits(call));
    ListCommand command = new ListCommand.SetMailContent(content);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  /** What is not said stays as it is. */
  private MailContent.@Nullable Waits waits(ApiRequest call) {
    String asked = call.body().getString("waits");
    return asked == null
        ? floor.read(call.workspace()).await().lists().content().waiting()
        : MailContent.Waits.valueOf(asked);
  }
}
