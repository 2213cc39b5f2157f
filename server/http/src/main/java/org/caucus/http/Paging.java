package org.caucus.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
  public static JsonObject page(
      ApiRequest call, List<JsonObject> all, Function<JsonObject, String> id) {
    Slice<JsonObject> slice = slice(call, all, id, DEFAULT_LIMIT);
    return slice.goOn(new JsonObject().put("items", new JsonArray(slice.items())));
  }

  /**
   * What a call asks for of things that are shown only then.
   *
   * @param limit how many, unless stated
   */
  public static <T> Slice<T> slice(
      ApiRequest call, List<T> all, Function<T, String> id, int limit) {
    int from =
        call.query("before").map(b -> all.stream().map(id).toList().indexOf(b) + 1).orElse(0);
    int to = Math.min(all.size(), from + call.query("limit", limit));
    return new Slice<>(all.subList(from, to), to < all.size() ? id.apply(all.get(to - 1)) : null);
  }

  /**
   * The same from the end: what was said last, in the order it was said; {@code next} is the first
   * of a page, and what came before it follows.
   */
  public static <T> Slice<T> last(ApiRequest call, List<T> all, Function<T, String> id, int limit) {
    int to =
        call.query("before")
            .map(b -> all.stream().map(id).toList().indexOf(b))
            .filter(at -> at >= 0)
            .orElse(all.size());
    int from = Math.max(0, to - call.query("limit", limit));
    return new Slice<>(all.subList(from, to), from > 0 ? id.apply(all.get(from)) : null);
  }

  /**
   * A part of a list.
   *
   * @param next what to go on with; null if there is no more
   */
  public record Slice<T>(List<T> items, @Nullable String next) {
    /** The same page with {@code next}, if there is more. */
    public JsonObject goOn(JsonObject page) {
      return next == null ? page : page.put("next", next);
    }
  }
}
