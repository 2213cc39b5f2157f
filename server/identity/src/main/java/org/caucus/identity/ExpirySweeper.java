package org.caucus.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.caucus.platform.eventlog.SealedCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes sessions, tokens and codes that have run out. They are refused from the moment they run
 * out, sweep or no sweep; this keeps the database small and closes streams whose session ended by
 * itself.
 */
public final class ExpirySweeper {
  /** Time between two sweeps. */
  public static final Duration PERIOD = Duration.ofMinutes(10);

  /** Time from the start to the first: what a process left that was killed does not wait long. */
  private static final Duration FIRST = Duration.ofSeconds(30);

  /** Entries of one kind that are removed at a time. */
  static final int BATCH = 500;

  /** How often at most in one sweep; the rest waits for the next. */
  private static final int ROUNDS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(ExpirySweeper.class);

  private final Sessions sessions;
  private final Tokens tokens;
  private final VerificationCodes codes;
  private final Supplier<Future<Integer>> more;

  /**
   * Sweeps these.
   *
   * @param more other things to sweep
   */
  public ExpirySweeper(
      Sessions sessions, Tokens tokens, VerificationCodes codes, Supplier<Future<Integer>> more) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.codes = codes;
    this.more = more;
  }

  /** Sweeps soon, and every {@link #PERIOD} until Vert.x closes. */
  public void start(Vertx vertx) {
    vertx.setTimer(FIRST.toMillis(), timer -> swept());
    vertx.setPeriodic(PERIOD.toMillis(), timer -> swept());
  }

  /** One sweep. */
  Future<Void> now() {
    return Future.join(sessions.sweep(), tokens.sweep(), codes.sweep(), more.get()).mapEmpty();
  }

  private void swept() {
    // the next sweep tries again, so that a failure is told and no more
    now().onFailure(e -> LOG.warn("sweep of accounts failed: {}", e.getClass().getSimpleName()));
  }

  /**
   * Hands the ids of expired entries to {@code end}, which removes them; how many there were. As
   * fast as strangers who ask for codes can make them.
   */
  static Future<Integer> expired(
      SealedCollection entries, long nowMillis, Function<String, Future<Void>> end) {
    return expired(entries, nowMillis, end, ROUNDS);
  }

  private static Future<Integer> expired(
      SealedCollection entries, long nowMillis, Function<String, Future<Void>> end, int rounds) {
    return entries
        .due(nowMillis, BATCH)
        .compose(
            due -> {
              List<Future<Void>> ended = due.stream().map(e -> end.apply(e.id())).toList();
              int more = due.size() < BATCH ? 0 : rounds - 1;
              return Future.join(ended)
                  .compose(
                      v ->
                          more == 0
                              ? Future.succeededFuture(0)
                              : expired(entries, nowMillis, end, more))
                  .map(after -> after + due.size());
            });
  }
}
