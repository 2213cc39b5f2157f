package org.caucus.platform.observability;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.platform.observability.Readiness.Check;

/**
 * Tries a part that Caucus depends on, at a bounded cost: at most once in {@link #KEPT} however
 * many ask, never twice at a time, and each try counts as failed after {@link #LIMIT}.
 */
public final class Probe {
  /** So long a finding holds. */
  public static final Duration KEPT = Duration.ofSeconds(20);

  /** So long one try may take. */
  public static final Duration LIMIT = Duration.ofSeconds(5);

  private final String name;
  private final boolean vital;
  private final Look look;
  private final long keptNanos;
  private final AtomicReference<Try> last = new AtomicReference<>();

  /** One try; it may block. */
  public interface Look {
    /** What is wrong and what to do; empty if nothing is. */
    Optional<String> fault() throws Exception;
  }

  private record Try(Promise<Optional<String>> found, Future<Optional<String>> told, long nanos) {
    boolean holds(long nanosKept) {
      return System.nanoTime() - nanos < nanosKept;
    }
  }

  /**
   * A probe of a part.
   *
   * @param vital without it nothing can be served
   */
  public Probe(String name, boolean vital, Look look) {
    this(name, vital, look, KEPT);
  }

  /**
   * The same, of which a finding holds for another time.
   *
   * @param kept how long
   */
  public Probe(String name, boolean vital, Look look, Duration kept) {
    this.name = name;
    this.vital = vital;
    this.look = look;
    this.keptNanos = kept.toNanos();
  }

  /** The part's name. */
  public String name() {
    return name;
  }

  /** As one of the checks of readiness. */
  public Check check() {
    return new Check(name, vital, this::fault);
  }

  /** What was found; at most {@link #KEPT} ago, or as soon as it is known. */
  public Future<Optional<String>> fault() {
    Try before = last.get();
    if (before != null && (before.holds(keptNanos) || !before.found().future().isComplete())) {
      return before.told();
    }
    Promise<Optional<String>> found = Promise.promise();
    Future<Optional<String>> told =
        found
            .future()
            .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
            .otherwise(e -> Optional.of(said(e)));
    Try now = new Try(found, told, System.nanoTime());
    if (!last.compareAndSet(before, now)) {
      return fault();
    }
    Thread.ofVirtual().name("probe-" + name).start(() -> attempt(found));
    return told;
  }

  private void attempt(Promise<Optional<String>> found) {
    try {
      found.tryComplete(look.fault());
    } catch (Exception e) {
      found.tryFail(e);
    }
  }

  private String said(Throwable e) {
    return "The check of %s gave no result within %d s, or failed: %s."
        .formatted(name, LIMIT.toSeconds(), e.getClass().getSimpleName());
  }
}
