package org.caucus.coalition.mentions.waiting;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.mentions.MentionCommand;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;

/** {@code /mentions}: what one was asked by a mention, and that it waits no more. */
public final class MentionRoutes implements Routes {
  private final CommandBus<? extends Entries.Held> floor;

  /** Routes on this floor. */
  public MentionRoutes(CommandBus<? extends Entries.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listWaitingMentions", this::list);
    operations.on("dismissMention", this::dismiss);
  }

  private ApiResponse list(ApiRequest call) {
    Entries.Held now = floor.read(call.workspace()).await();
    JsonArray items = new JsonArray();
    WaitingMentions.of(now, now.access().mustBeActive(call.seat()), call.at())
        .forEach(waiting -> items.add(show(now, waiting)));
    return ApiResponse.ok(
        new JsonObject().put("items", items).put("position", now.positionFor(call.seat())));
  }

  private static JsonObject show(Entries.Held now, WaitingMentions.Waiting waiting) {
    return new JsonObject()
        .put("of", EntryPresenter.ref(waiting.of()))
        .put("page", EntryPresenter.ref(waiting.page()))
        .put("title", now.item(waiting.page()).map(Item::title).orElse(""))
        .put("seat", waiting.by().value())
        .put("at", waiting.at().toString());
  }

  private ApiResponse dismiss(ApiRequest call) {
    Ref of = Ref.to(Ref.Kind.valueOf(call.path("kind").toUpperCase(Locale.ROOT)), call.path("id"));
    var command = new MentionCommand.DismissMention(of);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
