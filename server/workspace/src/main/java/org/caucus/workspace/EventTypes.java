package org.caucus.workspace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caucus.coalition.capability.EventName;
import org.caucus.kernel.Event;
import org.caucus.platform.eventlog.LogException;

/**
 * The names event types have in the log. A name is never changed, never reused and never removed; a
 * golden file per name is read by a test for ever.
 */
public final class EventTypes {
  private static final Map<String, Class<? extends Event>> BY_NAME = new LinkedHashMap<>();
  private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

  static {
    Capabilities.ALL.stream().flatMap(c -> c.names().stream()).forEach(EventTypes::name);
  }

  private EventTypes() {}

  private static void name(EventName<?> event) {
    Class<?> other = BY_NAME.put(event.name(), event.type());
    if (other != null) {
      throw new IllegalStateException("two events are called " + event.name());
    }
    BY_CLASS.put(event.type(), event.name());
  }

  /** The name of an event's type. */
  public static String of(Event event) {
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
