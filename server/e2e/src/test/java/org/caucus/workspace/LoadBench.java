package org.caucus.workspace;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caucus.e2e.bench.Resident;
import org.caucus.e2e.bench.Years;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.crypto.NativeProvider;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.store.MongoSettings;

/**
 * What {@code infra/bench/load} runs, each step in a JVM of its own: {@code fill DIR COMMITS
 * CHARS}, {@code replay DIR}, {@code keep DIR}, {@code load DIR}, {@code age DIR}, after which a
 * {@code load} finds a snapshot of another shape and discards it. Prints one line of JSON.
 */
public final class LoadBench {
  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final double MIB = 1024 * 1024;

  private final Installation caucus;
  private final Path directory;
  private final Snapshots snapshots;

  private LoadBench(Installation caucus, Path directory) {
    this.caucus = caucus;
    this.directory = directory;
    this.snapshots = new Snapshots(caucus.mongo(), caucus.vault());
  }

  /** One step. */
  public static void main(String[] args) throws IOException {
    NativeProvider.prefer();
    Path directory = Path.of(args[1]);
    Files.createDirectories(directory);
    var settings = new MongoSettings(System.getenv("CAUCUS_MONGODB_URI"), directory);
    try (Installation caucus = Installation.open(settings)) {
      LoadBench bench = new LoadBench(caucus, directory);
      JsonObject figures =
          switch (args[0]) {
            case "fill" -> bench.fill(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            case "replay" -> bench.load(new WorkspaceLoader(caucus.log(), null));
            case "keep" -> bench.keep();
            case "age" -> bench.age();
            case "load" -> bench.load(new WorkspaceLoader(caucus.log(), bench.snapshots));
            default -> throw new IllegalArgumentException(args[0]);
          };
      JsonObject line = new JsonObject().put("bench", "load").put("step", args[0]);
      line.mergeIn(figures).put("rehearsed", rehearsed());
      line.put("database", caucus.mongo().embedded() ? "embedded" : "given");
      line.put("cores", Runtime.getRuntime().availableProcessors());
      System.out.println(line.encode());
    }
  }

  /** Whether this JVM began with a cache of a rehearsal, as that of a service does. */
  private static boolean rehearsed() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
  }

  private JsonObject fill(int commits, int chars) throws IOException {
    WorkspaceId workspace = caucus.workspace();
    Files.writeString(directory.resolve("workspace"), workspace.value());
    List<byte[]> batch = new ArrayList<>();
    long[] bytes = {0};
    long[] next = {1};
    RecordHash[] tip = {RecordHash.NONE};
    new Years(
            workspace,
            chars,
            commit -> {
              batch.add(CommitCodec.write(commit));
              bytes[0] += batch.getLast().length;
              if (batch.size() == EventLog.APPEND_LIMIT
                  || bytes[0] >= CommitBatch.MAX_BYTES
                  || commit.sequence() == commits) {
                tip[0] =
                    caucus.log().append(workspace, next[0], tip[0], List.copyOf(batch)).await();
                next[0] += batch.size();
                batch.clear();
                bytes[0] = 0;
              }
            })
        .founded()
        .until(commits);
    return new JsonObject().put("events", commits).put("text_chars", chars);
  }

  private WorkspaceId workspace() throws IOException {
    return new WorkspaceId(Files.readString(directory.resolve("workspace")));
  }

  private JsonObject load(WorkspaceLoader loader) throws IOException {
    WorkspaceId workspace = workspace();
    long before = memory();
    long began = System.nanoTime();
    long beganCpu = CPU.getProcessCpuTime();
    WorkspaceLoader.Loaded loaded = loader.load(workspace);
    long ms = millis(began);
    long cpuMs = (CPU.getProcessCpuTime() - beganCpu) / 1_000_000;
    long bytes = memory() - before;
    long events = loaded.state().sequence();
    return new JsonObject()
        .put("events", events)
        .put("from_snapshot", loaded.covered())
        .put("log_mib", mib(loaded.weight()))
        .put("heap_mib", mib(Runtime.getRuntime().maxMemory()))
        .put("ms", ms)
        .put("cpu_ms", cpuMs)
        .put("record_bytes_per_event", loaded.weight() / events)
        .put("memory_bytes_per_event", bytes / events)
        .put("memory_mib", mib(bytes))
        .put("rss_mib", Resident.mib())
        .put("estimated_mib", mib(Room.estimatedBytes(loaded)));
  }

  private JsonObject keep() throws IOException {
    WorkspaceLoader.Loaded loaded = new WorkspaceLoader(caucus.log(), null).load(workspace());
    long began = System.nanoTime();
    new WorkspaceLoader(caucus.log(), snapshots).keep(loaded, Instant.now());
    long ms = millis(began);
    Snapshots.Head head = snapshots.latest(workspace()).await().orElseThrow();
    long bytes = 0;
    for (int part = 0; part < head.parts(); part++) {
      bytes += snapshots.parts(head, part, 1).await().getFirst().length;
    }
    return new JsonObject()
        .put("events", loaded.state().sequence())
        .put("ms", ms)
        .put("snapshot_mib", mib(bytes));
  }

  /** The snapshot becomes that of a Caucus whose events had another shape. */
  private JsonObject age() throws IOException {
    Snapshots.Head head = snapshots.latest(workspace()).await().orElseThrow();
    Snapshots.Draft older = snapshots.begin(workspace(), head.sequence()).await();
    for (int part = 0; part < head.parts(); part++) {
      older.add(snapshots.parts(head, part, 1).await().getFirst()).await();
    }
    String shape = "another than " + head.shape();
    boolean kept = older.finish(shape, head.tip(), head.weight(), head.at()).await();
    return new JsonObject().put("events", head.sequence()).put("kept", kept);
  }

  private static long millis(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private static long memory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double mib(long bytes) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.1f", bytes / MIB));
  }
}
