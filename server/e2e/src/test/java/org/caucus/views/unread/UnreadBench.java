package org.caucus.views.unread;

import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Seat;
import org.caucus.e2e.bench.Years;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Workspace;

/**
 * What {@code infra/bench/unread} runs: what is unread is found for each seat of a coalition with
 * so many entries, where nothing was read and where all but the newest was, and marks are taken.
 * Prints a line of JSON, in CPU time of the thread.
 */
public final class UnreadBench {
  private static final int CHARS = 200;
  private static final int ROUNDS = 20;
  private static final int NEWEST = 20;
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private UnreadBench() {}

  /** Takes how many entries there are. */
  public static void main(String[] args) {
    int entries = Integer.parseInt(args[0]);
    Years years = new Years(WorkspaceId.random(), CHARS, commit -> {}).founded();
    while (years.state().entries().size() < entries) {
      years.until((int) years.state().sequence() + 100);
    }
    Workspace now = years.state();
    long began = CPU.getCurrentThreadCpuTime();
    PostIndex index = PostIndex.EMPTY.with(now);
    JsonObject line =
        new JsonObject()
            .put("bench", "unread")
            .put("entries", now.entries().size())
            .put("conversations", index.conversations().size())
            .put("seats", now.members().active().size())
            .put("index_cpu_ms", millis(CPU.getCurrentThreadCpuTime() - began));
    asked(line, "unread_all", now, index, ReadMarks.NONE);
    asked(line, "unread_newest", now, index, allButNewest(now, index));
    marked(line, now, index);
    System.out.println(line.put("cores", Runtime.getRuntime().availableProcessors()).encode());
  }

  private static ReadMarks allButNewest(Workspace now, PostIndex index) {
    ReadMarks marks = ReadMarks.NONE;
    for (Map.Entry<Ref, Conversation> one : index.conversations().entrySet()) {
      long last = Math.min(one.getValue().last(), now.sequence() - NEWEST);
      marks = marks.read(one.getKey(), last, 0);
    }
    return marks;
  }

  private static void asked(
      JsonObject line, String name, Workspace now, PostIndex index, ReadMarks marks) {
    Instant then = now.history().getFirst().at();
    List<SeatId> seats = now.members().active().stream().map(Seat::id).toList();
    long[] nanos = new long[seats.size() * ROUNDS];
    int most = 0;
    for (int i = 0; i < nanos.length; i++) {
      long began = CPU.getCurrentThreadCpuTime();
      var unread = UnreadPosts.of(now, index, marks, seats.get(i % seats.size()), then);
      nanos[i] = CPU.getCurrentThreadCpuTime() - began;
      most = Math.max(most, unread.stream().mapToInt(UnreadPosts.Unread::count).sum());
    }
    put(line.put(name, most), name, nanos);
  }

  private static void marked(JsonObject line, Workspace now, PostIndex index) {
    byte[] kept = allButNewest(now, index).write();
    List<Ref> all = List.copyOf(index.conversations().keySet());
    long[] nanos = new long[ROUNDS * ROUNDS];
    for (int i = 0; i < nanos.length; i++) {
      long began = CPU.getCurrentThreadCpuTime();
      ReadMarks.read(kept)
          .read(all.get(i % all.size()), now.sequence(), 0)
          .since(0, Map.of())
          .write();
      nanos[i] = CPU.getCurrentThreadCpuTime() - began;
    }
    put(line.put("record_bytes", kept.length), "mark", nanos);
  }

  private static void put(JsonObject line, String name, long[] nanos) {
    long first = nanos[0];
    Arrays.sort(nanos);
    line.put(name + "_first_cpu_ms", millis(first))
        .put(name + "_cpu_p50_ms", millis(nanos[nanos.length / 2]))
        .put(name + "_cpu_p99_ms", millis(nanos[nanos.length * 99 / 100]));
  }

  private static double millis(long nanos) {
    return Math.round(nanos / NANOS_PER_MILLI * 1_000) / 1_000.0;
  }
}
