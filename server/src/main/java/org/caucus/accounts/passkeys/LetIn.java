package org.caucus.accounts.passkeys;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import org.caucus.accounts.Sessions;
import org.caucus.accounts.Tokens;
import org.caucus.http.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What a person let in so far: browsers by their sessions, programs by their tokens. Once only a
 * passkey opens, what a code let in is over; a token is as strong as the proof it was made by.
 */
public record LetIn(Sessions sessions, Tokens tokens) {
  /**
   * Ends all of it.
   *
   * @param but the id of a session that goes on; null for none
   */
  public Future<Void> endAll(String person, @Nullable String but) {
    // tokens last: what a session makes that is over by then is taken back, or listed
    return sessions.endAll(person, but).compose(v -> tokens.endAll(person));
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
      Reach reach,
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
