package org.caucus.identity.passkeys;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.http.RecoveryRequests;
import org.caucus.identity.SignInRoutes;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.SharedCounters;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.eventlog.Vault;

/**
 * The way back for the person who asked for a passkey to be needed and has lost all of them: a
 * code, the word of a convenor of one of their workspaces, and another code in the same browser.
 * All their addresses are told at each step. A passkey may be stolen as mail may be read by others,
 * so only both in one browser call it off: a mailed code that is typed there, and then a passkey of
 * before. Once they are in, passkeys of before open nothing, but one that is used in the browser
 * that was let in stays.
 *
 * <p>Anyone who reads somebody's mail elsewhere could wait for that word and then be first with a
 * code. So each browser that asks shows a number of its own, which the person tells the convenor,
 * and only the browser with the number that the convenor typed is let in. The number is derived
 * from a secret in that browser's cookie; a code that was read, or used up, elsewhere is worth
 * nothing.
 */
public final class PasskeyRecovery implements RecoveryRequests {
  /** How long a request waits, and how long its confirmation is good. */
  public static final Duration LASTS = Duration.ofDays(3);

  /** What is told: a code was typed and a convenor is asked. */
  public static final String ASKED = "recovery-asked";

  /** What is told: a convenor has confirmed. */
  public static final String CONFIRMED = "recovery-confirmed";

  /** What is told: a code was enough. */
  public static final String ENTERED = "recovered";

  /** What is told: a mailed code and a passkey of before have undone it. */
  public static final String CALLED_OFF = "recovery-called-off";

  /** Numbers that one person may type for another within a day: who reads it out is there. */
  public static final int NUMBERS_A_DAY = 10;

  private static final List<SharedCounters.Limit> TYPED =
      List.of(new SharedCounters.Limit(NUMBERS_A_DAY, Duration.ofDays(1)));

  private static final String PURPOSE = "passkey/lost-in-browser";
  private static final int NUMBERS = 100_000_000;
  private static final int DIGITS = 8;

  /** Hexadecimal digits of the hash that a number is made of: so many that none is likelier. */
  private static final int READ = 15;

  private final Passkeys passkeys;
  private final OpenCredentials letIn;
  private final Workspaces workspaces;
  private final Vault vault;
  private final BiConsumer<String, String> tell;
  private final InstantSource clock;
  private final SharedCounters counts;

  /**
   * The way back to these passkeys' owners.
   *
   * @param letIn what they were signed in with
   * @param workspaces which are closed to who was let in by the word of another
   * @param tell tells all addresses of a person what happened
   */
  public PasskeyRecovery(
      Passkeys passkeys,
      OpenCredentials letIn,
      Workspaces workspaces,
      Vault vault,
      BiConsumer<String, String> tell,
      InstantSource clock,
      SharedCounters counts) {
    this.counts = counts;
    this.passkeys = passkeys;
    this.letIn = letIn;
    this.workspaces = workspaces;
    this.vault = vault;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Whether anyone who has just typed the right code is let in. If a passkey is needed they are
   * not, and this is their request; if it was confirmed for this browser they are, once, and a code
   * is enough from then on.
   *
   * @param browser the secret of the browser in which the code was typed
   */
  public Future<SignInRoutes.Admission> admits(String person, String browser) {
    return passkeys
        .of(person)
        .compose(ring -> proved(ring, number(person, browser)))
        .compose(
            ring -> {
              String number = number(person, browser);
              if (!ring.required()) {
                return Future.succeededFuture(new SignInRoutes.Admission.Yes());
              }
              Optional<Asked> open = open(ring);
              if (open.filter(a -> a.admits(number)).isPresent()) {
                return entered(person, number);
              }
              return open.filter(a -> a.shows(number)).isPresent()
                  ? Future.succeededFuture(new SignInRoutes.Admission.No(number))
                  : asked(person, number).map(new SignInRoutes.Admission.No(number));
            });
  }

  /** Where it can be undone, it is remembered in which browsers their mail was proved. */
  private Future<PersonPasskeys> proved(PersonPasskeys ring, String number) {
    return ring.waits(clock.instant())
        ? passkeys.change(ring.person(), r -> r.proving(number))
        : Future.succeededFuture(ring);
  }

  /** What this browser shows, for this person: eight digits, too many to guess in three days. */
  private String number(String person, String browser) {
    // a browser that keeps no cookie is not one that could come back
    String secret = Secrets.isSecret(browser) ? browser : Secrets.secret();
    String hash = Secrets.hash(vault.blindIndex(PURPOSE, person + "\n" + secret));
    return RandomIds.digits(Long.parseLong(hash.substring(0, READ), 16) % NUMBERS, DIGITS);
  }

  private Future<PersonPasskeys> asked(String person, String number) {
    Instant now = clock.instant();
    return passkeys
        .change(
            person,
            r ->
                r.asking(
                    open(r).isPresent() && r.lost() != null
                        ? r.lost().with(number, now)
                        : new PersonPasskeys.Lost(now, List.of(number), Map.of())))
        .onSuccess(r -> tell.accept(person, ASKED));
  }

  /**
   * What was lost may have been stolen: every session and every token is over. Workspaces that did
   * not give their word are closed first. The rule falls last: if something could not be ended, a
   * passkey is still needed, and the next code tries again. Unless it was called off meanwhile.
   */
  private Future<SignInRoutes.Admission> entered(String person, String number) {
    Instant now = clock.instant();
    return passkeys
        .of(person)
        .compose(r -> closed(person, gave(r, number), until(now)))
        .compose(ended -> passkeys.change(person, r -> let(r, number, now)))
        .compose(r -> admitted(r, number, now));
  }

  /** What was closed for somebody who is not let in after all opens again. */
  private Future<Void> closed(String person, Set<String> gave, Instant until) {
    return workspaces
        .await(person, gave, until)
        .compose(closed -> letIn.endAll(person, null))
        .recover(
            e ->
                workspaces
                    .callOff(person, until)
                    .transform(opened -> Future.<Void>failedFuture(e)));
  }

  private Future<SignInRoutes.Admission> admitted(PersonPasskeys ring, String number, Instant now) {
    if (ring.required()) {
      return workspaces
          .callOff(ring.person(), until(now))
          .map(new SignInRoutes.Admission.No(number));
    }
    tell.accept(ring.person(), ENTERED);
    return Future.succeededFuture(new SignInRoutes.Admission.Recovered());
  }

  /** No workspace is closed any more to who was let in last. */
  private Future<Void> callOff(PersonPasskeys ring) {
    RecoveredPerson let = ring.recovered();
    return let == null
        ? Future.succeededFuture()
        : workspaces.callOff(ring.person(), until(let.at()));
  }

  private static Instant until(Instant entered) {
    return entered.plus(RecoveredPerson.WAITS);
  }

  private PersonPasskeys let(PersonPasskeys ring, String number, Instant now) {
    return open(ring).filter(a -> a.admits(number)).isPresent()
        ? ring.recovered(now, number)
        : ring;
  }

  private Set<String> gave(PersonPasskeys ring, String number) {
    return open(ring).stream()
        .flatMap(asked -> asked.words().entrySet().stream())
        .filter(word -> word.getValue().equals(number))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Somebody signs in with this passkey: whether it opens. In a browser in which a mailed code was
   * typed it was not lost: a request is off, and if another was let in without it, all is as it was
   * before. In the browser that was let in it is kept.
   *
   * @param credential the passkey's
   * @param browser the secret of the browser
   */
  Future<Boolean> opens(String person, String credential, String browser) {
    String number = number(person, browser);
    return passkeys
        .of(person)
        .compose(ring -> opens(ring, ring.byCredential(credential).orElseThrow(), number));
  }

  private Future<Boolean> opens(PersonPasskeys ring, Passkey passkey, String number) {
    RecoveredPerson let = ring.recovered();
    boolean undoes = let != null && let.isProvedIn(number) && ring.speaks(passkey, clock.instant());
    if (undoes || ring.undone() != null) {
      return undone(ring.person(), r -> r.recovered() != null).map(true);
    }
    if (ring.isLapsed(passkey)) {
      return kept(ring, passkey, number);
    }
    return open(ring).filter(a -> a.shows(number)).isPresent()
        ? passkeys.change(ring.person(), r -> r.asking(null)).map(true)
        : Future.succeededFuture(true);
  }

  /** A lapsed one is kept by who was let in, in their browser. */
  private Future<Boolean> kept(PersonPasskeys ring, Passkey passkey, String number) {
    RecoveredPerson let = ring.recovered();
    return let != null && let.number().equals(number)
        ? passkeys.change(ring.person(), r -> r.keeping(passkey)).map(true)
        : Future.succeededFuture(false);
  }

  /**
   * Somebody who is signed in has proved by this passkey who they are: whether it is good for that.
   * One that lapsed is not, unless it is kept by that, and neither is one that is gone.
   */
  public Future<Boolean> proves(String person, String credential, String browser) {
    String number = number(person, browser);
    return passkeys
        .of(person)
        .compose(
            ring -> {
              Optional<Passkey> passkey = ring.byCredential(credential);
              return passkey.isPresent() && ring.undone() == null && ring.isLapsed(passkey.get())
                  ? kept(ring, passkey.get(), number)
                  : Future.succeededFuture(passkey.isPresent() && ring.undone() == null);
            });
  }

  /**
   * A code is not enough from now on; that somebody was let in is forgotten last, so that what
   * could not be ended is ended by {@link #finish}, or when the passkey comes again.
   *
   * @param still whether there is something to undo as it is at that moment; others may have done
   *     it
   * @return whether there was
   */
  private Future<Boolean> undone(String person, Predicate<PersonPasskeys> still) {
    AtomicBoolean on = new AtomicBoolean();
    return passkeys
        .change(
            person,
            r -> {
              on.set(still.test(r));
              return on.get() ? r.calledOff(clock.instant()) : r;
            })
        .compose(r -> on.get() ? ended(r).map(true) : Future.succeededFuture(false));
  }

  private Future<Void> ended(PersonPasskeys undone) {
    return letIn
        .endAll(undone.person(), null)
        .compose(ended -> callOff(undone))
        .compose(off -> settled(undone));
  }

  /** Of many who undo it at once, one tells. */
  private Future<Void> settled(PersonPasskeys undone) {
    AtomicBoolean done = new AtomicBoolean();
    return passkeys
        .change(
            undone.person(),
            r -> {
              PersonPasskeys is = r.settled(undone.recovered());
              done.set(!is.equals(r));
              return is;
            })
        .<Void>mapEmpty()
        .onSuccess(
            v -> {
              if (done.get()) {
                tell.accept(undone.person(), CALLED_OFF);
              }
            });
  }

  /**
   * Goes on with undoings that did not come to their end: something could not be ended, or the
   * server was ended meanwhile. How many it went on with.
   */
  public Future<Integer> finish() {
    return passkeys
        .undoing(clock.instant())
        .compose(all -> Future.join(all.stream().map(this::goOn).toList()))
        .map(done -> (int) done.<Boolean>list().stream().filter(each -> each).count());
  }

  /**
   * False if another node has brought it to its end since it was listed, or is at it: what was
   * signed in with since must not be ended twice.
   */
  Future<Boolean> goOn(String person) {
    return undone(person, r -> r.isUndoingLate(clock.instant()));
  }

  private Optional<Asked> open(PersonPasskeys ring) {
    PersonPasskeys.Lost lost = ring.lost();
    if (lost == null || !clock.instant().isBefore(lost.asked().plus(LASTS))) {
      return Optional.empty();
    }
    Instant until = lost.asked().plus(LASTS);
    return Optional.of(
        new Asked(ring.person(), lost.asked(), until, lost.numbers(), lost.words(), false));
  }

  /** Who was let in is still vouched for by workspaces that did not, by the same number. */
  private Optional<Asked> waiting(PersonPasskeys ring) {
    return Optional.ofNullable(ring.recovered())
        .filter(r -> r.waits(clock.instant()))
        .map(r -> waiting(ring.person(), r));
  }

  private static Asked waiting(String person, RecoveredPerson let) {
    return new Asked(person, let.at(), until(let.at()), List.of(let.number()), Map.of(), true);
  }

  @Override
  public Future<Optional<Asked>> of(String person) {
    return passkeys.of(person).map(ring -> open(ring).or(() -> waiting(ring)));
  }

  @Override
  public Future<Long> typed(String person, String by) {
    return counts.count("recovery/number", by + "\n" + person, TYPED);
  }

  @Override
  public Future<Boolean> confirm(String person, String workspace, String number) {
    return passkeys.of(person).compose(ring -> confirm(ring, workspace, number));
  }

  private Future<Boolean> confirm(PersonPasskeys ring, String workspace, String number) {
    Optional<Asked> open = open(ring);
    if (open.isEmpty() && workspace.equals(EVERYWHERE)) {
      return waiting(ring).filter(a -> a.shows(number)).isPresent()
          ? waitedEnough(ring)
          : Future.succeededFuture(false);
    }
    return open.filter(a -> a.shows(number) && !a.isBy(workspace, number)).isEmpty()
        ? Future.succeededFuture(false)
        : passkeys
            .change(ring.person(), r -> r.confirmed(workspace, RecoveryRequests.digits(number)))
            .onSuccess(r -> tell.accept(ring.person(), CONFIRMED))
            .map(true);
  }

  /** All workspaces open to who was let in, and what passkeys of before were not kept are gone. */
  private Future<Boolean> waitedEnough(PersonPasskeys ring) {
    return callOff(ring)
        .compose(off -> passkeys.change(ring.person(), PersonPasskeys::agreed))
        .onSuccess(r -> tell.accept(ring.person(), CONFIRMED))
        .map(true);
  }
}
