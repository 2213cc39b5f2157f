package org.caucus.views.feeds;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Writes a feed by JSON Feed 1.1 (jsonfeed.org). */
public final class JsonFeed {
  /** Its media type. */
  public static final String TYPE = "application/feed+json; charset=utf-8";

  private JsonFeed() {}

  /** The feed. */
  public static String write(FeedMetadata place, List<FeedEntry> items) {
    JsonArray shown = new JsonArray();
    items.forEach(item -> shown.add(item(item)));
    return new JsonObject()
        .put("version", "https://jsonfeed.org/version/1.1")
        .put("title", place.title())
        .put("language", place.words().language().tag())
        .put("home_page_url", place.address())
        .put("items", shown)
        .encode();
  }

  private static JsonObject item(FeedEntry item) {
    return new JsonObject()
        .put("id", item.id())
        .put("url", item.page())
        .put("title", item.title())
        .put("content_text", item.text())
        .put("date_published", item.at().toString())
        .put("date_modified", item.changed().toString())
        .put("authors", new JsonArray().add(new JsonObject().put("name", item.author())))
        .put("tags", new JsonArray(item.tags()));
  }
}
