package org.caucus.identity;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.caucus.identity.sessions.CredentialIndex;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.Session;
import org.caucus.identity.sessions.SessionCache;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Browser sessions. The browser holds the secret; here it is known by its hash, which is also the
 * session's id.
 */
public final class Sessions {
  /** Bus address that tells every other node of an ended session, by its id. */
  public static final String ENDED = "caucus.sessions.ended";

  /**
   * A session that another took the place of is good for this long: what the browser asked before
   * it had the new secret still comes, and nothing that needs a step-up is among it.
   */
  public static final Duration GRACE = Duration.ofSeconds(5);

  /** Use is written down at most this often, so that reading is not writing. */
  static final Duration USE_PRECISION = Duration.ofHours(1);

  /** Longest description of a browser that is kept, in characters. */
  static final int DEVICE_LIMIT = 200;

  private static final String PURPOSE = "sign-in/session";

  /** Long before anybody proved anything. */
  private static final Instant UNPROVED = Instant.EPOCH;

  private final EncryptedEventBus bus;
  private final Vault vault;
  private final SealedCollection sessions;
  private final CredentialIndex holdings;
  private final InstantSource clock;
  private final SessionCache<Session> recent = new SessionCache<>();
  private final List<Consumer<String>> mourners = new CopyOnWriteArrayList<>();
  private volatile Function<String, Future<Void>> writing = id -> Future.succeededFuture();

  /** Sessions of this installation; listens on {@link #ENDED} for what other nodes end. */
  public Sessions(EncryptedEventBus bus, Mongo mongo, Vault vault, InstantSource clock) {
    this.bus = bus;
    this.vault = vault;
    this.sessions = new SealedCollection(mongo.documents("sessions"), vault, WorkspaceId.SYSTEM);
    this.holdings = new CredentialIndex(mongo, vault, "sessions");
    this.clock = clock;
    bus.listen(ENDED, this::ended);
  }

  /**
   * The secret of the session that one sign-in begins: anyone who repeats it word for word gets the
   * same.
   *
   * @param browser the secret of the browser that asked for the code
   * @param once the caller's own mark of this request
   */
  public String secretOf(String browser, String code, String once) {
    String proof = vault.blindIndex(PURPOSE, browser + "\n" + code + "\n" + once);
    return Secrets.derived(proof);
  }

  /** Begins a session; its secret is known to nobody else. */
  Future<String> begin(String person, String device) {
    return begin(person, device, Secrets.secret());
  }

  /** Begins a session with this secret, for somebody who has just proved who they are. */
  public Future<String> begin(String person, String device, String secret) {
    return begin(person, device, secret, clock.instant());
  }

  /** Begins one for somebody who has just come in by this passkey. */
  public Future<String> beginBy(String person, String device, String secret, String credential) {
    Instant now = clock.instant();
    return kept(Session.begun(Secrets.hash(secret), person, shortened(device), now, now)
            .byPasskey(credential))
        .map(secret);
  }

  /** Ends those of a person that this passkey began, on whichever node. */
  public Future<Void> endBegunBy(String person, String credential) {
    return endThose(person, session -> session.isBy(credential));
  }

  /**
   * Begins one as {@link #begin(String, String, String)} does, unless it may not be by now: anyone
   * who demands a passkey meanwhile ends all sessions that there are, and this one must not come
   * after.
   *
   * @param may asked once the session is there
   * @return whether it began
   */
  public Future<Boolean> beginIf(
      String person, String device, String secret, Supplier<Future<Boolean>> may) {
    return begin(person, device, secret)
        .compose(begun -> may.get())
        .compose(yes -> yes ? Future.succeededFuture(true) : end(secret).map(false));
  }

  /**
   * Begins one for the person who has a link that was mailed to this person, and may have been
   * passed on: what matters wants a proof first.
   */
  Future<String> beginUnproved(String person, String device) {
    return begin(person, device, Secrets.secret(), UNPROVED);
  }

  private Future<String> begin(String person, String device, String secret, Instant proved) {
    String id = Secrets.hash(secret);
    return kept(Session.begun(id, person, shortened(device), clock.instant(), proved)).map(secret);
  }

  private static String shortened(String device) {
    return device.substring(0, Math.min(device.length(), DEVICE_LIMIT));
  }

  private Future<Void> kept(Session session) {
    return holdings
        .add(session.person(), session.id(), session.last().toEpochMilli())
        .compose(
            v -> sessions.insert(session.id(), session.ends().toEpochMilli(), session.write()));
  }

  /**
   * Goes on under another secret, for a person who has just proved once more who they are. Anyone
   * who has the old secret and not the new one has gained nothing: it does not count as proved
   * anew, and is over after {@link #GRACE}, when the caller lets it {@link #lapse}.
   *
   * <p>An end wins: the new one is there before the old one leaves, so anyone who ends all finds
   * it; and where the old one is gone by then, or left for another, there is no new one.
   *
   * @param id of the session so far
   * @return whether it goes on
   */
  public Future<Boolean> renew(String id, String secret) {
    Instant now = clock.instant();
    return sessions
        .find(id)
        .compose(
            found -> {
              if (found.filter(e -> !Session.read(e).leaving()).isEmpty()) {
                return Future.succeededFuture(false);
              }
              Session is = Session.read(found.get()).renewed(Secrets.hash(secret), now);
              return kept(is)
                  .compose(v -> leaves(found, now))
                  .compose(left -> left ? Future.succeededFuture(true) : gone(is.id()).map(false));
            });
  }

  /** Whether it has left for the one that was just made; once for each. */
  private Future<Boolean> leaves(Optional<SealedCollection.Entry> found, Instant now) {
    if (found.filter(e -> !Session.read(e).leaving()).isEmpty()) {
      return Future.succeededFuture(false);
    }
    Session leaving = Session.read(found.get()).until(now.plus(GRACE));
    OptionalLong due = OptionalLong.of(leaving.ends().toEpochMilli());
    return sessions
        .replaceIf(leaving.id(), found.get().version(), leaving.write(), due)
        .compose(
            first -> {
              if (first) {
                recent.keep(leaving.id(), leaving, now);
                return Future.succeededFuture(true);
              }
              // it was used, or ended, or left
              return sessions.find(leaving.id()).compose(again -> leaves(again, now));
            });
  }

  /** Sessions of a person that have not ended, the last used first. */
  public Future<List<Session>> of(String person) {
    Instant now = clock.instant();
    return holdings
        .of(person)
        .compose(ids -> Future.all(ids.stream().map(sessions::find).toList()))
        .map(
            all ->
                all.<Optional<SealedCollection.Entry>>list().stream()
                    .flatMap(Optional::stream)
                    .map(Session::read)
                    .filter(s -> s.lasts(now))
                    .sorted(Comparator.comparing(Session::used).reversed())
                    .toList());
  }

  /** The session with this secret, unless it has ended. Counts as use. */
  public Future<Optional<Session>> find(String secret) {
    if (!Secrets.isSecret(secret)) {
      return Future.succeededFuture(Optional.empty());
    }
    String id = Secrets.hash(secret);
    Instant now = clock.instant();
    SessionCache.Seen<Session> seen = recent.get(id, now);
    var found = seen == null ? load(id, now) : Future.succeededFuture(seen.thing());
    return found.map(s -> s.filter(session -> now.isBefore(session.ends())));
  }

  private Future<Optional<Session>> load(String id, Instant now) {
    return sessions
        .find(id)
        .compose(
            entry ->
                entry.isEmpty()
                    ? Future.succeededFuture(Optional.<Session>empty())
                    : used(entry.get(), now).map(Optional::of))
        .map(found -> found.flatMap(session -> recent.keep(id, session, now)));
  }

  /**
   * Writes the use down if the last one is long ago; anyone who loses that race need not repeat it.
   */
  private Future<Session> used(SealedCollection.Entry entry, Instant now) {
    Session was = Session.read(entry);
    if (now.isBefore(was.used().plus(USE_PRECISION)) || !now.isBefore(was.ends())) {
      return Future.succeededFuture(was);
    }
    Session is = was.usedAt(now);
    OptionalLong due = OptionalLong.of(is.ends().toEpochMilli());
    return sessions.replaceIf(is.id(), entry.version(), is.write(), due).map(is);
  }

  /**
   * Ends the session with this secret: from now on it is refused here, and every node hears of it.
   * Ending what has ended changes nothing.
   */
  public Future<Void> end(String secret) {
    return Secrets.isSecret(secret) ? endById(Secrets.hash(secret)) : Future.succeededFuture();
  }

  /**
   * Ends the session with this id, likewise, and whatever goes on in its place: the person who saw
   * it in a list ends what that browser is signed in with, also while it is renewed.
   */
  public Future<Void> endById(String id) {
    return readable(id)
        .compose(
            was ->
                gone(id)
                    .compose(
                        v ->
                            was.isEmpty()
                                ? Future.succeededFuture()
                                : endLine(Session.read(was.get()))));
  }

  /** The session with this id is over; what took its place goes on. */
  public Future<Void> lapse(String id) {
    return gone(id);
  }

  private Future<Void> gone(String id) {
    return readable(id)
        .compose(was -> sessions.delete(id).map(was))
        .compose(was -> was.isEmpty() ? Future.succeededFuture() : given(was.get()))
        .compose(v -> told(id));
  }

  /** One that cannot be read is ended all the more. */
  private Future<Optional<SealedCollection.Entry>> readable(String id) {
    return sessions.find(id).otherwise(Optional.empty());
  }

  private Future<Void> endLine(Session of) {
    return endThose(of.person(), inLine(of));
  }

  private static Predicate<Session> inLine(Session one) {
    return other -> other.line().equals(one.line());
  }

  /**
   * Ends all of a person's, however many.
   *
   * @param but the id of one that goes on, also by what takes its place meanwhile; null for none
   */
  public Future<Void> endAll(String person, @Nullable String but) {
    if (but == null) {
      return endThose(person, session -> true);
    }
    return readable(but)
        .compose(
            own ->
                endThose(
                    person,
                    own.map(e -> inLine(Session.read(e)).negate()).orElse(session -> true)));
  }

  private Future<Void> endThose(String person, Predicate<Session> which) {
    return holdings.end(person, id -> endIf(person, id, which));
  }

  private Future<Boolean> endIf(String person, String id, Predicate<Session> which) {
    return sessions
        .find(id)
        .map(found -> found.filter(e -> which.test(Session.read(e))).isPresent())
        .otherwise(true) // one that cannot be read is ended all the more
        .compose(
            ends ->
                ends
                    ? gone(id).compose(v -> holdings.remove(person, id)).map(true)
                    : Future.succeededFuture(false));
  }

  /** Ends those of a person in which nobody has proved yet to be them. */
  Future<Void> endUnproved(String person) {
    return of(person)
        .compose(
            all ->
                Future.join(
                    all.stream()
                        .filter(s -> s.proved().equals(UNPROVED))
                        .map(s -> gone(s.id()))
                        .toList()))
        .mapEmpty();
  }

  /** Sessions of everybody, also what has run out, in order of id, with ids over {@code after}. */
  public Future<List<Session>> page(String after, int limit) {
    return sessions.range(after, limit).map(all -> all.stream().map(Session::read).toList());
  }

  private Future<Void> given(SealedCollection.Entry was) {
    return holdings.remove(Session.read(was).person(), was.id());
  }

  /** Where nodes are many: each end is written down as well, since a bus may lose the word. */
  public void writeEndsTo(Function<String, Future<Void>> ends) {
    writing = ends;
  }

  /** Tells every node that what has this id, a session or a token, reads and acts no more. */
  public void tellEnd(String id) {
    var unused = told(id); // what fails is in the log
  }

  /**
   * This person must come in anew wherever they are, since it was found that they may while
   * something else held of them: their streams close, on every node; their sessions go on.
   */
  public Future<Void> comeAgain(String person) {
    return told(person);
  }

  private Future<Void> told(String id) {
    ended(id);
    bus.publish(ENDED, id);
    return writing.apply(id);
  }

  /** It has ended, says another node or this one. */
  public void ended(String id) {
    recent.end(id, clock.instant());
    mourners.forEach(m -> m.accept(id));
  }

  /**
   * Tells the id of each session that ends, and of each person who must {@link #comeAgain}, on
   * whichever node. Must not block.
   */
  public void onEnd(Consumer<String> mourner) {
    mourners.add(mourner);
  }

  /** Whether the session with this id has not been ended, as the database knows it. */
  public Future<Boolean> lives(String id) {
    return sessions.find(id).map(Optional::isPresent);
  }

  /** Ends sessions that have run out, so that their streams close; how many. */
  Future<Integer> sweep() {
    return holdings
        .sweep(clock.millis())
        .compose(v -> ExpirySweeper.expired(sessions, clock.millis(), this::gone));
  }
}
