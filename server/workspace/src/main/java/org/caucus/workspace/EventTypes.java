package org.caucus.workspace;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.capability.EventName;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.platform.eventlog.LogException;

/**
 * The names event types have in the log. A name is never changed, never reused and never removed; a
 * golden file per name is read by a test for ever.
 */
public final class EventTypes {
  private static final Map<String, Class<? extends Event>> BY_NAME = new ConcurrentHashMap<>();
  private static final Map<Class<?>, EventName<?>> BY_CLASS = new ConcurrentHashMap<>();

  static {
    Capabilities.ALL.stream().flatMap(c -> c.names().stream()).forEach(EventTypes::name);
  }

  private EventTypes() {}

  static void remove(EventName<?> event) {
    BY_NAME.remove(event.name());
    BY_CLASS.remove(event.type());
  }

  static void name(EventName<?> event) {
    Class<?> other = BY_NAME.put(event.name(), event.type());
    if (other != null) {
      throw new IllegalStateException("two events are called " + event.name());
    }
    BY_CLASS.put(event.type(), event);
  }

  /** The name of an event's type. */
  public static String of(Event event) {
    return named(event).name();
  }

  /**
   * What a member's own copy says of an event.
   *
   * @param reads what its reader can read: what else it leads to is not named (R8)
   */
  public static JsonObject exported(Event event, Predicate<Ref> reads) {
    return exported(named(event), event, reads);
  }

  private static <E extends Event> JsonObject exported(
      EventName<E> name, Event event, Predicate<Ref> reads) {
    if (name.export() == null) {
      throw new IllegalStateException("nobody reads " + name.name());
    }
    EventExport shown = new EventExport(name.name(), reads);
    name.export().accept(name.type().cast(event), shown);
    return shown.json();
  }

  private static EventName<?> named(Event event) {
    return Objects.requireNonNull(BY_CLASS.get(event.getClass()), "unnamed event type");
  }

  /** All names and their types. */
  public static Map<String, Class<? extends Event>> all() {
    return Map.copyOf(BY_NAME);
  }

  static Class<? extends Event> type(String name) {
    Class<? extends Event> type = BY_NAME.get(name);
    if (type == null) {
      throw new LogException.Newer("an event (" + name + ")", null);
    }
    return type;
  }
}
