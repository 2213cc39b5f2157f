package org.caucus.platform.limits;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.platform.limits.ParsingQueue.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what may take long on a few threads of its own, so that a hostile input keeps none of the
 * threads busy that answer everybody. They are platform threads, fewer than processors wherever
 * there are two: virtual threads share as many carriers as there are processors, and work that
 * never waits does not give its carrier back.
 *
 * <p>What members sent comes first. Strangers' input has one thread at a time, so that it never has
 * all of them where there are several; what is small of members' has one that nobody else has.
 * Budgets bound each piece of work; should one go on for {@link #LIMIT} all the same, it fails for
 * its caller, and another thread takes the place of its own, for {@link #MAX_SUBSTITUTES} at once.
 * While none is left, all work is refused, so that nobody waits for what is not begun; a thread
 * that comes back takes up work again.
 */
public final class ParsingExecutor implements AutoCloseable {
  /** Threads, however many processors there are. */
  static final int MAX_THREADS = 4;

  /** Pieces of work that wait; more are refused, and their input is read later. */
  public static final int MAX_WAITING = 1_000;

  /** How long one piece of work may go on. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  /** Threads that replace others which have not come back yet. */
  static final int MAX_SUBSTITUTES = 3;

  private static final ScheduledExecutorService WATCH = watch();
  private static final Logger LOG = LoggerFactory.getLogger(ParsingExecutor.class);

  /** There is more to read than can wait, or no thread is left to read it. */
  public static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1;

    Full() {
      super("inputs wait to be read");
    }
  }

  /**
   * What is smaller is read on a thread of its own, in octets, so that it waits for nothing large.
   */
  public static final int SMALL_OCTETS = 64 * 1024;

  private final ParsingQueue queue = new ParsingQueue(MAX_WAITING);
  private final @Nullable ParsingExecutor small;
  private final Duration limit;
  private final int threads;
  private final ReentrantLock lock = new ReentrantLock();
  private int working;
  private int late;

  /** It went on for too long. */
  public static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** For the thread that waits for it. */
    public TooLong() {
      super("an input was not read within " + LIMIT.toSeconds() + " s");
    }
  }

  /** As many threads as this machine can spare. */
  public ParsingExecutor() {
    this(Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, MAX_THREADS));
  }

  /** So many threads, and one for what is small. */
  public ParsingExecutor(int threads) {
    this(threads, LIMIT, new ParsingExecutor(1, LIMIT));
  }

  ParsingExecutor(int threads, Duration limit) {
    this(threads, limit, null);
  }

  private ParsingExecutor(int threads, Duration limit, @Nullable ParsingExecutor small) {
    this.small = small;
    this.limit = limit;
    this.threads = threads;
    this.working = threads;
    for (int i = 0; i < threads; i++) {
      start();
    }
  }

  /** What was done in time is forgotten at once, with the input that it read. */
  private static ScheduledExecutorService watch() {
    var watch =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("heavy-watch").daemon().factory());
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  private void start() {
    Thread.ofPlatform().name("heavy-", 0).daemon().start(this::work);
  }

  /** Does it when its turn comes; fails with {@link Full}, or as the work does. */
  public <T> Future<T> submit(InputSource source, Callable<T> work) {
    Promise<T> done = Promise.promise();
    Turn turn = new Turn(source, () -> run(work, done), done::tryFail);
    return queue.add(turn) ? done.future() : Future.failedFuture(new Full());
  }

  /** The same of an input of so many octets: a small one of a member waits for small ones alone. */
  public <T> Future<T> submit(InputSource source, long octets, Callable<T> work) {
    ParsingExecutor apart = small;
    return apart != null && source == InputSource.MEMBERS && octets < SMALL_OCTETS
        ? apart.submit(source, work)
        : submit(source, work);
  }

  /** Ends when what is under way has ended; what waits is not begun any more. */
  @Override
  public void close() {
    queue.close();
    if (small != null) {
      small.close();
    }
  }

  private static <T> void run(Callable<T> work, Promise<T> done) {
    try {
      done.tryComplete(work.call());
    } catch (Exception | Error e) { // an input that exhausts the stack ends its own reading alone
      done.tryFail(e);
    }
  }

  private void work() {
    boolean goesOn = true;
    Turn turn = queue.next();
    while (goesOn && turn != null) {
      Turn now = turn;
      ScheduledFuture<?> end =
          WATCH.schedule(() -> late(now), limit.toMillis(), TimeUnit.MILLISECONDS);
      try {
        now.work.run();
      } catch (RuntimeException e) {
        LOG.error("what waited for a reading failed", e);
      }
      end.cancel(false);
      goesOn = ended(now);
      turn = goesOn ? queue.next() : null;
    }
  }

  /** Whether its thread is still wanted: not where another took its place. */
  private boolean ended(Turn turn) {
    if (turn.over.compareAndSet(false, true)) {
      queue.ended(turn);
      return true;
    }
    return isWantedAgain();
  }

  private boolean isWantedAgain() {
    lock.lock();
    try {
      late--;
      if (working >= threads) {
        return false;
      }
      working++;
      queue.manned();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void late(Turn turn) {
    LOG.error("an input is being read for {} s", limit.toSeconds());
    if (turn.over.compareAndSet(false, true)) {
      replace().forEach(waiting -> waiting.failing.accept(new Full()));
      queue.ended(turn);
    }
    turn.failing.accept(new TooLong());
  }

  /** Starts another thread, if there may be one; what waits in vain if none is left. */
  private List<Turn> replace() {
    lock.lock();
    try {
      late++;
      if (late <= MAX_SUBSTITUTES) {
        start();
        return List.of();
      }
      working--;
      return working == 0 ? queue.unmanned() : List.of();
    } finally {
      lock.unlock();
    }
  }
}
