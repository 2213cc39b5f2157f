package org.caucus.platform.i18n;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caucus.kernel.Message;
import org.jspecify.annotations.Nullable;

/** Messages as programs read them: {@code code}, and {@code parameters} where there are values. */
public final class MessageJson {
  private static final String CODE = "code";
  private static final String PARAMETERS = "parameters";

  private MessageJson() {}

  /** Adds the fields of a message to an object. */
  public static JsonObject put(JsonObject object, Message message) {
    object.put(CODE, message.code());
    if (!message.arguments().isEmpty()) {
      JsonObject parameters = new JsonObject();
      message.arguments().forEach((name, value) -> parameters.put(name, json(value)));
      object.put(PARAMETERS, parameters);
    }
    return object;
  }

  private static Object json(Object value) {
    return value instanceof Message nested ? of(nested) : value;
  }

  /** A message alone. */
  public static JsonObject of(Message message) {
    return put(new JsonObject(), message);
  }

  /** The message that an object has; null without one. */
  public static @Nullable Message read(@Nullable JsonObject object) {
    if (object == null || object.getString(CODE) == null) {
      return null;
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (Map.Entry<String, Object> one : object.getJsonObject(PARAMETERS, new JsonObject())) {
      Message nested = one.getValue() instanceof JsonObject value ? read(value) : null;
      arguments.put(one.getKey(), nested == null ? one.getValue() : nested);
    }
    return new Message(object.getString(CODE), arguments);
  }
}
