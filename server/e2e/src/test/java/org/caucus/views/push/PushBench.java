package org.caucus.views.push;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.eventlog.subscriptions.DeadLetters;
import org.caucus.platform.eventlog.subscriptions.RetryPolicy;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;

/**
 * What {@code infra/bench/push} runs: from the durable commit of what rings to the request at the
 * push service, over TLS, for so many devices of a person at once. All that came is opened by
 * http_ece in the end. Prints a line of JSON.
 */
public final class PushBench extends AtPush {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_NANOS = 200_000;
  private static final double NANOS_PER_MILLI = 1_000_000;

  private PushBench() {}

  /**
   * {@code DEVICES RUNS}.
   *
   * @throws Exception if there is no room for its data, or no node
   */
  public static void main(String[] args) throws Exception {
    authorities = Files.createTempDirectory("caucus-bench-authority");
    vouch();
    PushBench bench = new PushBench();
    Path data = Files.createTempDirectory("caucus-bench-push");
    bench.directory = data;
    bench.open();
    try {
      bench.run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    } finally {
      bench.close();
    }
    System.exit(0);
  }

  private void run(int devices, int runs) throws IOException, InterruptedException {
    for (int i = 0; i < devices; i++) {
      device("ben", String.valueOf(i));
    }
    PushNotifications follower =
        new PushNotifications(
            office.rooms,
            store,
            worker()::soon,
            (workspace, seat) -> Future.succeededFuture(),
            clock);
    Leases leases = new Leases(office.caucus.mongo(), Node.alone(office.caucus.mongo()));
    RetryPolicy retry = new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1));
    List<Double> first = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    try (Subscriptions followers =
        new Subscriptions(
            office.caucus.mongo(),
            office.caucus.vault(),
            office.caucus.log(),
            leases,
            retry,
            new Failing(),
            List.of(follower))) {
      followers.start().await();
      for (int run = -1; run < runs; run++) { // the first is no measurement
        int before = heard.size();
        gives("ben", "Issue " + run, null);
        long began = System.nanoTime();
        followers.ring(office.workspace, office.state().sequence());
        double firstMs = until(before + 1, began);
        double lastMs = until(before + devices, began);
        if (run >= 0) {
          first.add(firstMs);
          last.add(lastMs);
        }
      }
    }
    print(devices, first, last, shown().size());
  }

  private double until(int many, long began) {
    while (heard.size() < many) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new AssertionError(heard.size() + " of " + many + " pushes came");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return (System.nanoTime() - began) / NANOS_PER_MILLI;
  }

  private static void print(int devices, List<Double> first, List<Double> last, int opened) {
    System.out.println(
        new JsonObject()
            .put("bench", "push")
            .put("devices", devices)
            .put("runs", first.size())
            .put("grace_ms", PushNotifications.GRACE.toMillis())
            .put("first_p50_ms", at(first, 50))
            .put("last_p50_ms", at(last, 50))
            .put("last_max_ms", at(last, 100))
            .put("opened_by_http_ece", opened)
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  private static long at(List<Double> times, int percent) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return Math.round(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
  }

  /** Nothing is given up here. */
  private static final class Failing implements Subscriptions.Listener {
    @Override
    public void dead(DeadLetters.DeadLetter letter) {
      throw new AssertionError(letter.toString());
    }

    @Override
    public void stalled(String follower, WorkspaceId workspace, Throwable cause) {
      throw new AssertionError(follower, cause);
    }
  }
}
