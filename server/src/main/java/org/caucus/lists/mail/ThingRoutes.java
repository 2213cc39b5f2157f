package org.caucus.lists.mail;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.lists.ListCommand;
import org.caucus.lists.Lists;
import org.caucus.wishes.Wish;

/** {@code /my-mail/{kind}/{id}}: what one wants to hear of one thing. */
public final class ThingRoutes implements Routes {
  private final Floor<? extends Lists.Held> floor;

  /** Routes on this floor. */
  public ThingRoutes(Floor<? extends Lists.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("readMyThing", this::read);
    operations.on("setMyThing", this::choose);
  }

  private Answer read(Call call) {
    Lists.Held state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    Ref thing = thing(call);
    state.access().mustRead(call.seat(), state.scopeOf(thing).orElseThrow(Refused::absent));
    Wish wish = state.lists().habits().wish(call.seat(), thing);
    return Answer.ok(new JsonObject().put("wish", wish.name()));
  }

  private Answer choose(Call call) {
    Wish wish = Wish.valueOf(call.body().getString("wish"));
    var command = new ListCommand.ChooseThing(thing(call), wish);
    return Answer.accepted(201, call.submit(floor, command).await());
  }

  private static Ref thing(Call call) {
    return Ref.to(Ref.Kind.valueOf(call.path("kind").toUpperCase(Locale.ROOT)), call.path("id"));
  }
}
