package org.caucus.kernel;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The key of the state that one capability keeps in a workspace.
 *
 * @param <S> the state: immutable, with an equality of its own
 */
public final class Slice<S> {
  private static final AtomicInteger KEYS = new AtomicInteger();

  private final int index = KEYS.getAndIncrement();
  private final Class<S> type;
  private final S empty;

  private Slice(Class<S> type, S empty) {
    this.type = type;
    this.empty = empty;
  }

  /**
   * A new key.
   *
   * @param empty the state before the first event
   */
  public static <S> Slice<S> of(Class<S> type, S empty) {
    return new Slice<>(type, empty);
  }

  /** Where it stands among all keys of this process: {@link Slices} looks it up without a hash. */
  int index() {
    return index;
  }

  S empty() {
    return empty;
  }

  S cast(Object value) {
    return type.cast(value);
  }
}
