package org.caucus.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The states of all capabilities of a workspace by their keys: one map, typed and immutable. */
public final class Slices {
  private static final Slices NONE = new Slices(new Object[0]);

  private final @Nullable Object[] values;

  private Slices(@Nullable Object[] values) {
    this.values = values;
  }

  /** Before the first event: each capability has its empty state. */
  public static Slices none() {
    return NONE;
  }

  /** The state under this key. */
  public <S> S get(Slice<S> key) {
    Object value = key.index() < values.length ? values[key.index()] : null;
    return value == null ? key.empty() : key.cast(value);
  }

  /** The same with this state under this key. */
  public <S> Slices with(Slice<S> key, S value) {
    @Nullable Object[] changed = Arrays.copyOf(values, Math.max(values.length, key.index() + 1));
    changed[key.index()] = value;
    return new Slices(changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Slices s && Arrays.equals(values, s.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
