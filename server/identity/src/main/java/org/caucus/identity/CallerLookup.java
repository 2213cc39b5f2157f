package org.caucus.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caucus.http.Caller;
import org.caucus.http.Callers;

/** Finds who calls, by session or by token. */
public final class CallerLookup implements Callers {
  private final Sessions sessions;
  private final Tokens tokens;
  private final Function<String, Future<List<String>>> ways;

  /**
   * Looks in both.
   *
   * @param ways how a person can prove who they are, by their id
   */
  public CallerLookup(
      Sessions sessions, Tokens tokens, Function<String, Future<List<String>>> ways) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.ways = ways;
  }

  @Override
  public Future<Optional<Caller>> bySession(String secret) {
    return sessions
        .find(secret)
        .map(
            found ->
                found.map(
                    s -> Caller.session(s.person(), s.id(), s.signIn(), s.proved(), s.last())));
  }

  @Override
  public Future<Optional<Caller>> byToken(String secret) {
    return tokens
        .find(secret)
        .map(found -> found.map(t -> Caller.token(t.person(), t.id(), t.reach(), t.expires())));
  }

  @Override
  public Future<List<String>> ways(String person) {
    return ways.apply(person);
  }
}
