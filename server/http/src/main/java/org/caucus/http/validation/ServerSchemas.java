package org.caucus.http.validation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The contract as the server checks requests with it: with its own {@linkplain TextRule rules for
 * text} where the contract has the part of them that others can read, with patterns that end where
 * the text ends, as ECMA-262 means it, and without the schemas of octets, which are not checked.
 */
final class ServerSchemas {
  private static final String TEXT_RULE = "x-text";
  private static final String PATTERN = "pattern";
  private static final String OCTETS = "application/octet-stream";

  private ServerSchemas() {}

  /** Changes this contract, or part of one. */
  static void refine(Object part) {
    switch (part) {
      case JsonObject object -> refineSchema(object);
      case JsonArray array -> array.forEach(ServerSchemas::refine);
      case null, default -> {}
    }
  }

  private static void refineSchema(JsonObject schema) {
    if (schema.getValue(TEXT_RULE) instanceof String rule) {
      schema.put(PATTERN, TextRule.pattern(rule));
    } else if (schema.getValue(PATTERN) instanceof String pattern) {
      schema.put(PATTERN, ending(pattern));
    }
    if (schema.getValue(OCTETS) instanceof JsonObject octets) {
      octets.remove("schema");
    }
    schema.forEach(field -> refine(field.getValue()));
  }

  /** To Java, {@code $} also stands before a line break that ends the text. */
  private static String ending(String pattern) {
    return pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern;
  }
}
