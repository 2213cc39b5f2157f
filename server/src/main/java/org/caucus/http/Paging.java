package org.caucus.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Pages of a list: {@code limit} items, and {@code next} to go on with as {@code before}. */
public final class Paging {
  /** Items of a page unless stated. */
  public static final int DEFAULT_LIMIT = 50;

  private Paging() {}

  /**
   * The page a call asks for.
   *
   * @param id names an item for {@code before}; ids are random, so a page tells no count
   */
  public static JsonObject page(Call call, List<JsonObject> all, Function<JsonObject, String> id) {
    int limit = call.query("limit", DEFAULT_LIMIT);
    int from =
        call.query("before").map(b -> all.stream().map(id).toList().indexOf(b) + 1).orElse(0);
    int to = Math.min(all.size(), from + limit);
    JsonObject page = new JsonObject().put("items", new JsonArray(all.subList(from, to)));
    if (to < all.size()) {
      page.put("next", id.apply(all.get(to - 1)));
    }
    return page;
  }
}
