package org.caucus.accounts;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

  /** Use is written down at most this often, so that reading is not writing. */
  static final Duration USE_PRECISION = Duration.ofHours(1);

  /** A session read from the database is believed for this long. */
  static final Duration CACHE_TIME = Duration.ofSeconds(5);

  /** An end is remembered for this long: longer than any read that began before it may take. */
  static final Duration END_MEMORY = Duration.ofMinutes(2);

  /** Sessions and ends in memory, at most. */
  static final int CACHE_LIMIT = 10_000;

  /** Longest description of a browser that is kept, in characters. */
  static final int DEVICE_LIMIT = 200;

  private static final String PURPOSE = "sign-in/session";

  private final SealedBus bus;
  private final Vault vault;
  private final SealedCollection sessions;
  private final InstantSource clock;
  private final Recent recent = new Recent();
  private final List<Consumer<String>> mourners = new CopyOnWriteArrayList<>();

  /**
   * A session that has not ended.
   *
   * @param id the hash of its secret
   * @param used last use, to {@link #USE_PRECISION}
   */
  record Session(String id, String person, String device, Instant began, Instant used) {
    Instant ends() {
      Instant idle = used.plus(IDLE_LIMIT);
      return idle.isBefore(latest()) ? idle : latest();
    }

    /** When it ends however much it is used. */
    Instant latest() {
      return began.plus(ABSOLUTE_LIMIT);
    }
  }

  /** Sessions of this installation; listens on {@link #ENDED} for what other nodes end. */
  public Sessions(SealedBus bus, Mongo mongo, Vault vault, InstantSource clock) {
    this.bus = bus;
    this.vault = vault;
    this.sessions = new SealedCollection(mongo.documents("sessions"), vault, WorkspaceId.SYSTEM);
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
  String secretOf(String browser, String code, String once) {
    String proof = vault.blindIndex(PURPOSE, browser + "\n" + code + "\n" + once);
    return Secrets.derived(proof);
  }

  /** Begins a session; its secret is known to nobody else. */
  Future<String> begin(String person, String device) {
    return begin(person, device, Secrets.secret());
  }

  /** Begins a session with this secret. */
  Future<String> begin(String person, String device, String secret) {
    Instant now = clock.instant();
    String shortened = device.substring(0, Math.min(device.length(), DEVICE_LIMIT));
    Session session = new Session(Secrets.hash(secret), person, shortened, now, now);
    return sessions.insert(session.id(), session.ends().toEpochMilli(), write(session)).map(secret);
  }

  /** The session with this secret, unless it has ended. Counts as use. */
  Future<Optional<Session>> find(String secret) {
    if (!Secrets.isSecret(secret)) {
      return Future.succeededFuture(Optional.empty());
    }
    String id = Secrets.hash(secret);
    Instant now = clock.instant();
    Recent.Seen seen = recent.get(id, now);
    Future<Optional<Session>> found =
        seen == null ? load(id, now) : Future.succeededFuture(seen.session());
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
        .map(found -> found.flatMap(session -> recent.keep(session, now)));
  }

  /**
   * Writes the use down if the last one is long ago; whoever loses that race need not repeat it.
   */
  private Future<Session> used(SealedCollection.Entry entry, Instant now) {
    Session was = read(entry);
    if (now.isBefore(was.used().plus(USE_PRECISION)) || !now.isBefore(was.ends())) {
      return Future.succeededFuture(was);
    }
    Session is = new Session(was.id(), was.person(), was.device(), was.began(), now);
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

  private Future<Void> endById(String id) {
    return sessions
        .delete(id)
        .map(
            was -> {
              ended(id);
              bus.publish(ENDED, id);
              return null;
            });
  }

  private void ended(String id) {
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
    return Sweep.expired(sessions, clock.millis(), this::endById);
  }

  private static byte[] write(Session session) {
    return new JsonObject()
        .put("person", session.person())
        .put("device", session.device())
        .put("began", session.began().toEpochMilli())
        .put("used", session.used().toEpochMilli())
        .toBuffer()
        .getBytes();
  }

  private static Session read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    return new Session(
        entry.id(),
        json.getString("person"),
        json.getString("device"),
        Instant.ofEpochMilli(json.getLong("began")),
        Instant.ofEpochMilli(json.getLong("used")));
  }

  /**
   * What was read of late, and what ended of late. The ends are kept longer: a read that began
   * before an end must not bring the session back after it.
   */
  private static final class Recent {
    /** A session, or the end of one. */
    record Seen(Optional<Session> session, Instant until) {}

    private final Map<String, Seen> seen =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > CACHE_LIMIT;
          }
        };

    synchronized @Nullable Seen get(String id, Instant now) {
      Seen known = seen.get(id);
      return known != null && now.isBefore(known.until()) ? known : null;
    }

    /** Remembers a session just read; empty if it ended meanwhile. */
    synchronized Optional<Session> keep(Session session, Instant now) {
      Seen known = get(session.id(), now);
      if (known != null && known.session().isEmpty()) {
        return Optional.empty();
      }
      put(session.id(), new Seen(Optional.of(session), now.plus(CACHE_TIME)));
      return Optional.of(session);
    }

    synchronized void end(String id, Instant now) {
      put(id, new Seen(Optional.empty(), now.plus(END_MEMORY)));
    }

    /** Taken out first, so that the eldest is the one written longest ago. */
    private void put(String id, Seen now) {
      seen.remove(id);
      seen.put(id, now);
    }
  }
}
