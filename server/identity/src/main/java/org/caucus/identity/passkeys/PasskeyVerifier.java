package org.caucus.identity.passkeys;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has a passkey that signed this browser's challenge. Why somebody is refused nobody learns.
 */
public final class PasskeyVerifier {
  private static final Logger LOG = LoggerFactory.getLogger(PasskeyVerifier.class);

  /** The purpose of challenges that get in; one who is in proves themself by the same. */
  private static final String ENTER = "enter";

  private final PasskeyChallenges challenges;
  private final WebAuthnCeremonies ceremonies;
  private final Passkeys passkeys;
  private final BiFunction<String, String, Future<Void>> stopping;
  private final InstantSource clock;

  /**
   * A gate for these passkeys.
   *
   * @param stopping what is done for a person whose passkey, by its credential, may be a copy
   */
  public PasskeyVerifier(
      PasskeyChallenges challenges,
      WebAuthnCeremonies ceremonies,
      Passkeys passkeys,
      BiFunction<String, String, Future<Void>> stopping,
      InstantSource clock) {
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
    this.stopping = stopping;
    this.clock = clock;
  }

  /** What {@code navigator.credentials.get()} takes in the browser with this mark. */
  Future<JsonObject> request(String mark) {
    return ceremonies
        .request()
        .map(options -> options.put("challenge", challenges.challenge(mark, ENTER)));
  }

  /**
   * The person whose passkey signed; empty if there is none, if the mark is no longer good or was
   * used, or if the passkey may have been copied.
   */
  public Future<Optional<String>> open(String mark, JsonObject credential) {
    Optional<Instant> until = challenges.lasts(mark);
    if (until.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    String id = credential.getString("id");
    return ceremonies
        .signed(credential, challenges.challenge(mark, ENTER))
        .compose(signed -> entered(mark, until.get(), credential, signed.getLong("counter")))
        .recover(e -> refused(mark, until.get(), id, e));
  }

  private Future<Optional<String>> entered(
      String mark, Instant until, JsonObject credential, long counter) {
    String id = credential.getString("id");
    return passkeys
        .holding(id)
        .map(ring -> ring.filter(r -> isTheirs(r, credential)))
        .compose(
            ring ->
                ring.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : challenges
                        .use(mark, until)
                        .compose(
                            first ->
                                first
                                    ? counted(ring.get(), id, counter, asked(until))
                                    : Future.succeededFuture(Optional.empty())));
  }

  /** The authenticator says whom it knows the passkey to be of, and that is who it is kept for. */
  private boolean isTheirs(PersonPasskeys ring, JsonObject credential) {
    String handle = credential.getJsonObject("response").getString("userHandle");
    return handle == null || handle.equals(passkeys.handle(ring.person()));
  }

  private Future<Optional<String>> counted(
      PersonPasskeys ring, String credential, long counter, Instant asked) {
    Instant now = clock.instant();
    String id = ring.byCredential(credential).orElseThrow().id();
    AtomicBoolean next = new AtomicBoolean();
    return passkeys
        .change(
            ring.person(),
            r -> {
              next.set(r.byId(id).filter(p -> !p.stopped() && p.goesOn(counter)).isPresent());
              return r.changing(id, p -> p.counted(counter, asked, now));
            })
        .compose(is -> told(is, id))
        .map(is -> next.get() ? Optional.of(is.person()) : Optional.empty());
  }

  /** When what was signed was asked for. */
  private static Instant asked(Instant until) {
    return until.minus(PasskeyChallenges.LIFETIME);
  }

  private Future<PersonPasskeys> told(PersonPasskeys is, String id) {
    return is.byId(id)
        .filter(Passkey::stopped)
        .map(p -> stopping.apply(is.person(), p.credential()).map(is))
        .orElseGet(() -> Future.succeededFuture(is));
  }

  /**
   * A counter that went back tells of a copy, unless the same answer came twice: by a proxy that
   * asks again, or by somebody who once saw it; or two that were asked for at the same time came in
   * the other order. That stops nobody's passkey.
   */
  private Future<Optional<String>> refused(
      String mark, Instant until, String credential, Throwable why) {
    if (why instanceof DatabaseException) {
      return Future.failedFuture(why);
    }
    LOG.debug("a passkey was refused: {}", why.getClass().getSimpleName());
    if (!(why instanceof WebAuthnCeremonies.WentBack)) {
      return Future.succeededFuture(Optional.empty());
    }
    return challenges
        .use(mark, until)
        .compose(
            first ->
                first
                    ? stopped(credential, asked(until))
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<String>> stopped(String credential, Instant asked) {
    return passkeys
        .holding(credential)
        .compose(
            ring ->
                ring.isEmpty()
                    ? Future.succeededFuture()
                    : stopped(
                        ring.get(), ring.get().byCredential(credential).orElseThrow().id(), asked))
        .map(Optional.empty());
  }

  private Future<PersonPasskeys> stopped(PersonPasskeys ring, String id, Instant asked) {
    return passkeys
        .change(ring.person(), r -> r.changing(id, p -> p.mayBeLate(asked) ? p : p.stop()))
        .compose(is -> told(is, id));
  }
}
