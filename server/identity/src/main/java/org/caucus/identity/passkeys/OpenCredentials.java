package org.caucus.identity.passkeys;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.http.CallerScope;
import org.caucus.http.Integrations;
import org.caucus.identity.Sessions;
import org.caucus.identity.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What a person let in so far: browsers by their sessions, programs by their tokens, and what tells
 * by itself, by feeds and webhooks. Once only a passkey opens, what a code let in is over: all of
 * these are as strong as the proof they were made by.
 */
public record OpenCredentials(Sessions sessions, Tokens tokens, Integrations outlets) {
  /** Without what tells by itself. */
  public OpenCredentials(Sessions sessions, Tokens tokens) {
    this(sessions, tokens, Integrations.NONE);
  }

  /**
   * Ends all of it.
   *
   * @param but the id of a session that goes on; null for none
   */
  public Future<Void> endAll(String person, @Nullable String but) {
    // tokens last: what a session makes that is over by then is taken back, or listed
    return sessions
        .endAll(person, but)
        .compose(v -> tokens.endAll(person))
        .compose(v -> endOutlets(person, outlet -> true));
  }

  /** Ends those feeds, calendars and webhooks of a person. */
  public Future<Void> endOutlets(String person, Predicate<Integrations.Outlet> which) {
    return outlets
        .of(person)
        .compose(all -> Future.all(all.stream().filter(which).map(outlets::end).toList()))
        .mapEmpty();
  }

  /**
   * A new token, as {@link Tokens#mint} makes it, asked for in this session.
   *
   * @return empty if the session is over by now: then there is none
   */
  public Future<Optional<Tokens.Minted>> mint(
      String person,
      String session,
      String name,
      CallerScope reach,
      Duration lifetime,
      @Nullable String once) {
    return tokens
        .mint(person, name, reach, lifetime, once)
        .compose(
            minted ->
                sessions
                    .lives(session)
                    .compose(
                        lives ->
                            lives
                                ? Future.succeededFuture(Optional.of(minted))
                                : tokens.endById(minted.token().id()).map(Optional.empty())));
  }
}
