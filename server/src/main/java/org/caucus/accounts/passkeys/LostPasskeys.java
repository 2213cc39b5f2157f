package org.caucus.accounts.passkeys;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.caucus.accounts.SignInRoutes;
import org.caucus.accounts.held.Secrets;
import org.caucus.http.Recoveries;
import org.caucus.log.Ids;
import org.caucus.log.Vault;

/**
 * The way back for whoever asked for a passkey to be needed and has lost all of them: a code, the
 * word of a convenor of one of their workspaces, and another code in the same browser. All their
 * addresses are told at each step; signing in with a passkey calls it off.
 *
 * <p>Whoever reads somebody's mail elsewhere could wait for that word and then be first with a
 * code. So each browser that asks shows a number of its own, which the person tells the convenor,
 * and only the browser with the number that the convenor typed is let in. The number is derived
 * from a secret in that browser's cookie; a code that was read, or used up, elsewhere is worth
 * nothing.
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

  private static final String PURPOSE = "passkey/lost-in-browser";
  private static final int NUMBERS = 100_000_000;
  private static final int DIGITS = 8;

  /** Hexadecimal digits of the hash that a number is made of: so many that none is likelier. */
  private static final int READ = 15;

  private final Passkeys passkeys;
  private final LetIn letIn;
  private final Vault vault;
  private final BiConsumer<String, String> tell;
  private final InstantSource clock;

  /**
   * The way back to these passkeys' owners.
   *
   * @param letIn what they were signed in with
   * @param tell tells all addresses of a person what happened
   */
  public LostPasskeys(
      Passkeys passkeys,
      LetIn letIn,
      Vault vault,
      BiConsumer<String, String> tell,
      InstantSource clock) {
    this.passkeys = passkeys;
    this.letIn = letIn;
    this.vault = vault;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Whether whoever has just typed the right code is let in. If a passkey is needed they are not,
   * and this is their request; if it was confirmed for this browser they are, once, and a code is
   * enough from then on.
   *
   * @param browser the secret of the browser in which the code was typed
   */
  public Future<SignInRoutes.Admission> admits(String person, String browser) {
    return passkeys
        .of(person)
        .compose(
            ring -> {
              if (!ring.required()) {
                return Future.succeededFuture(new SignInRoutes.Admission.Yes());
              }
              String number = number(person, browser);
              Optional<Asked> open = open(ring);
              if (open.filter(a -> a.admits(number)).isPresent()) {
                return entered(person, number);
              }
              return open.filter(a -> a.shows(number)).isPresent()
                  ? Future.succeededFuture(new SignInRoutes.Admission.No(number))
                  : asked(person, number).map(new SignInRoutes.Admission.No(number));
            });
  }

  /** What this browser shows, for this person: eight digits, too many to guess in three days. */
  private String number(String person, String browser) {
    // a browser that keeps no cookie is none that could come back
    String secret = Secrets.isSecret(browser) ? browser : Secrets.secret();
    String hash = Secrets.hash(vault.blindIndex(PURPOSE, person + "\n" + secret));
    return Ids.digits(Long.parseLong(hash.substring(0, READ), 16) % NUMBERS, DIGITS);
  }

  private Future<Keyring> asked(String person, String number) {
    Instant now = clock.instant();
    return passkeys
        .change(
            person,
            r ->
                r.asking(
                    open(r).isPresent() && r.lost() != null
                        ? r.lost().with(number, now)
                        : new Keyring.Lost(now, List.of(number), null)))
        .onSuccess(r -> tell.accept(person, ASKED));
  }

  /**
   * What was lost may have been stolen: every session and every token is over. Unless it was called
   * off meanwhile.
   */
  private Future<SignInRoutes.Admission> entered(String person, String number) {
    return passkeys
        .change(
            person,
            r ->
                open(r).filter(a -> a.admits(number)).isPresent()
                    ? r.requiring(false).asking(null)
                    : r)
        .compose(
            r ->
                r.required()
                    ? Future.succeededFuture(new SignInRoutes.Admission.No(number))
                    : letIn
                        .endAll(person, null)
                        .onSuccess(v -> tell.accept(person, ENTERED))
                        .map(new SignInRoutes.Admission.Recovered()));
  }

  private Optional<Asked> open(Keyring ring) {
    Keyring.Lost lost = ring.lost();
    if (lost == null || !clock.instant().isBefore(lost.asked().plus(LASTS))) {
      return Optional.empty();
    }
    Instant until = lost.asked().plus(LASTS);
    return Optional.of(
        new Asked(ring.person(), lost.asked(), until, lost.numbers(), lost.confirmed()));
  }

  @Override
  public Future<Optional<Asked>> of(String person) {
    return passkeys.of(person).map(this::open);
  }

  @Override
  public Future<Boolean> confirm(String person, String by, String number) {
    return of(person)
        .compose(
            open ->
                open.filter(a -> a.shows(number) && !a.admits(number)).isEmpty()
                    ? Future.succeededFuture(false)
                    : passkeys
                        .change(person, r -> r.confirmed(Recoveries.digits(number)))
                        .onSuccess(r -> tell.accept(person, CONFIRMED))
                        .map(true));
  }
}
