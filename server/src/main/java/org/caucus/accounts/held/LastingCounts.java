package org.caucus.accounts.held;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;

/**
 * How often something was done, for limits that keep a secret from being guessed: written down, so
 * that all nodes count together and a restart forgets nothing. What cannot be counted is not done.
 *
 * <p>Of each limit one instant is kept: when all of it will be there again, if nothing more is
 * counted (the generic cell rate algorithm of ITU-T I.371). Whose count it is, the database does
 * not tell: an entry's id is a blind index.
 */
public final class LastingCounts {
  /** How often others may be first to count the same, before it is put off. */
  private static final int TRIES = 16;

  /** Entries that one sweep removes at a time. */
  private static final int BATCH = 500;

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
    /** When all is there again after one more, in milliseconds. */
    long next(long full, long now) {
      // never later than if all were used up now: a clock that was wrong keeps nobody out for
      // longer
      return Math.min(Math.max(full, now), now + within.toMillis()) + within.toMillis() / most;
    }

    /** How long one has to wait for one more, in milliseconds; 0 if not at all. */
    long wait(long full, long now) {
      return Math.max(0, next(full, now) - within.toMillis() - now);
    }
  }

  /** Counts of this installation. */
  public LastingCounts(Mongo mongo, Vault vault, InstantSource clock) {
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
              List<Long> full = found.map(LastingCounts::read).orElse(List.of());
              long wait = wait(full, limits, now);
              return wait > 0
                  ? Future.succeededFuture(Math.ceilDiv(wait, TimeUnit.SECONDS.toMillis(1)))
                  : kept(id, found, next(full, limits, now))
                      .compose(
                          first ->
                              first ? Future.succeededFuture(0L) : count(id, limits, tries - 1));
            });
  }

  private static long wait(List<Long> full, List<Limit> limits, long now) {
    long longest = 0;
    for (int i = 0; i < limits.size(); i++) {
      longest = Math.max(longest, limits.get(i).wait(at(full, i), now));
    }
    return longest;
  }

  private static List<Long> next(List<Long> full, List<Limit> limits, long now) {
    List<Long> next = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      next.add(limits.get(i).next(at(full, i), now));
    }
    return next;
  }

  private static long at(List<Long> full, int limit) {
    return limit < full.size() ? full.get(limit) : 0;
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
    return entries
        .due(clock.millis(), BATCH)
        .compose(
            due ->
                Future.join(due.stream().map(e -> entries.delete(e.id())).toList())
                    .compose(v -> due.size() < BATCH ? none() : sweep())
                    .map(more -> more + due.size()));
  }

  private static Future<Integer> none() {
    return Future.succeededFuture(0);
  }
}
