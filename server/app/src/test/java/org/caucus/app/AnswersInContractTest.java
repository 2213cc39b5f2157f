package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.kernel.support.Checkout;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.platform.json.JsonFields;
import org.caucus.platform.json.PlainJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Every answer that is written by {@link JsonFields} has the fields of its schema in the contract:
 * by the same names and types, with the same values of each enumeration, and one that may be left
 * out is not required there.
 */
class AnswersInContractTest {
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          boolean.class, "boolean",
          Boolean.class, "boolean",
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          JsonArray.class, "array",
          JsonObject.class, "object",
          Ref.class, "object",
          Map.class, "object");

  /** No update comes from an archive; only open drafts are shown. */
  private static final Set<String> SOME = Set.of("Update.via", "Draft.state");

  private static final JsonObject SCHEMAS = schemas();

  private static JsonObject schemas() {
    try {
      String yaml = Files.readString(Checkout.server("src/main/resources/openapi.yaml"));
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      return new JsonObject(new JsonObject(all).encode())
          .getJsonObject("components")
          .getJsonObject("schemas");
    } catch (IOException e) {
      throw new IllegalStateException("there is a contract", e);
    }
  }

  /** What {@link MessageJson} adds. */
  @Test
  void whatHasAReasonHasItsCodeAndParameters() {
    JsonObject imported =
        SCHEMAS
            .getJsonObject("IssueTableReport")
            .getJsonObject("properties")
            .getJsonObject("rows")
            .getJsonObject("items");

    assertThat(
            List.of(SCHEMAS.getJsonObject("Problem"), SCHEMAS.getJsonObject("RosterRow"), imported))
        .allSatisfy(
            schema ->
                assertThat(schema.getJsonObject("properties").fieldNames())
                    .contains("code", "parameters"));
  }

  @Test
  void everyAnswerHasTheFieldsOfItsSchema() throws ReflectiveOperationException, IOException {
    List<JsonFields<?>> answers = answers();

    assertThat(answers).hasSizeGreaterThan(30);
    assertThat(answers.stream().flatMap(a -> faults(a).stream())).isEmpty();
  }

  /** What is checked finds what is wrong. */
  @Test
  void anAnswerThatDiffersFromItsSchemaIsFound() {
    record Wrong(int id, @Nullable String name, String seat, Boolean own, State layout) {}

    assertThat(faults(JsonFields.of("SavedView", Wrong.class, "id name own")))
        .containsExactly(
            "SavedView.id is integer, and string in the contract",
            "SavedView.name may be left out, and is required in the contract");
    assertThat(faults(JsonFields.of("SavedView", Wrong.class, "seat")))
        .containsExactly("SavedView has no seat in the contract");
    assertThat(faults(JsonFields.of("Issue", Wrong.class, "state:layout")))
        .singleElement()
        .asString()
        .startsWith("Issue.state is one of [OPEN], and in the contract of [");
    assertThat(faults(JsonFields.of("Issue", Wrong.class, "closedAt:seat")))
        .containsExactly("Issue.closedAt is always there, and not required in the contract");
  }

  private enum State {
    OPEN
  }

  private static List<JsonFields<?>> answers() throws ReflectiveOperationException, IOException {
    List<JsonFields<?>> all = new ArrayList<>();
    for (Path source : Checkout.sources("main")) {
      if (Files.readString(source).contains("JsonFields.of(")) {
        String name = source.toString().replaceFirst(".*/src/main/java/", "");
        collect(Class.forName(name.replace(".java", "").replace('/', '.')), all);
      }
    }
    return all;
  }

  private static void collect(Class<?> type, List<JsonFields<?>> all)
      throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == JsonFields.class) {
        field.setAccessible(true);
        JsonFields<?> fields = (JsonFields<?>) field.get(null);
        if (fields.schema() != null) {
          all.add(fields);
        }
      }
    }
    for (Class<?> inner : type.getDeclaredClasses()) {
      collect(inner, all);
    }
  }

  private static List<String> faults(JsonFields<?> answer) {
    String schema = String.valueOf(answer.schema());
    List<String> faults = new ArrayList<>();
    for (JsonFields.Field field : answer.fields()) {
      List<Method> path = field.path();
      boolean optional = path.stream().anyMatch(m -> isOptional(m.getAnnotatedReturnType()));
      Type type = path.getLast().getGenericReturnType();
      JsonObject of = schema(schema);
      boolean isThere = of.getJsonObject("properties").containsKey(field.name());
      if (isThere && !optional && !of.getJsonArray("required").contains(field.name())) {
        faults.add(
            schema + "." + field.name() + " is always there, and not required in the contract");
      }
      check(schema, of, field.name(), type, optional, faults);
    }
    return faults;
  }

  private static boolean isOptional(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class)
        || (type.getType() instanceof ParameterizedType p && p.getRawType() == Optional.class);
  }

  private static void check(
      String name, JsonObject schema, String field, Type type, boolean optional, List<String> to) {
    String where = name + "." + field;
    JsonObject property = schema.getJsonObject("properties", new JsonObject()).getJsonObject(field);
    if (property == null) {
      to.add(name + " has no " + field + " in the contract");
      return;
    }
    boolean required = schema.getJsonArray("required", new JsonArray()).contains(field);
    if (optional && required) {
      to.add(where + " may be left out, and is required in the contract");
    }
    type(where, resolved(property), type, to);
  }

  private static void type(String where, JsonObject property, Type type, List<String> to) {
    if (type instanceof ParameterizedType p) {
      Class<?> raw = (Class<?>) p.getRawType();
      Type inner = p.getActualTypeArguments()[0];
      if (raw == Optional.class) {
        type(where, property, inner, to);
      } else if (Iterable.class.isAssignableFrom(raw)) {
        is(where, property, "array", to);
        type(where + "[]", resolved(property.getJsonObject("items")), inner, to);
      } else {
        is(where, property, "object", to);
      }
      return;
    }
    Class<?> of = (Class<?>) type;
    is(where, property, jsonType(of), to);
    if (of.isEnum()) {
      Set<String> ours =
          Arrays.stream(of.getEnumConstants()).map(Object::toString).collect(Collectors.toSet());
      var theirs = property.getJsonArray("enum", new JsonArray());
      if (!SOME.contains(where) && !ours.equals(theirs.stream().collect(Collectors.toSet()))) {
        to.add(where + " is one of " + ours + ", and in the contract of " + theirs.getList());
      }
    } else if (of.isAnnotationPresent(PlainJson.class)) {
      for (RecordComponent part : of.getRecordComponents()) {
        boolean optional = isOptional(part.getAnnotatedType());
        check(where, property, JsonFields.written(part), part.getGenericType(), optional, to);
      }
    }
  }

  private static void is(String where, JsonObject property, String type, List<String> to) {
    if (!type.equals(property.getString("type"))) {
      to.add(where + " is " + type + ", and " + property.getString("type") + " in the contract");
    }
  }

  private static String jsonType(Class<?> type) {
    return type.isAnnotationPresent(PlainJson.class)
        ? "object"
        : TYPES.getOrDefault(type, "string");
  }

  /** {@code Schema}, or what one of its properties holds: {@code Schema.property}. */
  private static JsonObject schema(String name) {
    return Stream.of(name.split("\\.", -1))
        .reduce(
            new JsonObject().put("properties", SCHEMAS),
            (at, part) -> {
              JsonObject next = resolved(at.getJsonObject("properties").getJsonObject(part));
              return next.containsKey("items") ? resolved(next.getJsonObject("items")) : next;
            },
            (one, other) -> other);
  }

  private static JsonObject resolved(JsonObject schema) {
    String other = schema.getString("$ref");
    return other == null
        ? schema
        : resolved(SCHEMAS.getJsonObject(other.substring(other.lastIndexOf('/') + 1)));
  }
}
