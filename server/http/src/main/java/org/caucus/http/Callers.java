package org.caucus.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Finds who calls. Implemented by {@code identity}; secrets are hashed before they are looked up.
 */
public interface Callers {
  /** The holder of this session cookie, unless it has ended. */
  Future<Optional<Caller>> bySession(String secret);

  /** The holder of this personal token, unless it has ended. */
  Future<Optional<Caller>> byToken(String secret);

  /** How this person can prove who they are, the best way first: {@code passkey}, {@code code}. */
  Future<List<String>> ways(String person);
}
