package org.caucus.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param person id of the person in {@code identity}
 * @param session id of the browser session; null for a personal token
 * @param signIn id of the sign-in that the session came of, no secret ({@link SessionMatch}); null
 *     for a token
 * @param ends id whose end closes the caller's streams: that of the session, or of the token
 * @param proved when the person last proved in this session who they are; null for a token, which
 *     proves nothing about who holds it
 * @param until when what they came in with runs out, whatever happens, and streams with it
 */
public record Caller(
    String person,
    @Nullable String session,
    @Nullable String signIn,
    String ends,
    @Nullable Instant proved,
    CallerScope reach,
    Instant until) {
  /** A browser session. */
  public static Caller session(
      String person, String id, String signIn, Instant proved, Instant until) {
    return new Caller(person, id, signIn, id, proved, CallerScope.ALL, until);
  }

  /** A personal token. */
  public static Caller token(String person, String id, CallerScope reach, Instant until) {
    return new Caller(person, null, null, id, null, reach, until);
  }
}
