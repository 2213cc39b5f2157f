package org.caucus.coalition.capability;

import java.util.function.BiConsumer;
import org.caucus.kernel.Event;
import org.jspecify.annotations.Nullable;

/**
 * The name an event's type has in the log, and what a member's own copy says of such an event: what
 * pages show too, and nothing that is only the server's, such as accounts, keys and where bytes
 * lie. Neither is ever changed: a name is not reused or removed, and older copies would look
 * altered.
 *
 * @param name for example {@code issue.opened}
 * @param export puts what a copy says; null for an event that nobody may know of
 */
public record EventName<E extends Event>(
    String name, Class<E> type, @Nullable BiConsumer<E, EventExport> export) {
  /**
   * This name for this type.
   *
   * @param fields what a copy says, as in {@link ExportedFields}
   */
  public static <E extends Event> EventName<E> of(String name, Class<E> type, String fields) {
    return new EventName<>(name, type, ExportedFields.of(type, fields)::put);
  }

  /** The same, and what this puts after it. */
  public static <E extends Event> EventName<E> of(
      String name, Class<E> type, String fields, BiConsumer<E, EventExport> more) {
    ExportedFields<E> all = ExportedFields.of(type, fields);
    return new EventName<>(
        name,
        type,
        (event, out) -> {
          all.put(event, out);
          more.accept(event, out);
        });
  }

  /** This name for what nobody may know of, and which is in no copy. */
  public static <E extends Event> EventName<E> hidden(String name, Class<E> type) {
    return new EventName<>(name, type, null);
  }
}
