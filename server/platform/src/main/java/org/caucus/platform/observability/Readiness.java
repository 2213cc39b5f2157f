package org.caucus.platform.observability;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Whether this node can serve, and what somebody should look at, in sentences. */
public final class Readiness {
  /** A check that has not answered by then counts as failed. */
  public static final Duration PATIENCE = Duration.ofSeconds(6);

  private final List<Check> checks;

  /**
   * One thing that must be right.
   *
   * @param vital without it nothing can be served; otherwise the node is ready but needs a look
   * @param fault what is wrong and what to do, empty if nothing is; a failed future is a fault too
   */
  public record Check(String name, boolean vital, Supplier<Future<Optional<String>>> fault) {}

  /** What was found. */
  public record Report(boolean ready, JsonObject json) {}

  /** With these checks. */
  public Readiness(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** A number for each check: 1 while it finds a fault, 0 while it finds none. */
  public Readiness countedBy(Gauges gauges) {
    for (Check check : checks) {
      gauges.count(
          "caucus.check.failing",
          "Checks of readiness that find a fault",
          "check",
          check.name(),
          () -> ask(check).map(fault -> fault.isPresent() ? 1L : 0L));
    }
    return this;
  }

  /** Looks now. Waits, at most {@link #PATIENCE} for all together. */
  public Report look() {
    List<Future<Optional<String>>> asked = checks.stream().map(Readiness::ask).toList();
    boolean ready = true;
    JsonArray reasons = new JsonArray();
    for (int i = 0; i < checks.size(); i++) {
      Optional<String> fault = asked.get(i).await();
      ready &= fault.isEmpty() || !checks.get(i).vital();
      int at = i;
      fault.ifPresent(
          words ->
              reasons.add(
                  new JsonObject()
                      .put("check", checks.get(at).name())
                      .put("vital", checks.get(at).vital())
                      .put("reason", words)));
    }
    return new Report(
        ready, new JsonObject().put("status", status(ready, reasons)).put("reasons", reasons));
  }

  private static Future<Optional<String>> ask(Check check) {
    return check
        .fault()
        .get()
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(e -> Optional.of("it does not answer: " + e.getClass().getSimpleName()));
  }

  private static String status(boolean ready, JsonArray reasons) {
    if (!ready) {
      return "not ready";
    }
    return reasons.isEmpty() ? "ready" : "ready, but needs a look";
  }
}
