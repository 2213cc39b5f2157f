package org.caucus.e2e.bench;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitMeters;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/**
 * Kills a process with 64 concurrent writers again and again at random instants, each time on the
 * same data directory, and counts what was lost, forked or done twice.
 */
final class Kills {
  private static final int CALLERS = 64;
  private static final int MOST_ALIVE_MS = 1_500;
  private static final int GOAL_MS = 3_000;

  /** Kills of one data directory; then a new one, so that restarts measure recovery, not growth. */
  private static final int LIVES = 25;

  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final Duration SNAPSHOTS_EVERY = Duration.ofMillis(500);

  private static final String TEXT = "Removal within 24 hours of notice. ".repeat(14);

  /** How long the process lives and writes whose end writes the JVM's cache for those killed. */
  private static final int REHEARSAL_MS = 5_000;

  private static final String READY = "ready after CPU ms ";
  private static final String DONE = "done ";

  private Kills() {}

  /** Arguments: number of kills. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int kills = Integer.parseInt(args[0]);
    Path cache = Files.createTempDirectory("caucus-kills").resolve("kills.aot");
    rehearse(cache);
    Random random = new Random(11);
    JsonObject all = new JsonObject().put("bench", "kills").put("kills", kills);
    List<Start> starts = new ArrayList<>();
    for (int done = 0; done < kills; done += LIVES) {
      Path directory = Files.createTempDirectory("caucus-kills");
      found(directory);
      Set<String> acknowledged = new HashSet<>();
      for (int life = 0; life < Math.min(LIVES, kills - done); life++) {
        int aliveMs = random.nextInt(MOST_ALIVE_MS);
        starts.add(live(directory, cache, life, aliveMs, acknowledged));
      }
      verified(directory, acknowledged)
          .forEach(f -> all.put(f.getKey(), all.getLong(f.getKey(), 0L) + (long) f.getValue()));
    }
    System.out.println(
        all.put("writers", CALLERS)
            .put("median_restart_ms", middle(starts))
            .put("restarts_over_3000_ms", starts.stream().filter(s -> s.ms() > GOAL_MS).count())
            .put("slowest_restart_ms", slowest(starts, Start::ms))
            .put("slowest_restart_cpu_ms", slowest(starts, Start::cpuMs))
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  /** From the start of a process until it serves; its CPU tells more where others are at work. */
  private record Start(long ms, long cpuMs) {}

  private static long slowest(List<Start> starts, ToLongFunction<Start> by) {
    return starts.stream().mapToLong(by).max().orElse(0);
  }

  private static long middle(List<Start> starts) {
    return starts.stream().map(Start::ms).sorted().toList().get(starts.size() / 2);
  }

  private static void found(Path directory) throws IOException {
    Vertx vertx = Vertx.vertx();
    try (var caucus = Installation.open(directory);
        Rooms rooms = rooms(caucus, vertx)) {
      WorkspaceId workspace = caucus.workspace();
      var open =
          new MemberCommand.OpenWorkspace(
              "code", "Code of Practice", "rights", "Rights Watch", "ada", "Ada Obi");
      rooms.submit(workspace, null, open, null).await();
      SeatId seat = seat(rooms.read(workspace).await());
      var tracker = new IssueCommand.OpenTracker("COP", "Provisions", "cop", Audience.everyone());
      rooms.submit(workspace, seat, tracker, null).await();
      var issue =
          new IssueCommand.OpenIssue("COP", "Provision", "", "", List.of(), null, null, null);
      String id = rooms.submit(workspace, seat, issue, null).await().thing();
      Files.writeString(directory.resolve("place"), workspace.value() + " " + id);
    } finally {
      vertx.close().await();
    }
  }

  /** As a server has them, but for the time between snapshots: a life here is short. */
  private static Rooms rooms(Installation caucus, Vertx vertx) {
    return new Rooms(
        caucus.log(),
        new Snapshots(caucus.mongo(), caucus.vault()),
        InstantSource.system(),
        caucus.ownBell(vertx),
        CommitMeters.NONE,
        new Rooms.Limits(Long.MAX_VALUE, Duration.ofHours(1), SNAPSHOTS_EVERY));
  }

  private static SeatId seat(Workspace state) {
    return state.members().seatOf("ada").orElseThrow().id();
  }

  /**
   * As {@code infra/deploy/rehearse} does for a service: lives until it is asked to end, and leaves
   * what the JVM learnt of its classes.
   */
  private static void rehearse(Path cache) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("caucus-kills");
    found(directory);
    for (String flag : List.of("-XX:AOTMode=off", "-XX:AOTCacheOutput=" + cache)) {
      Process child = start(directory, "rehearsal" + flag.length(), flag, "-Xlog:aot=error");
      try (var output = child.inputReader(StandardCharsets.UTF_8)) {
        ready(output.readLine());
        Thread reading = Thread.ofPlatform().start(() -> output.lines().forEach(line -> {}));
        Thread.sleep(REHEARSAL_MS);
        child.toHandle().destroy(); // its handle leaves the output readable
        reading.join();
        child.waitFor();
      }
    }
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the JVM wrote no cache");
    }
  }

  /** As a service starts: {@code infra/deploy/caucus.service}. */
  private static Process start(Path directory, String keys, String... flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Xmn40m", "-XX:+UseSerialGC"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Writer.class.getName()));
    command.addAll(List.of(directory.toString(), keys));
    return new ProcessBuilder(command).redirectError(new File("/dev/null")).start();
  }

  /** What it took of the processor, in ms, to come to serve. */
  private static long ready(String said) {
    if (said == null || !said.startsWith(READY)) {
      throw new IllegalStateException("the process did not come to serve");
    }
    return Long.parseLong(said.substring(READY.length()));
  }

  /** One life and death. */
  private static Start live(
      Path directory, Path cache, int life, int aliveMs, Set<String> acknowledged)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process child =
        start(directory, "life" + life, "-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    try (var output = child.inputReader(StandardCharsets.UTF_8)) {
      long cpuMs = ready(output.readLine());
      long ms = (System.nanoTime() - began) / 1_000_000;
      Thread reading = Thread.ofPlatform().start(() -> acknowledged.addAll(done(output)));
      Thread.sleep(aliveMs);
      child.toHandle().destroyForcibly();
      reading.join();
      child.waitFor();
      return new Start(ms, cpuMs);
    }
  }

  /** What is acknowledged until the output ends; a line that was cut off is not. */
  private static List<String> done(BufferedReader output) {
    return output
        .lines()
        .filter(line -> line.startsWith(DONE) && line.endsWith("."))
        .map(line -> line.substring(DONE.length(), line.length() - 1))
        .toList();
  }

  private static JsonObject verified(Path directory, Set<String> acknowledged) throws IOException {
    String[] place = Files.readString(directory.resolve("place")).split(" ", 2);
    WorkspaceId id = new WorkspaceId(place[0]);
    Vertx vertx = Vertx.vertx();
    try (var caucus = Installation.open(directory);
        Rooms rooms = rooms(caucus, vertx)) {
      Workspace whole = replayed(caucus.log(), id);
      boolean forked = caucus.log().length(id).await() != whole.sequence();
      boolean differs = !forked && !rooms.read(id).await().equals(whole);
      Map<String, Integer> keys = keys(whole);
      long lost = acknowledged.stream().filter(k -> !keys.containsKey(k)).count();
      long doubled = keys.values().stream().filter(n -> n > 1).count();
      return new JsonObject()
          .put("acknowledged", (long) acknowledged.size())
          .put("in_log", (long) keys.size())
          .put("lost", lost)
          .put("doubled", doubled)
          .put("forks", forked ? 1L : 0L)
          .put("snapshots_that_differ", differs ? 1L : 0L);
    } finally {
      vertx.close().await();
    }
  }

  /** As far as each record carries the hash of the one before it: up to a fork, if there is one. */
  private static Workspace replayed(EventLog log, WorkspaceId id) {
    Workspace state = Workspace.empty(id);
    try {
      var page = log.read(id, 0, RecordHash.NONE, EventLog.READ_LIMIT).await();
      while (!page.isEmpty()) {
        for (var record : page) {
          state = state.follow(record);
        }
        page = log.read(id, state.sequence(), state.tip(), EventLog.READ_LIMIT).await();
      }
    } catch (LogException.Broken | LogException.Gap e) {
      System.err.println(e.getMessage());
    }
    return state;
  }

  private static Map<String, Integer> keys(Workspace state) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    for (Commit commit : state.history()) {
      if (commit.key() != null) {
        keys.merge(commit.key().value(), 1, Integer::sum);
      }
    }
    return keys;
  }

  /** The process that is killed. Each command is put twice, as by a client that lost the answer. */
  static final class Writer {
    private Writer() {}

    /** Writes for ever. */
    public static void main(String[] args) throws IOException {
      Path directory = Path.of(args[0]);
      String[] place = Files.readString(directory.resolve("place")).split(" ", 2);
      WorkspaceId workspace = new WorkspaceId(place[0]);
      var caucus = Installation.open(directory);
      Rooms rooms = rooms(caucus, Vertx.vertx());
      SeatId seat = seat(rooms.read(workspace).await());
      System.out.println(READY + CPU.getProcessCpuTime() / 1_000_000);
      AtomicLong next = new AtomicLong();
      for (int caller = 0; caller < CALLERS; caller++) {
        Thread.ofPlatform()
            .start(
                () -> {
                  while (true) {
                    IdempotencyKey key =
                        new IdempotencyKey(args[1] + "-" + next.incrementAndGet(), "comment");
                    var comment =
                        new IssueCommand.CommentIssue(place[1], Post.web(TEXT, null, null));
                    var first = rooms.submit(workspace, seat, comment, key);
                    rooms.submit(workspace, seat, comment, key).await();
                    first.await();
                    System.out.println(DONE + key.value() + ".");
                  }
                });
      }
    }
  }
}
