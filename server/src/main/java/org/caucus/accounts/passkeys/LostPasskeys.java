package org.caucus.accounts.passkeys;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.caucus.accounts.Sessions;
import org.caucus.accounts.SignInRoutes;
import org.caucus.http.Recoveries;

/**
 * The way back for whoever asked for a passkey to be needed and has lost all of them: a code, the
 * word of a convenor of one of their workspaces, and another code. All their addresses are told at
 * each step; signing in with a passkey calls it off.
 */
public final class LostPasskeys implements Recoveries {
  /** How long a request waits, and how long its confirmation is good. */
  public static final Duration LASTS = Duration.ofDays(3);

  /** What is told: a code was typed and a convenor is asked. */
  public static final String ASKED = "recovery-asked";

  /** What is told: a convenor has confirmed. */
  public static final String CONFIRMED = "recovery-confirmed";

  /** What is told: a code was enough. */
  public static final String ENTERED = "recovered";

  private final Passkeys passkeys;
  private final Sessions sessions;
  private final BiConsumer<String, String> tell;
  private final InstantSource clock;

  /**
   * The way back to these passkeys' owners.
   *
   * @param tell tells all addresses of a person what happened
   */
  public LostPasskeys(
      Passkeys passkeys, Sessions sessions, BiConsumer<String, String> tell, InstantSource clock) {
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Whether whoever has just typed the right code is let in. If a passkey is needed they are not,
   * and this is their request; if it was confirmed they are, once, and a code is enough from then
   * on.
   */
  public Future<SignInRoutes.Admission> admits(String person) {
    return passkeys
        .of(person)
        .compose(
            ring -> {
              if (!ring.required()) {
                return Future.succeededFuture(SignInRoutes.Admission.YES);
              }
              Optional<Asked> open = open(ring);
              if (open.isEmpty()) {
                return asked(person).map(SignInRoutes.Admission.NO);
              }
              return open.get().confirmed()
                  ? entered(person)
                  : Future.succeededFuture(SignInRoutes.Admission.NO);
            });
  }

  private Future<Keyring> asked(String person) {
    Instant now = clock.instant();
    return passkeys
        .change(person, r -> r.asking(new Keyring.Lost(now, null)))
        .onSuccess(r -> tell.accept(person, ASKED));
  }

  /** What was lost may have been stolen: every other session is over. */
  private Future<SignInRoutes.Admission> entered(String person) {
    return passkeys
        .change(person, r -> r.requiring(false).asking(null))
        .compose(r -> sessions.endAll(person, null))
        .onSuccess(r -> tell.accept(person, ENTERED))
        .map(SignInRoutes.Admission.RECOVERED);
  }

  private Optional<Asked> open(Keyring ring) {
    Keyring.Lost lost = ring.lost();
    if (lost == null || !clock.instant().isBefore(lost.asked().plus(LASTS))) {
      return Optional.empty();
    }
    Instant until = lost.asked().plus(LASTS);
    return Optional.of(new Asked(ring.person(), lost.asked(), until, lost.confirmedBy() != null));
  }

  @Override
  public Future<Optional<Asked>> of(String person) {
    return passkeys.of(person).map(this::open);
  }

  @Override
  public Future<Boolean> confirm(String person, String by) {
    return of(person)
        .compose(
            open ->
                open.filter(a -> !a.confirmed()).isEmpty()
                    ? Future.succeededFuture(false)
                    : passkeys
                        .change(person, r -> r.confirmed(by))
                        .onSuccess(r -> tell.accept(person, CONFIRMED))
                        .map(true));
  }
}
