package org.caucus.messaging.distribution.rendering;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;
import org.caucus.kernel.WorkspaceId;

/** Where letters are kept as they came. */
@FunctionalInterface
public interface OriginalLetters {
  /** The octets. */
  Future<byte[]> get(WorkspaceId workspace, String blob);

  /** Reads those of a letter; empty if a server ended while it did so. */
  default <T> Optional<T> reading(String blob, long octets, Supplier<T> work) {
    return Optional.of(work.get());
  }
}
