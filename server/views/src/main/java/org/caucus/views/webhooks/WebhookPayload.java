package org.caucus.views.webhooks;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.views.feeds.UpdateFeedItem;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventTypes;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an event, as a CloudEvent 1.0 in its structured JSON form: the update as it
 * stands at that moment, for who may know of the event and read the update then. Comments, issues,
 * drafts and letters are never told: a webhook is not one of the people they were said to. Where
 * mail holds no words, a webhook is told none either.
 */
public final class WebhookPayload {
  /** The media type of what is sent. */
  static final String TYPE = "application/cloudevents+json; charset=utf-8";

  private WebhookPayload() {}

  /** Which update an event that is told is about. */
  static Optional<String> update(Event event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> Optional.of(e.id());
      case UpdateEvent.UpdateCorrected e -> Optional.of(e.id());
      case UpdateEvent.StageReached e -> Optional.of(e.id());
      case UpdateEvent.UpdateRetracted e -> Optional.of(e.id());
      default -> Optional.empty();
    };
  }

  /**
   * What this seat's webhook is told of an event of a commit; empty if nothing.
   *
   * @param company only of this company; null for all
   * @param source the address of the workspace's pages
   * @param id of the telling: the same however often it is told
   */
  public static Optional<JsonObject> of(
      Workspace state,
      Commit commit,
      Event event,
      SeatId seat,
      @Nullable String company,
      String source,
      String id) {
    return update(event)
        .flatMap(state.updates()::find)
        .filter(u -> company == null || u.company().equals(company))
        .filter(u -> state.access().canRead(seat, u.scope()))
        .filter(u -> state.mayKnow(commit, event, seat))
        .map(u -> told(commit, event, UpdateFeedItem.of(state, u, seat), u, source, id));
  }

  private static JsonObject told(
      Commit commit, Event event, UpdateFeedItem item, Update update, String source, String id) {
    return new JsonObject()
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", source)
        .put("type", "org.caucus." + EventTypes.of(event))
        .put("subject", "updates/" + update.id())
        .put("time", commit.at().toString())
        .put("datacontenttype", "application/json")
        .put("data", item.bare() ? named(source, item) : whole(source, item, update));
  }

  private static JsonObject named(String source, UpdateFeedItem item) {
    return new JsonObject().put("id", item.id()).put("url", source + "/updates/" + item.id());
  }

  private static JsonObject whole(String source, UpdateFeedItem item, Update update) {
    return named(source, item)
        .put("company", update.company())
        .put("title", item.title())
        .put("text", item.text())
        .put("kind", word(item.kind()))
        .put("stage", word(item.stage()))
        .put("attribution", word(item.attribution()))
        .put("audience", item.audience())
        .put("readers", item.readers());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
