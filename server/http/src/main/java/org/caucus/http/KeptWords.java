package org.caucus.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is kept of the words of a request, wherever in its body they stand. */
final class KeptWords {
  private KeptWords() {}

  static JsonObject of(JsonObject given, UnaryOperator<String> kept) {
    JsonObject out = new JsonObject();
    for (Map.Entry<String, Object> field : given) {
      out.put(field.getKey(), value(field.getValue(), kept));
    }
    return out;
  }

  private static @Nullable Object value(@Nullable Object given, UnaryOperator<String> kept) {
    return switch (given) {
      case String words -> kept.apply(words);
      case JsonObject object -> of(object, kept);
      case JsonArray array -> {
        JsonArray out = new JsonArray();
        array.forEach(item -> out.add(value(item, kept)));
        yield out;
      }
      case null, default -> given;
    };
  }
}
