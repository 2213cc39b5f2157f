package org.caucus.e2e.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.caucus.app.wiring.Wiring;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.platform.crypto.NativeProvider;

/**
 * {@code DATA SEATS POSTS RUNS}: mornings of a list whose seats all want digests, in one zone, at a
 * whole server with a counting host behind it. From six o'clock until the last digest was read to
 * its end; a line of JSON for each morning. The server's clock is what is put ahead.
 */
public final class DigestRun {
  private static final Duration TO_THE_MORNING = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int QUIET_MILLIS = 3_000;

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final CountingHost host = new CountingHost("Coalition Digest");
  private final int seats;

  private DigestRun(int seats) throws IOException {
    this.seats = seats;
  }

  /** One run. */
  public static void main(String[] args) throws Exception {
    NativeProvider.prefer();
    new DigestRun(Integer.parseInt(args[1]))
        .run(Path.of(args[0]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    System.exit(0);
  }

  private void run(Path data, int posts, int mornings) throws Exception {
    // one writes, and the others get digests
    List<String> addresses =
        IntStream.rangeClosed(0, seats).mapToObj(i -> "m" + i + "@home.example").toList();
    String smarthost = "smtp://127.0.0.1:" + host.port() + "?starttls=off";
    Wiring wiring =
        new Wiring(
            RelayHouse.settings(data, smarthost, addresses.getFirst()),
            () -> Instant.now().plus(ahead.get()));
    RelayHouse house = new RelayHouse(wiring);
    house.fill(addresses);
    house.chooseDigests();
    wiring.start(List.of());
    Thread.sleep(5L * QUIET_MILLIS);
    for (int morning = 1; morning <= mornings; morning++) {
      for (int i = 0; i < posts; i++) {
        Post post = Post.web("Removal within 24 hours is too short.\n".repeat(50), null, null);
        house.act(new ListCommand.StartThread(RelayHouse.LIST, "Notice " + i, post));
      }
      Thread.sleep(QUIET_MILLIS); // gathered, and no longer to be taken back
      morning(posts);
      Thread.sleep(QUIET_MILLIS);
    }
    wiring.close();
  }

  private void morning(int posts) throws InterruptedException {
    int before = host.taken.size();
    long cpu = cpuMillis();
    ahead.updateAndGet(TO_THE_MORNING::plus);
    long began = System.nanoTime();
    long first = 0;
    while (host.taken.size() < before + seats) {
      Thread.sleep(1);
      if (first == 0 && host.taken.size() > before) {
        first = System.nanoTime();
      }
      if (System.nanoTime() - began > LONGEST.toNanos()) {
        throw new IllegalStateException((host.taken.size() - before) + " digests came");
      }
    }
    long last = System.nanoTime();
    System.out.println(
        new JsonObject()
            .put("bench", "digests")
            .put("seats", seats)
            .put("posts", posts)
            .put("first_ms", (first - began) / 1_000_000)
            .put("last_ms", (last - began) / 1_000_000)
            .put("after_first_ms", (last - first) / 1_000_000)
            .put("cpu_ms", cpuMillis() - cpu)
            .put("doubled", host.doubles.values().stream().mapToInt(Integer::intValue).sum())
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  private static long cpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
