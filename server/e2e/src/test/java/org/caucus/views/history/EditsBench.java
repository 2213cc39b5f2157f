package org.caucus.views.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.e2e.bench.Years;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What {@code infra/bench/edits} runs: what the newest edits of a workspace with so many commits
 * changed, as a page of activity says it, and what one edit did, as a frame of the stream says it.
 * Prints a line of JSON, in CPU time of the thread.
 */
public final class EditsBench {
  private static final int CHARS = 200;
  private static final int ROUNDS = 400;
  private static final int PAGE = 50;
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private EditsBench() {}

  /** Takes how many commits there are. */
  public static void main(String[] args) {
    Years years = new Years(WorkspaceId.random(), CHARS, commit -> {}).founded();
    years.until(Integer.parseInt(args[0]));
    Workspace now = years.state();
    Map<String, String> edits = newest(now);
    List<SeatId> seats = now.members().active().stream().map(Seat::id).toList();
    EditedFields memo = new EditedFields();
    long[] page = new long[ROUNDS];
    long[] frame = new long[ROUNDS];
    Commit last =
        now.history()
            .get(now.placeOf(edits.keySet().iterator().next(), seats.getFirst()).orElseThrow());
    int told = 0;
    for (int i = 0; i < ROUNDS; i++) {
      SeatId seat = seats.get(i % seats.size());
      long began = CPU.getCurrentThreadCpuTime();
      Map<String, JsonArray> changes = memo.of(now, edits, seat);
      page[i] = CPU.getCurrentThreadCpuTime() - began;
      began = CPU.getCurrentThreadCpuTime();
      memo.of(now, last, edits.get(last.id()), seat);
      frame[i] = CPU.getCurrentThreadCpuTime() - began;
      told = Math.max(told, changes.size());
    }
    JsonObject line =
        new JsonObject()
            .put("bench", "edits")
            .put("commits", now.history().size())
            .put("edits", edits.size())
            .put("told", told);
    put(line, "page", page);
    put(line, "frame", frame);
    System.out.println(line.put("cores", Runtime.getRuntime().availableProcessors()).encode());
  }

  private static Map<String, String> newest(Workspace now) {
    Map<String, String> edits = new LinkedHashMap<>();
    for (int i = now.history().size() - 1; i >= 0 && edits.size() < PAGE; i--) {
      Commit commit = now.history().get(i);
      for (Event event : commit.events()) {
        if (event instanceof IssueEvent.IssueEdited e) {
          edits.put(commit.id(), e.id());
        }
      }
    }
    return edits;
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
