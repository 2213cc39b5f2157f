package org.caucus.accounts;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
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
import org.caucus.accounts.held.Holdings;
import org.caucus.accounts.held.Recent;
import org.caucus.accounts.held.Secrets;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.log.bus.SealedBus;
import org.caucus.mongo.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * Browser sessions. The browser holds the secret; here it is known by its hash, which is also the
 * session's id.
 */
public final class Sessions {
  /** Bus address that tells every other node of an ended session, by its id. */
  public static final String ENDED = "caucus.sessions.ended";

  /** A session that nobody used for this long has ended. */
  public static final Duration IDLE_LIMIT = Duration.ofDays(14);

  /** A session of this age has ended, however much it is used. */
  public static final Duration ABSOLUTE_LIMIT = Duration.ofDays(60);

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

  private final SealedBus bus;
  private final Vault vault;
  private final SealedCollection sessions;
  private final Holdings holdings;
  private final InstantSource clock;
  private final Recent<Session> recent = new Recent<>();
  private final List<Consumer<String>> mourners = new CopyOnWriteArrayList<>();
  private volatile Function<String, Future<Void>> writing = id -> Future.succeededFuture();

  /**
   * A session that has not ended.
   *
   * @param id the hash of its secret
   * @param began when the person signed in, however often the secret was replaced since
   * @param used last use, to {@link #USE_PRECISION}
   * @param proved when the person last proved in it who they are; long ago if they did not yet
   * @param last when it ends however much it is used
   */
  public record Session(
      String id,
      String person,
      String device,
      Instant began,
      Instant used,
      Instant proved,
      Instant last) {
    Instant ends() {
      Instant idle = used.plus(IDLE_LIMIT);
      return idle.isBefore(last) ? idle : last;
    }

    /** Whether it is good, and is nobody's who has another in its place. */
    public boolean lasts(Instant now) {
      return now.isBefore(ends()) && !leaving();
    }

    /** Whether another has taken its place. */
    boolean leaving() {
      return last.isBefore(began.plus(ABSOLUTE_LIMIT));
    }

    private Session usedAt(Instant now) {
      return new Session(id, person, device, began, now, proved, last);
    }

    private Session until(Instant end) {
      return new Session(id, person, device, began, used, proved, end);
    }
  }

  /** Sessions of this installation; listens on {@link #ENDED} for what other nodes end. */
  public Sessions(SealedBus bus, Mongo mongo, Vault vault, InstantSource clock) {
    this.bus = bus;
    this.vault = vault;
    this.sessions = new SealedCollection(mongo.documents("sessions"), vault, WorkspaceId.SYSTEM);
    this.holdings = new Holdings(mongo, vault, "sessions");
    this.clock = clock;
    bus.listen(ENDED, this::ended);
  }

  /**
   * The secret of the session that one sign-in begins: whoever repeats it word for word gets the
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

  /**
   * Begins one for whoever has a link that was mailed to this person, and may have been passed on:
   * what matters wants a proof first.
   */
  Future<String> beginUnproved(String person, String device) {
    return begin(person, device, Secrets.secret(), UNPROVED);
  }

  private Future<String> begin(String person, String device, String secret, Instant proved) {
    Instant now = clock.instant();
    String shortened = device.substring(0, Math.min(device.length(), DEVICE_LIMIT));
    Instant last = now.plus(ABSOLUTE_LIMIT);
    String id = Secrets.hash(secret);
    return kept(new Session(id, person, shortened, now, now, proved, last)).map(secret);
  }

  private Future<Void> kept(Session session) {
    return holdings
        .add(session.person(), session.id(), session.last().toEpochMilli())
        .compose(v -> sessions.insert(session.id(), session.ends().toEpochMilli(), write(session)));
  }

  /**
   * Goes on under another secret, for a person who has just proved once more who they are. Whoever
   * has the old secret and not the new one has gained nothing: it does not count as proved anew,
   * and is over after {@link #GRACE}, when the caller ends it.
   *
   * @param id of the session so far
   * @return whether there was such a session
   */
  public Future<Boolean> renew(String id, String secret) {
    Instant now = clock.instant();
    return sessions
        .find(id)
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.succeededFuture(false);
              }
              Session was = read(found.get());
              return kept(renewed(was, Secrets.hash(secret), now))
                  .compose(v -> leaves(found.get(), was, now))
                  .map(true);
            });
  }

  private static Session renewed(Session was, String id, Instant now) {
    return new Session(id, was.person(), was.device(), was.began(), now, now, was.last());
  }

  private Future<?> leaves(SealedCollection.Entry entry, Session was, Instant now) {
    Session leaving = was.until(now.plus(GRACE));
    recent.keep(leaving.id(), leaving, now);
    OptionalLong due = OptionalLong.of(leaving.ends().toEpochMilli());
    // whoever was first noted a use: then its caller, or the sweep, ends it
    return sessions.replaceIf(was.id(), entry.version(), write(leaving), due);
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
                    .map(Sessions::read)
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
    Recent.Seen<Session> seen = recent.get(id, now);
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
   * Writes the use down if the last one is long ago; whoever loses that race need not repeat it.
   */
  private Future<Session> used(SealedCollection.Entry entry, Instant now) {
    Session was = read(entry);
    if (now.isBefore(was.used().plus(USE_PRECISION)) || !now.isBefore(was.ends())) {
      return Future.succeededFuture(was);
    }
    Session is = was.usedAt(now);
    OptionalLong due = OptionalLong.of(is.ends().toEpochMilli());
    return sessions.replaceIf(is.id(), entry.version(), write(is), due).map(is);
  }

  /**
   * Ends the session with this secret: from now on it is refused here, and every node hears of it.
   * Ending what has ended changes nothing.
   */
  public Future<Void> end(String secret) {
    return Secrets.isSecret(secret) ? endById(Secrets.hash(secret)) : Future.succeededFuture();
  }

  /** Ends the session with this id, likewise. */
  public Future<Void> endById(String id) {
    return sessions
        .find(id)
        .otherwise(Optional.empty()) // one that cannot be read is ended all the more
        .compose(was -> sessions.delete(id).map(was))
        .compose(was -> was.isEmpty() ? Future.succeededFuture() : given(was.get()))
        .compose(v -> told(id));
  }

  /**
   * Ends all of a person's, however many.
   *
   * @param but the id of one that goes on; null for none
   */
  public Future<Void> endAll(String person, @Nullable String but) {
    return holdings
        .of(person)
        .compose(
            ids -> {
              List<Future<Void>> ended =
                  ids.stream()
                      .filter(id -> !id.equals(but))
                      .map(id -> endById(id).compose(v -> holdings.remove(person, id)))
                      .toList();
              return ended.isEmpty()
                  ? Future.succeededFuture()
                  : Future.join(ended).compose(v -> endAll(person, but));
            });
  }

  /** Ends those of a person in which nobody has proved yet to be them. */
  Future<Void> endUnproved(String person) {
    return of(person)
        .compose(
            all ->
                Future.join(
                    all.stream()
                        .filter(s -> s.proved().equals(UNPROVED))
                        .map(s -> endById(s.id()))
                        .toList()))
        .mapEmpty();
  }

  /** Sessions of everybody, also what has run out, in order of id, with ids over {@code after}. */
  public Future<List<Session>> page(String after, int limit) {
    return sessions.range(after, limit).map(all -> all.stream().map(Sessions::read).toList());
  }

  private Future<Void> given(SealedCollection.Entry was) {
    return holdings.remove(read(was).person(), was.id());
  }

  /** Where nodes are many: each end is written down as well, since a bus may lose the word. */
  public void writeEndsTo(Function<String, Future<Void>> ends) {
    writing = ends;
  }

  /** Tells every node that what has this id, a session or a token, reads and acts no more. */
  public void tellEnd(String id) {
    var unused = told(id); // what fails is in the log
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

  /** Tells the id of each session that ends, on whichever node. Must not block. */
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
        .compose(v -> Sweep.expired(sessions, clock.millis(), this::endById));
  }

  private static byte[] write(Session session) {
    return new JsonObject()
        .put("person", session.person())
        .put("device", session.device())
        .put("began", session.began().toEpochMilli())
        .put("used", session.used().toEpochMilli())
        .put("proved", session.proved().toEpochMilli())
        .put("last", session.last().toEpochMilli())
        .toBuffer()
        .getBytes();
  }

  private static Session read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    long began = json.getLong("began");
    Instant limit = Instant.ofEpochMilli(began).plus(ABSOLUTE_LIMIT);
    return new Session(
        entry.id(),
        json.getString("person"),
        json.getString("device"),
        Instant.ofEpochMilli(began),
        Instant.ofEpochMilli(json.getLong("used")),
        Instant.ofEpochMilli(json.getLong("proved", began)),
        Instant.ofEpochMilli(json.getLong("last", limit.toEpochMilli())));
  }
}
