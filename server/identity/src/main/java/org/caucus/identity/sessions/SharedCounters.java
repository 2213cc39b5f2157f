package org.caucus.identity.sessions;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongBiFunction;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * How often something was done, for limits that keep a secret from being guessed: written down, so
 * that all nodes count together and a restart forgets nothing. What cannot be counted is not done.
 *
 * <p>Of each limit one instant is kept: when all of it will be there again, if nothing more is
 * counted (the generic cell rate algorithm of ITU-T I.371). Whose count it is, the database does
 * not tell: an entry's id is a blind index.
 */
public final class SharedCounters {
  /** How often others may be first to count the same, before it is put off. */
  private static final int TRIES = 16;

  /** Entries that are removed at a time. */
  private static final int BATCH = 500;

  /** How often at most in one sweep; the rest waits for the next. */
  private static final int ROUNDS = 1_000;

  private static final String PURPOSE = "accounts/count";
  private static final String FULL = "full";

  private final SealedCollection entries;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * So many within a time; they come back evenly over it.
   *
   * @param most how many at once
   * @param within the time after which all of them are there again
   */
  public record Limit(long most, Duration within) {
    /**
     * A clock that was far ahead when it was written keeps nobody out for ever: then all of it is
     * used up now, and comes back from now on. Clocks of nodes differ by less than that.
     */
    long believed(long full, long now) {
      return full > now + 2 * within.toMillis() ? now + within.toMillis() : full;
    }

    /** When all is there again after one more, in milliseconds. */
    long next(long full, long now) {
      return Math.max(full, now) + within.toMillis() / most;
    }

    /** How long one has to wait for one more, in milliseconds; 0 if not at all. */
    long wait(long full, long now) {
      return Math.max(0, next(full, now) - within.toMillis() - now);
    }
  }

  /** Counts of this installation. */
  public SharedCounters(Mongo mongo, Vault vault, InstantSource clock) {
    this.entries = new SealedCollection(mongo.documents("counts"), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Counts one against all of these limits, or against none of them.
   *
   * @param what is counted, such as {@code code/peer}; always with the same limits
   * @param key whose
   * @return how many seconds to wait if it is one too many, else 0
   */
  public Future<Long> count(String what, String key, List<Limit> limits) {
    return count(vault.blindIndex(PURPOSE, what + "\n" + key), limits, TRIES);
  }

  private Future<Long> count(String id, List<Limit> limits, int tries) {
    if (tries == 0) {
      return Future.succeededFuture(1L);
    }
    return entries
        .find(id)
        .compose(
            found -> {
              long now = clock.millis();
              List<Long> kept = found.map(SharedCounters::read).orElse(List.of());
              List<Long> full = each(limits, kept, (limit, at) -> limit.believed(at, now));
              long wait = Collections.max(each(limits, full, (limit, at) -> limit.wait(at, now)));
              List<Long> next =
                  wait > 0 ? full : each(limits, full, (limit, at) -> limit.next(at, now));
              return next.equals(kept)
                  ? Future.succeededFuture(seconds(wait))
                  : kept(id, found, next)
                      .compose(
                          first ->
                              first
                                  ? Future.succeededFuture(seconds(wait))
                                  : count(id, limits, tries - 1));
            });
  }

  private static long seconds(long millis) {
    return Math.ceilDiv(millis, TimeUnit.SECONDS.toMillis(1));
  }

  private static List<Long> each(
      List<Limit> limits, List<Long> full, ToLongBiFunction<Limit, Long> how) {
    List<Long> each = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      each.add(how.applyAsLong(limits.get(i), i < full.size() ? full.get(i) : 0L));
    }
    return each;
  }

  private Future<Boolean> kept(String id, Optional<SealedCollection.Entry> was, List<Long> full) {
    byte[] plain = new JsonObject().put(FULL, new JsonArray(full)).toBuffer().getBytes();
    long due = full.stream().mapToLong(Long::longValue).max().orElse(0);
    return was.isEmpty()
        ? entries.insertIfAbsent(id, due, plain)
        : entries.replaceIf(id, was.get().version(), plain, OptionalLong.of(due));
  }

  private static List<Long> read(SealedCollection.Entry entry) {
    return new JsonObject(Buffer.buffer(entry.plain()))
        .getJsonArray(FULL).stream().map(Number.class::cast).map(Number::longValue).toList();
  }

  /** Forgets what is all there again; how many. */
  public Future<Integer> sweep() {
    return sweep(ROUNDS);
  }

  private Future<Integer> sweep(int rounds) {
    return entries
        .due(clock.millis(), BATCH)
        .compose(
            due ->
                Future.join(due.stream().map(e -> entries.delete(e.id())).toList())
                    .compose(v -> due.size() < BATCH || rounds == 1 ? none() : sweep(rounds - 1))
                    .map(more -> more + due.size()));
  }

  private static Future<Integer> none() {
    return Future.succeededFuture(0);
  }
}
