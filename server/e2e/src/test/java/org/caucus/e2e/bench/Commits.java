package org.caucus.e2e.bench;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.store.MongoSettings;
import org.caucus.workspace.Rooms;

/**
 * Durable commits a second: 64 callers, each putting its next command when the last is
 * acknowledged, on the embedded store or the server of {@code CAUCUS_MONGODB_URI}; into one
 * workspace, and spread over 32.
 */
final class Commits {
  private static final int CALLERS = 64;
  private static final String TEXT =
      "Removal within 24 hours of notice. ".repeat(15).substring(0, 500);
  private static final int ISSUES = 20;
  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Installation caucus;
  private final Rooms rooms;
  private final List<Place> places = new ArrayList<>();

  /** One workspace to write into. */
  private record Place(WorkspaceId workspace, SeatId seat, List<String> issues) {}

  Commits(Installation caucus, Rooms rooms) {
    this.caucus = caucus;
    this.rooms = rooms;
  }

  /** Arguments: seconds a run, runs. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Duration each = Duration.ofSeconds(Long.parseLong(args[0]));
    int runs = Integer.parseInt(args[1]);
    Path directory = Files.createTempDirectory("caucus-commits");
    Vertx vertx = Vertx.vertx();
    var settings = new MongoSettings(System.getenv("CAUCUS_MONGODB_URI"), directory);
    try (var caucus = Installation.open(settings)) {
      var commits =
          new Commits(
              caucus, new Rooms(caucus.log(), InstantSource.system(), caucus.ownBell(vertx)));
      for (int i = 0; i < 32; i++) {
        commits.found(i);
      }
      commits.measure(1, each); // the compiler wakes up
      for (int run = 1; run <= runs; run++) {
        System.out.println(commits.measure(1, each).put("run", run).encode());
        System.out.println(commits.measure(32, each).put("run", run).encode());
      }
    } finally {
      vertx.close().await();
    }
  }

  void found(int number) {
    WorkspaceId workspace = caucus.workspace();
    rooms
        .submit(
            workspace,
            null,
            new MemberCommand.OpenWorkspace(
                "code" + number, "Code of Practice", "rights", "Rights Watch", "ada", "Ada Obi"),
            null)
        .await();
    SeatId seat = rooms.read(workspace).await().members().seatOf("ada").orElseThrow().id();
    rooms
        .submit(
            workspace,
            seat,
            new IssueCommand.OpenTracker("COP", "Provisions", "cop", Audience.everyone()),
            null)
        .await();
    List<String> issues = new ArrayList<>();
    for (int i = 0; i < ISSUES; i++) {
      var issue =
          new IssueCommand.OpenIssue("COP", "Provision " + i, "", "", List.of(), null, null, null);
      issues.add(rooms.submit(workspace, seat, issue, null).await().thing());
    }
    places.add(new Place(workspace, seat, issues));
  }

  JsonObject measure(int workspaces, Duration each) throws InterruptedException {
    AtomicLong acknowledged = new AtomicLong();
    List<long[]> latencies = new ArrayList<>();
    CountDownLatch ended = new CountDownLatch(CALLERS);
    long syncs = caucus.mongo().syncs();
    long cpu = CPU.getProcessCpuTime();
    long began = System.nanoTime();
    long until = began + each.toNanos();
    for (int caller = 0; caller < CALLERS; caller++) {
      Place place = places.get(caller % workspaces);
      long[] mine = new long[200_000];
      latencies.add(mine);
      Thread.startVirtualThread(
          () -> {
            call(place, until, mine, acknowledged);
            ended.countDown();
          });
    }
    ended.await();
    double seconds = (System.nanoTime() - began) / 1e9;
    long[] all =
        latencies.stream().flatMapToLong(Arrays::stream).filter(n -> n > 0).sorted().toArray();
    return new JsonObject()
        .put("bench", "commits")
        .put("database", caucus.mongo().embedded() ? "embedded" : "given")
        .put("workspaces", workspaces)
        .put("callers", CALLERS)
        .put("command_bytes", TEXT.length())
        .put("seconds", Math.round(seconds * 10) / 10.0)
        .put("acknowledged_per_s", Math.round(acknowledged.get() / seconds))
        .put("syncs_per_s", Math.round((caucus.mongo().syncs() - syncs) / seconds))
        .put("cpu_us_each", (CPU.getProcessCpuTime() - cpu) / 1_000 / acknowledged.get())
        .put("p50_ms", millis(all[all.length / 2]))
        .put("p99_ms", millis(all[all.length * 99 / 100]))
        .put("cores", Runtime.getRuntime().availableProcessors());
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1e4) / 100.0;
  }

  private void call(Place place, long until, long[] latencies, AtomicLong acknowledged) {
    for (int n = 0; System.nanoTime() < until; n++) {
      long asked = System.nanoTime();
      String issue = place.issues().get(n % ISSUES);
      var comment = new IssueCommand.CommentIssue(issue, Post.web(TEXT, null, null));
      rooms.submit(place.workspace(), place.seat(), comment, null).await();
      latencies[n] = System.nanoTime() - asked;
      acknowledged.incrementAndGet();
    }
  }
}
