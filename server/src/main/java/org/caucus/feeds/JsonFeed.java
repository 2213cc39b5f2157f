package org.caucus.feeds;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Writes a feed by JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeed {
  static final String TYPE = "application/feed+json; charset=utf-8";

  private JsonFeed() {}

  static String write(Place place, List<Item> items) {
    JsonArray shown = new JsonArray();
    items.forEach(item -> shown.add(item(place, item)));
    return new JsonObject()
        .put("version", "https://jsonfeed.org/version/1.1")
        .put("title", place.title())
        .put("home_page_url", place.pages() + "/updates")
        .put("items", shown)
        .encode();
  }

  private static JsonObject item(Place place, Item item) {
    JsonArray tags = new JsonArray();
    item.terms().stream()
        .map(word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .forEach(tags::add);
    return new JsonObject()
        .put("id", place.idOf(item))
        .put("url", place.page(item))
        .put("title", item.title())
        .put("content_text", item.text())
        .put("date_published", item.at().toString())
        .put("date_modified", item.changed().toString())
        .put("authors", new JsonArray().add(new JsonObject().put("name", item.company())))
        .put("tags", tags);
  }
}
