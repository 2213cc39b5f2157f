package org.caucus.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command from a request that the contract has let pass. Its first components are the
 * parameters of the path, in their order; the others are fields of the body, by their names, and
 * {@code version} is the one an edit was made on ({@link ApiRequest#version}). A field that is not
 * sent has the contract's default, or is null where it may be, and else no, no text, or an empty
 * list.
 *
 * @param <T> the command, a record
 */
public final class CommandReader<T> {
  private static final String VERSION = "version";

  /** In any body that posts: answered before a command is read. */
  private static final String QUOTING = "quoting";

  private final Class<T> type;
  private final List<String> path;
  private final JsonObject properties;

  private CommandReader(Class<T> type, List<String> path, JsonObject properties) {
    this.type = type;
    this.path = path;
    this.properties = properties;
  }

  /**
   * For an operation.
   *
   * @param path parameters of the path, in their order
   * @param body schema of the body; empty for an operation without a body
   * @throws IllegalStateException it has other fields than the body, or of other values
   */
  static <T> CommandReader<T> of(Class<T> type, List<String> path, JsonObject body) {
    List<RecordComponent> fields =
        List.of(type.getRecordComponents()).subList(path.size(), type.getRecordComponents().length);
    List<String> faults = new ArrayList<>();
    compare(fields, body, faults);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(type.getSimpleName() + " is not its request: " + faults);
    }
    return new CommandReader<>(type, path, body.getJsonObject("properties", new JsonObject()));
  }

  private static void compare(List<RecordComponent> fields, JsonObject body, List<String> faults) {
    JsonObject properties = body.getJsonObject("properties", new JsonObject());
    Set<Object> required =
        body.getJsonArray("required", new JsonArray()).stream().collect(Collectors.toSet());
    List<String> names = fields.stream().map(RecordComponent::getName).toList();
    properties.fieldNames().stream()
        .filter(name -> !names.contains(name) && !name.equals(QUOTING))
        .forEach(name -> faults.add(name + " is not read"));
    for (RecordComponent field : fields) {
      String name = field.getName();
      if (!properties.containsKey(name)) {
        faults.add(name + " is not in the contract");
      } else if (!required.contains(name) && !isOptional(field, properties)) {
        faults.add(name + " need not be sent");
      } else if (required.contains(name) && isNullable(field)) {
        faults.add(name + " is always sent");
      } else {
        compare(name, field.getGenericType(), properties.getJsonObject(name), faults);
      }
    }
  }

  private static void compare(String name, Type type, JsonObject schema, List<String> faults) {
    if (type instanceof ParameterizedType list) {
      compare(name, list.getActualTypeArguments()[0], schema.getJsonObject("items"), faults);
    } else if (type instanceof Class<?> c && c.isEnum()) {
      List<?> ours = Arrays.stream(c.getEnumConstants()).map(Object::toString).sorted().toList();
      if (!ours.equals(schema.getJsonArray("enum", new JsonArray()).stream().sorted().toList())) {
        faults.add(name + " has other values");
      }
    } else if (type instanceof Class<?> c && c.isRecord() && c != Ref.class && !isWord(c)) {
      compare(List.of(c.getRecordComponents()), schema, faults);
    }
  }

  private static boolean isNullable(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isOptional(RecordComponent field, JsonObject properties) {
    return isNullable(field) || absent(field, properties) != null;
  }

  /** What is read of a field that is not sent. */
  private static @Nullable Object absent(RecordComponent field, JsonObject properties) {
    Object usual = properties.getJsonObject(field.getName()).getValue("default");
    if (usual != null || isNullable(field)) {
      return usual;
    }
    Class<?> type = field.getType();
    return type == String.class
        ? ""
        : type == boolean.class ? (Object) false : type == List.class ? List.of() : null;
  }

  /** Whether it is a word of its own kind, such as the id of a seat. */
  private static boolean isWord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1 && components[0].getType() == String.class;
  }

  T read(ApiRequest call) {
    return read(call::path, call.body(), call::version);
  }

  T read(UnaryOperator<String> parameter, JsonObject body, Supplier<@Nullable Integer> version) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      values[i] =
          i < path.size()
              ? value(components[i].getType(), parameter.apply(path.get(i)), properties)
              : name.equals(VERSION) ? version.get() : field(components[i], body, properties);
    }
    return made(type, values);
  }

  private static @Nullable Object field(
      RecordComponent field, JsonObject body, JsonObject properties) {
    Object sent = body.getValue(field.getName());
    return sent == null
        ? absent(field, properties)
        : value(field.getGenericType(), sent, properties.getJsonObject(field.getName()));
  }

  private static Object value(Type type, Object sent, JsonObject schema) {
    if (type instanceof ParameterizedType list) {
      Type of = list.getActualTypeArguments()[0];
      JsonObject items = schema.getJsonObject("items");
      return ((JsonArray) sent).stream().map(one -> value(of, one, items)).toList();
    }
    Class<?> of = (Class<?>) type;
    if (of == Ref.class) {
      JsonObject ref = (JsonObject) sent;
      String kind = ref.getString("kind").toUpperCase(Locale.ROOT);
      return Ref.to(Ref.Kind.valueOf(kind), ref.getString("id"));
    }
    if (of.isEnum()) {
      return constant(of, (String) sent);
    }
    if (!of.isRecord()) {
      return sent;
    }
    return isWord(of)
        ? made(of, sent)
        : made(
            of,
            Arrays.stream(of.getRecordComponents())
                .map(c -> field(c, (JsonObject) sent, schema.getJsonObject("properties")))
                .toArray());
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static <R> R made(Class<R> type, @Nullable Object... values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true); // of a record that its package keeps to itself
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException(type.getSimpleName() + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getSimpleName() + " is no record", e);
    }
  }
}
