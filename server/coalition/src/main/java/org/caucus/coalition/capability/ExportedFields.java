package org.caucus.coalition.capability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.caucus.kernel.Ref;
import org.caucus.platform.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an event that a copy says, in their order: as in {@link JsonFields}, and with
 * {@code field@kind} for the id of another thing, which is left out where the reader cannot read
 * that.
 */
record ExportedFields<E>(List<Part> parts) {
  private record Part(JsonFields.Field field, Ref.@Nullable Kind of) {}

  static <E> ExportedFields<E> of(Class<E> type, String names) {
    return new ExportedFields<>(
        Arrays.stream(names.split(" ", -1)).map(name -> part(type, name)).toList());
  }

  private static Part part(Class<?> type, String name) {
    String[] parts = name.split("@", -1);
    Ref.Kind of = parts.length == 1 ? null : Ref.Kind.valueOf(parts[1].toUpperCase(Locale.ROOT));
    return new Part(JsonFields.Field.of(type, parts[0]), of);
  }

  void put(E event, EventExport out) {
    for (Part part : parts) {
      Object value = part.field().get(event);
      if (part.of() == null) {
        out.put(part.field().name(), value);
      } else {
        out.link(part.field().name(), part.of(), (String) value);
      }
    }
  }
}
