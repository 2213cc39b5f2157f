package org.caucus.platform.spill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of one line each that are seldom asked for, and may lie outside the heap. Equal to any of
 * the same names.
 */
public final class StoredNames {
  /** Fewer characters than these stay in the heap. */
  private static final int SHORT_CHARS = 40;

  private static final StoredNames NONE = new StoredNames(StoredText.of(""));

  private final StoredText lines;

  private StoredNames(StoredText lines) {
    this.lines = lines;
  }

  /** These names, in the heap as yet. */
  @JsonCreator
  public static StoredNames of(List<String> names) {
    return names.isEmpty() ? NONE : new StoredNames(StoredText.of(String.join("\n", names)));
  }

  /** As {@link StoredText#spill()}; short ones stay. */
  public long spill() {
    return lines.spill(Spill.own(), SHORT_CHARS);
  }

  /** The names, in their order. */
  @JsonValue
  public List<String> toList() {
    String all = lines.toString();
    return all.isEmpty() ? List.of() : List.of(all.split("\n", -1));
  }

  @Override
  public String toString() {
    return toList().toString();
  }

  @Override
  public int hashCode() {
    return lines.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredNames names && lines.equals(names.lines);
  }
}
