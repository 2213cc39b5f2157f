package org.caucus.coalition.lists.subscriptions;

import io.vertx.core.json.JsonObject;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.MailingList;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** {@code /lists/{l}/style}: how the letters of a list look, where replies go, and which wait. */
public final class ListStyleRoutes implements Routes {
  private static final String AS_WORKSPACE = "WORKSPACE";

  private final CommandBus<? extends Lists.Held> floor;

  /** Routes on this floor. */
  public ListStyleRoutes(CommandBus<? extends Lists.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getListStyle", this::style);
    operations.on("setListStyle", this::restyle);
  }

  private ApiResponse style(ApiRequest call) {
    Lists.Held state = floor.read(call.workspace()).await();
    MailingList list = state.lists().opened(call.path("l")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), list.scope());
    ListStyle style = state.lists().style(list.slug());
    return ApiResponse.ok(
        new JsonObject()
            .put("tag", style.tag())
            .put(
                "answers",
                (style.toAuthor() ? ListStyle.Answers.AUTHOR : ListStyle.Answers.LIST).name())
            .put("footer", style.footer())
            .put("waits", style.waits() == null ? AS_WORKSPACE : style.waits().name())
            .put("filesKb", style.mostFilesKb())
            .put(
                "edits",
                (style.tellsEdits() ? ListStyle.Edits.NEXT : ListStyle.Edits.NONE).name()));
  }

  private ApiResponse restyle(ApiRequest call) {
    JsonObject body = call.body();
    ListStyle now = floor.read(call.workspace()).await().lists().style(call.path("l"));
    ListStyle style =
        new ListStyle(
            body.getString("tag").strip(),
            ListStyle.Answers.valueOf(body.getString("answers")),
            body.getString("footer").strip(),
            waits(body, now),
            files(body, now),
            edits(body, now));
    var command = new ListCommand.StyleList(call.path("l"), style);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  /** As asked for; who says nothing of it keeps what was chosen before. */
  private static ListStyle.@Nullable Files files(JsonObject body, ListStyle now) {
    Integer kilobytes = body.getInteger("filesKb");
    return kilobytes == null ? now.files() : new ListStyle.Files(kilobytes);
  }

  /** As asked for; who says nothing of it keeps what was chosen before. */
  private static ListStyle.@Nullable Edits edits(JsonObject body, ListStyle now) {
    String asked = body.getString("edits");
    return asked == null ? now.edits() : ListStyle.Edits.valueOf(asked);
  }

  /** As asked for; who says nothing of it keeps what was chosen before. */
  private static MailContent.@Nullable Waits waits(JsonObject body, ListStyle now) {
    String asked = body.getString("waits");
    return asked == null
        ? now.waits()
        : asked.equals(AS_WORKSPACE) ? null : MailContent.Waits.valueOf(asked);
  }
}
