package org.caucus.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Makes values from schemas of the contract alone, as a client or a fuzzer that reads it would. */
final class ContractValues {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final int DEEPEST = 8;
  private static final int MOST_ITEMS = 3;
  private static final int TRIES = 100;

  private final JsonObject contract;
  private final RandomGenerator random;

  /** An operation as the contract describes it. */
  record Described(String id, String method, String path, JsonObject said) {
    /** The schema of its body as JSON; null if it takes none. */
    JsonObject body() {
      JsonObject request = said.getJsonObject("requestBody");
      JsonObject json =
          request == null
              ? null
              : request.getJsonObject("content").getJsonObject("application/json");
      return json == null ? null : json.getJsonObject("schema");
    }

    List<JsonObject> parameters() {
      return said.getJsonArray("parameters", new JsonArray()).stream()
          .map(JsonObject.class::cast)
          .toList();
    }
  }

  ContractValues(RandomGenerator random) {
    this.contract = contract();
    this.random = random;
  }

  /** The contract as it is written. */
  static JsonObject contract() {
    try (InputStream yaml = ContractValues.class.getResourceAsStream("/openapi.yaml")) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return new JsonObject(new JsonObject(all).encode());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<Described> operations() {
    List<Described> all = new ArrayList<>();
    for (var path : contract.getJsonObject("paths")) {
      for (var method : (JsonObject) path.getValue()) {
        if (METHODS.contains(method.getKey())) {
          JsonObject said = (JsonObject) method.getValue();
          all.add(
              new Described(said.getString("operationId"), method.getKey(), path.getKey(), said));
        }
      }
    }
    return all;
  }

  JsonObject schemas() {
    return contract.getJsonObject("components").getJsonObject("schemas");
  }

  /** What a schema says, wherever it says it. */
  JsonObject resolved(JsonObject schema) {
    String reference = schema.getString("$ref");
    return reference == null
        ? schema
        : resolved(schemas().getJsonObject(reference.replaceFirst(".*/", "")));
  }

  /** A value; fails if the schema allows none. */
  Object of(JsonObject schema) {
    return of(schema, 0);
  }

  private Object of(JsonObject asked, int depth) {
    JsonObject schema = resolved(asked);
    if (schema.containsKey("allOf")) {
      JsonObject all = new JsonObject();
      schema
          .getJsonArray("allOf")
          .forEach(s -> all.mergeIn((JsonObject) of((JsonObject) s, depth)));
      return all;
    }
    if (schema.containsKey("anyOf")) {
      return of((JsonObject) any(schema.getJsonArray("anyOf")), depth);
    }
    if (schema.containsKey("enum")) {
      return any(schema.getJsonArray("enum"));
    }
    return ofType(type(schema), schema, depth);
  }

  /** A schema without a type takes anything. */
  private String type(JsonObject schema) {
    return switch (schema.getValue("type", "string")) {
      case JsonArray several -> (String) any(several);
      case String one -> one;
      default -> throw new AssertionError("no type: " + schema);
    };
  }

  private Object ofType(String type, JsonObject schema, int depth) {
    return switch (type) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "boolean" -> random.nextBoolean();
      case "integer" -> integer(schema);
      case "number" -> random.nextDouble();
      case "null" -> null;
      default -> string(schema);
    };
  }

  private Object any(JsonArray choices) {
    return choices.getValue(random.nextInt(choices.size()));
  }

  private JsonObject object(JsonObject schema, int depth) {
    JsonObject properties = schema.getJsonObject("properties", new JsonObject());
    JsonArray required = schema.getJsonArray("required", new JsonArray());
    JsonObject made = new JsonObject();
    for (String name : properties.fieldNames()) {
      if (required.contains(name) || (depth < DEEPEST && random.nextBoolean())) {
        made.put(name, of(properties.getJsonObject(name), depth + 1));
      }
    }
    if (schema.getValue("additionalProperties") instanceof JsonObject more) {
      made.put("other", of(more, depth + 1));
    }
    required.forEach(name -> check(made.containsKey((String) name), name + " of " + schema));
    return made;
  }

  private JsonArray array(JsonObject schema, int depth) {
    int least = schema.getInteger("minItems", 0);
    int most = Math.min(schema.getInteger("maxItems", MOST_ITEMS), Math.max(least, MOST_ITEMS));
    check(least <= most, schema);
    JsonArray made = new JsonArray();
    int size = depth >= DEEPEST ? least : random.nextInt(least, most + 1);
    for (int i = 0; i < size; i++) {
      made.add(of(schema.getJsonObject("items"), depth + 1));
    }
    return schema.getBoolean("uniqueItems", false) ? distinct(made) : made;
  }

  private static JsonArray distinct(JsonArray items) {
    return new JsonArray(items.stream().distinct().toList());
  }

  private long integer(JsonObject schema) {
    long least = schema.getLong("minimum", 0L);
    return random.nextLong(least, schema.getLong("maximum", least + 1_000) + 1);
  }

  private String string(JsonObject schema) {
    int least = schema.getInteger("minLength", 0);
    int most = schema.getInteger("maxLength", Integer.MAX_VALUE);
    check(least <= most, schema);
    for (int i = 0; i < TRIES; i++) {
      String made = text(schema, Math.max(least, 1));
      if (made.length() >= least && made.length() <= most) {
        return made;
      }
    }
    throw new AssertionError("no text is this: " + schema);
  }

  private String text(JsonObject schema, int length) {
    if (schema.containsKey("pattern")) {
      return SharedPattern.matching(schema.getString("pattern"), random);
    }
    return switch (schema.getString("format", "")) {
      case "date" -> "2026-06-" + (10 + random.nextInt(20));
      case "date-time" -> "2026-06-21T1" + random.nextInt(10) + ":00:00Z";
      default -> SharedPattern.matching("^[a-zA-Z0-9]{" + length + "}$", random);
    };
  }

  private static void check(boolean holds, Object what) {
    if (!holds) {
      throw new AssertionError("impossible: " + what);
    }
  }
}
