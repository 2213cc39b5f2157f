package org.caucus.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * People who have lost all passkeys and asked to be let in by a code. Implemented by {@code
 * accounts}.
 */
public interface Recoveries {
  /**
   * Somebody who reads this person's mail asked.
   *
   * @param until when the request has run out
   */
  record Asked(String person, Instant at, Instant until, boolean confirmed) {}

  /** The open request of a person. */
  Future<Optional<Asked>> of(String person);

  /**
   * Somebody who may say so says that it is them; false if there is no request that waits for it.
   */
  Future<Boolean> confirm(String person, String by);
}
