package org.caucus.coalition.lists.subscriptions;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.Lists;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;

/** {@code /my-mail/{kind}/{id}}: what one wants to hear of one thing. */
public final class ThreadPreferenceRoutes implements Routes {
  private final CommandBus<? extends Lists.Held> floor;

  /** Routes on this floor. */
  public ThreadPreferenceRoutes(CommandBus<? extends Lists.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getThreadPreference", this::read);
    operations.on("setThreadPreference", this::choose);
  }

  private ApiResponse read(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    Ref thing = thing(call);
    state.access().mustRead(call.seat(), state.scopeOf(thing).orElseThrow(Refusal::absent));
    ThreadPreference wish = state.lists().habits().wish(call.seat(), thing);
    return ApiResponse.ok(new JsonObject().put("wish", wish.name()));
  }

  private ApiResponse choose(ApiRequest call) {
    ThreadPreference wish = ThreadPreference.valueOf(call.body().getString("wish"));
    var command = new ListCommand.ChooseThing(thing(call), wish);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  private static Ref thing(ApiRequest call) {
    return Ref.to(Ref.Kind.valueOf(call.path("kind").toUpperCase(Locale.ROOT)), call.path("id"));
  }
}
