package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import io.vertx.openapi.validation.impl.ValidatableRequestImpl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caucus.http.ContractValues.Described;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A program that knows the contract alone can make values for each operation; and what the
 * contract's patterns cannot refuse, the server does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractValuesTest {
  private static final int VALUES = 10;

  /** Stands in a body where a hostile text is to stand. */
  private static final String HERE = "HERE";

  /** As JSON has them; a lone surrogate has no other form. */
  private static final Map<String, List<String>> REFUSED =
      Map.of(
          "title",
          List.of(
              "a\\u0000b",
              "a\\ud800b",
              "a\\nb",
              "a\\u0085b",
              "a\\u2028b",
              "a\\u202eb",
              "a\\u2069b",
              " ",
              "\\u00a0",
              "\\u200b"),
          "line",
          List.of("a\\u0000b", "a\\udfffb", "a\\nb", "a\\tb", "ab\\n"),
          "strict-line",
          List.of("a\\u0000b", "a\\ud800b", "a\\nb", "a\\u0085b", "a\\u007fb", "ab\\n"),
          "lines",
          List.of("a\\u0000b", "a\\ud800b", "\\udc00\\ud83d", "a\\u0008b", "a\\u001fb"));

  private static final Map<String, List<String>> TAKEN =
      Map.of(
          "title", List.of("Élan ✓ \\ud83d\\udc4d", "مرحبا", "a\\tb", "§"),
          "line", List.of("Élan ✓ \\ud83d\\udc4d", "a\\u0085b"),
          "strict-line", List.of("Élan ✓ \\ud83d\\udc4d", "a\\u202eb"),
          "lines", List.of("Élan\\r\\n\\t✓ \\ud83d\\udc4d", "a\\u0085b\\n"));

  private final ContractValues values = new ContractValues(new Random(20_260_621));
  private Vertx vertx;
  private RequestValidator validator;

  /** A text in a body, by the names on the way to it, and the rule that it is under. */
  private record Place(Described operation, List<String> path, String rule) {}

  @BeforeAll
  void load() {
    vertx = Vertx.vertx();
    validator = RequestValidator.create(vertx, ContractFile.load(vertx).await());
  }

  @AfterAll
  void close() {
    vertx.close().await();
  }

  @Test
  void everyOperationTakesValuesMadeFromItsSchemasAlone() {
    List<Described> all = values.operations();
    assertThat(all).hasSizeGreaterThan(150);
    for (Described operation : all) {
      for (int i = 0; i < VALUES; i++) {
        Object body = operation.body() == null ? null : values.of(operation.body());
        String sent = body == null ? null : Json.encode(body);
        assertThatCode(() -> send(operation, sent))
            .as("%s %s", operation.id(), sent)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void everySchemaAllowsSomething() {
    JsonObject schemas = values.schemas();
    assertThat(schemas.fieldNames())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            name ->
                assertThatCode(() -> values.of(schemas.getJsonObject(name)))
                    .as(name)
                    .doesNotThrowAnyException());
  }

  @Test
  void theServerRefusesWhatPatternsCannot() {
    List<Place> places = places();
    assertThat(places).hasSizeGreaterThan(60);
    for (Place place : places) {
      String body = bodyWith(place);
      for (String text : REFUSED.get(place.rule())) {
        assertThat(catchThrowable(() -> send(place.operation(), body.replace(HERE, text))))
            .as("%s %s %s", place.operation().id(), place.path(), text)
            .isInstanceOfSatisfying(
                SchemaValidationException.class,
                e -> assertThat(SchemaFault.of(e).field()).startsWith(place.path().getFirst()));
      }
      for (String text : TAKEN.get(place.rule())) {
        assertThatCode(() -> send(place.operation(), body.replace(HERE, text)))
            .as("%s %s %s", place.operation().id(), place.path(), text)
            .doesNotThrowAnyException();
      }
    }
  }

  /** ECMA-262's end of a text is its end; Java's may be before a line break. */
  @Test
  void noLineBreakHidesBehindThePatternsEnd() {
    Described operation =
        values.operations().stream()
            .filter(o -> o.id().equals("createMailingList"))
            .findFirst()
            .get();
    String body = Json.encode(((JsonObject) values.of(operation.body())).put("slug", "civil\n"));
    assertThat(catchThrowable(() -> send(operation, body)))
        .isInstanceOfSatisfying(
            SchemaValidationException.class,
            e -> assertThat(SchemaFault.of(e).field()).isEqualTo("slug"));
  }

  private void send(Described operation, String body) {
    Map<String, Map<String, RequestParameter>> by = new HashMap<>();
    for (JsonObject parameter : operation.parameters()) {
      Object value = values.of(parameter.getJsonObject("schema"));
      by.computeIfAbsent(parameter.getString("in"), in -> new HashMap<>())
          .put(parameter.getString("name"), new RequestParameterImpl(String.valueOf(value)));
    }
    boolean binary = body == null && operation.said().containsKey("requestBody");
    var request =
        new ValidatableRequestImpl(
            Map.of(),
            by.getOrDefault("header", Map.of()),
            by.getOrDefault("path", Map.of()),
            by.getOrDefault("query", Map.of()),
            new RequestParameterImpl(Buffer.buffer(body == null ? "octets" : body)),
            binary ? "application/octet-stream" : "application/json");
    validator.validate(request, operation.id()).await();
  }

  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Described operation : values.operations()) {
      if (operation.body() != null) {
        find(operation, operation.body(), List.of(), places);
      }
    }
    return places;
  }

  private void find(Described operation, JsonObject asked, List<String> path, List<Place> found) {
    JsonObject schema = values.resolved(asked);
    if (schema.containsKey("x-text")) {
      found.add(new Place(operation, path, schema.getString("x-text")));
    }
    schema
        .getJsonObject("properties", new JsonObject())
        .forEach(p -> find(operation, (JsonObject) p.getValue(), with(path, p.getKey()), found));
    if (schema.getValue("items") instanceof JsonObject items) {
      find(operation, items, with(path, "0"), found);
    }
    if (schema.getValue("additionalProperties") instanceof JsonObject more) {
      find(operation, more, with(path, "other"), found);
    }
    schema
        .getJsonArray("anyOf", new JsonArray())
        .forEach(one -> find(operation, (JsonObject) one, path, found));
  }

  private static List<String> with(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }

  /** A body that is right but for a mark at the place. */
  private String bodyWith(Place place) {
    for (int i = 0; i < 10_000; i++) {
      JsonObject body = (JsonObject) values.of(place.operation().body());
      if (marked(body, place.path())) {
        return body.encode();
      }
    }
    throw new AssertionError("no body has " + place);
  }

  private static boolean marked(Object part, List<String> path) {
    String name = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (part) {
      case JsonObject object when rest.isEmpty() && object.containsKey(name) -> {
        object.put(name, HERE);
        yield true;
      }
      case JsonArray array when rest.isEmpty() && !array.isEmpty() -> {
        array.set(0, HERE);
        yield true;
      }
      case JsonObject object when !rest.isEmpty() -> marked(object.getValue(name), rest);
      case JsonArray array when !rest.isEmpty() && !array.isEmpty() ->
          marked(array.getValue(0), rest);
      case null, default -> false;
    };
  }
}
