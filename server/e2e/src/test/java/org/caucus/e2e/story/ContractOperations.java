package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All operations of the contract, each with the smallest body that it takes. */
final class ContractOperations {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete");

  private final URI base;
  private final JsonObject contract;
  private int made;

  /** One of them. */
  record Operation(String id, String method, String path, JsonObject spec) {}

  /** Those of the demo that answers there. */
  ContractOperations(URI base) throws IOException {
    this.base = base;
    try (InputStream yaml = ContractOperations.class.getResourceAsStream("/openapi.yaml")) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      contract = new JsonObject(new JsonObject(all).encode());
    }
  }

  /** In the order of the contract. */
  List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    for (var path : contract.getJsonObject("paths")) {
      for (var method : (JsonObject) path.getValue()) {
        if (METHODS.contains(method.getKey())) {
          JsonObject spec = (JsonObject) method.getValue();
          String name = spec.getString("operationId");
          all.add(
              new Operation(name, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), spec));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(40);
    return all;
  }

  static String filled(Operation o, String id) {
    return o.path()
        .replace("{w}", "code-of-practice")
        .replaceAll("\\{(id|t|l|key|slug)}", id)
        .replace("{n}", "1")
        .replace("/mentions/{kind}/", "/mentions/entry/")
        .replace("{reaction}", "SEEN");
  }

  /** The smallest body the contract takes; null where it takes none. */
  JsonObject body(Operation o) {
    JsonObject request = o.spec().getJsonObject("requestBody");
    return request == null
        ? null
        : object(
            request
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema"));
  }

  private JsonObject object(JsonObject schema) {
    JsonObject resolved = resolved(schema);
    JsonObject body = new JsonObject();
    for (Object name : resolved.getJsonArray("required", new JsonArray())) {
      JsonObject field =
          resolved(resolved.getJsonObject("properties").getJsonObject((String) name));
      body.put((String) name, value((String) name, field));
    }
    return body;
  }

  private Object value(String name, JsonObject field) {
    return switch (field.containsKey("enum") ? "enum" : field.getString("type", "")) {
      case "object" -> object(field);
      case "enum" -> field.getJsonArray("enum").getString(0);
      case "integer" -> field.getInteger("minimum");
      case "array" -> array(field);
      case "boolean" -> true;
      default -> text(name);
    };
  }

  private JsonArray array(JsonObject field) {
    JsonArray items = new JsonArray();
    for (int i = 0; i < field.getInteger("minItems", 0); i++) {
      items.add(value("item", resolved(field.getJsonObject("items"))));
    }
    return items;
  }

  private String text(String name) {
    return switch (name) {
      case "audience", "to" -> "CIVIL_SOCIETY";
      case "zone" -> "Africa/Lagos";
      case "csv" -> "address,organisation\nmoved-in@savanna.example,savanna\n";
      case "code" -> "000000";
      case "number" -> "12345678";
      case "on" -> "2026-06-21";
      case "closes" -> Instant.now().plus(Duration.ofDays(5)).toString();
      case "receipt" -> "0".repeat(32);
      case "key" -> "NEW";
      case "address" -> "new@savanna.example";
      case "organisation" -> "savanna";
      case "company" -> "northwind";
      case "url" -> "https://hooks.example/" + ++made;
      case "of" -> "thread:" + started();
      case "id" -> another();
      default -> (name.equals("text") ? "title\n" : "") + "new-" + ++made; // a table, too
    };
  }

  /** Posted just now, so that it can be taken back. */
  private String started() {
    JsonObject thread = new JsonObject().put("subject", "s").put("text", "t");
    Browser again = Browser.seated(base, "amina"); // some operations end a session
    return again.post(W + "/lists/coalition/threads", thread).id();
  }

  /** An issue besides those that are there. */
  private String another() {
    Browser again = Browser.seated(base, "amina");
    return again.post(W + "/trackers/COP/issues", new JsonObject().put("title", "other")).id();
  }

  private JsonObject resolved(JsonObject schema) {
    String ref = schema.getString("$ref");
    JsonObject schemas = contract.getJsonObject("components").getJsonObject("schemas");
    return ref == null ? schema : schemas.getJsonObject(ref.substring(ref.lastIndexOf('/') + 1));
  }
}
