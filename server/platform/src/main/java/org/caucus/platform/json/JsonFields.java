package org.caucus.platform.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What a type says of itself in JSON: named fields in a fixed order, and no others. A field is a
 * method without parameters, so a component of a record, and says what that answers: constants by
 * name, moments and days as ISO 8601, audiences and texts by their own form, a {@link Ref} as
 * {@code kind} and {@code id}. What is null or empty is left out. A record within is written whole
 * if it is {@link PlainJson}, and refused otherwise: nothing leaves because it happens to hang on a
 * value.
 *
 * @param <T> whose fields they are
 */
public final class JsonFields<T> {
  private static final Set<Class<?>> JSON =
      Set.of(String.class, int.class, long.class, boolean.class, JsonObject.class, JsonArray.class);

  private static final ClassValue<Optional<Method>> FORMS =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return form(type);
        }
      };

  private static final ClassValue<JsonFields<Object>> PLAIN =
      new ClassValue<>() {
        @Override
        protected JsonFields<Object> computeValue(Class<?> type) {
          return plain(type);
        }
      };

  private final @Nullable String schema;
  private final Class<?> type;
  private final List<Field> fields;

  private JsonFields(@Nullable String schema, Class<?> type, List<Field> fields) {
    this.schema = schema;
    this.type = type;
    this.fields = fields;
  }

  /**
   * These of a type.
   *
   * @param names by spaces: of components; {@code called:component} for one that is called
   *     otherwise; {@code component.part} for a part of a component, by the name of the part. What
   *     a record does not have is asked of its first component.
   */
  public static <T> JsonFields<T> of(Class<T> type, String names) {
    return of(null, type, names);
  }

  /** The same, as the API's schema of that name has them: a test compares both. */
  public static <T> JsonFields<T> of(@Nullable String schema, Class<T> type, String names) {
    return new JsonFields<>(
        schema, type, Arrays.stream(names.split(" ", -1)).map(n -> Field.of(type, n)).toList());
  }

  /** Which schema of the API has them; null if they are in no answer. */
  public @Nullable String schema() {
    return schema;
  }

  /** The fields, in their order. */
  public List<Field> fields() {
    return fields;
  }

  @Override
  public String toString() {
    return schema + " of " + type.getName();
  }

  /** All of them, of one. */
  public JsonObject json(T of) {
    return put(of, new JsonObject());
  }

  /** All of them, of each. */
  public JsonArray all(Iterable<? extends T> of) {
    JsonArray all = new JsonArray();
    of.forEach(one -> all.add(json(one)));
    return all;
  }

  /** Puts all of them, of one, into an object. */
  public JsonObject put(T of, JsonObject into) {
    for (Field field : fields) {
      Object said = field.get(of);
      Object value = field.isJson ? said : value(said);
      if (value != null) {
        into.put(field.name, value);
      }
    }
    return into;
  }

  /** A value as JSON; null for what is left out. */
  public static @Nullable Object value(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String _, Number _, Boolean _, JsonObject _, JsonArray _ -> value;
      case Enum<?> constant -> constant.name();
      case SeatId seat -> seat.value();
      case Ref ref -> new JsonObject().put("kind", ref.kind().wire()).put("id", ref.id());
      case Optional<?> perhaps -> value(perhaps.orElse(null));
      case Iterable<?> all -> array(all);
      case Map<?, ?> all -> object(all);
      default -> other(value);
    };
  }

  private static JsonArray array(Iterable<?> all) {
    JsonArray array = new JsonArray();
    all.forEach(one -> array.add(value(one)));
    return array;
  }

  private static JsonObject object(Map<?, ?> all) {
    JsonObject object = new JsonObject();
    all.forEach((name, one) -> object.put(String.valueOf(value(name)), value(one)));
    return object;
  }

  private static Object other(Object value) {
    Class<?> type = value.getClass();
    Optional<Method> form = FORMS.get(type);
    if (form.isPresent()) {
      return String.valueOf(Field.ask(form.get(), value));
    }
    return type.isRecord() ? PLAIN.get(type).json(value) : value.toString();
  }

  private static JsonFields<Object> plain(Class<?> type) {
    if (!type.isAnnotationPresent(PlainJson.class)) {
      throw new IllegalArgumentException(type.getName() + " is not written as it is");
    }
    return new JsonFields<>(
        null,
        type,
        Arrays.stream(type.getRecordComponents())
            .map(c -> Field.of(type, written(c) + ":" + c.getName()))
            .toList());
  }

  /** What a component of a record that is written whole is called: as it is in the log. */
  public static String written(RecordComponent component) {
    JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
    return other == null ? component.getName() : other.value();
  }

  /** By which the log writes such a value too. */
  private static Optional<Method> form(Class<?> type) {
    return Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
        .flatMap(t -> Arrays.stream(t.getMethods()))
        .filter(m -> m.isAnnotationPresent(JsonValue.class))
        .findFirst();
  }

  /** One field. */
  public static final class Field {
    private final String name;
    private final Method[] path;

    /** Whether what it says is JSON as it is, so that its form is not looked for each time. */
    private final boolean isJson;

    private Field(String name, Method[] path) {
      this.name = name;
      this.path = path;
      this.isJson = JSON.contains(path[path.length - 1].getReturnType());
    }

    /** One of a type, as it is written in a list of names. */
    public static Field of(Class<?> type, String written) {
      int colon = written.indexOf(':');
      List<Method> path = new ArrayList<>();
      Class<?> of = type;
      for (String part : written.substring(colon + 1).split("\\.", -1)) {
        if (path.isEmpty() && find(of, part).isEmpty() && of.isRecord()) {
          path.add(method(of, of.getRecordComponents()[0].getName()));
          of = path.getLast().getReturnType();
        }
        path.add(method(of, part));
        of = path.getLast().getReturnType();
      }
      String name = colon < 0 ? path.getLast().getName() : written.substring(0, colon);
      return new Field(name, path.toArray(Method[]::new));
    }

    private static Method method(Class<?> type, String name) {
      Method method =
          find(type, name)
              .orElseThrow(
                  () -> new IllegalArgumentException(type.getName() + " has no field " + name));
      method.setAccessible(true); // of a record that its package keeps to itself
      return method;
    }

    private static Optional<Method> find(Class<?> type, String name) {
      return Arrays.stream(type.getMethods())
          .filter(m -> m.getName().equals(name) && m.getParameterCount() == 0 && !m.isBridge())
          .findFirst();
    }

    /** The methods that are asked, one after the other. */
    public List<Method> path() {
      return List.of(path);
    }

    /** What it is called. */
    public String name() {
      return name;
    }

    /** What it says of one; null if that or what it is a part of is. */
    public @Nullable Object get(Object of) {
      @Nullable Object value = of;
      for (int i = 0; value != null && i < path.length; i++) {
        value = ask(path[i], value);
      }
      return value;
    }

    private static @Nullable Object ask(Method method, Object of) {
      try {
        return method.invoke(of);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a value does not say its " + method.getName(), e);
      }
    }
  }
}
