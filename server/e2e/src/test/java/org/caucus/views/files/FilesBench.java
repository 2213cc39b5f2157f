package org.caucus.views.files;

import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.e2e.bench.Years;
import org.caucus.kernel.Event;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What {@code infra/bench/files} runs: a page of the library of so many files for each seat, in
 * each order and by words. Prints a line of JSON, in CPU time of the thread.
 */
public final class FilesBench {
  private static final int CHARS = 200;
  private static final int COMMITS = 2_000;
  private static final int NAMES = 40;
  private static final int ROUNDS = 20;
  private static final int PAGE = 50;
  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private FilesBench() {}

  /** Takes how many files there are. */
  public static void main(String[] args) {
    int files = Integer.parseInt(args[0]);
    Years years = new Years(WorkspaceId.random(), CHARS, commit -> {}).founded();
    years.until(COMMITS);
    Workspace now = with(years.state(), files);
    long began = CPU.getCurrentThreadCpuTime();
    FileIndex index = FileIndex.EMPTY.with(now);
    JsonObject line =
        new JsonObject()
            .put("bench", "files")
            .put("files", index.entries().size())
            .put("index_cpu_ms", millis(CPU.getCurrentThreadCpuTime() - began));
    FileIndexes indexes = new FileIndexes();
    for (FilePosition.Sort sort : FilePosition.Sort.values()) {
      asked(
          line, sort.name().toLowerCase(java.util.Locale.ROOT), now, indexes, FileQuery.ALL, sort);
    }
    FileQuery words =
        new FileQuery(null, null, null, null, null, null, null, FileQuery.words("memo 7"));
    asked(line, "words", now, indexes, words, FilePosition.Sort.NEWEST);
    System.out.println(line.put("cores", Runtime.getRuntime().availableProcessors()).encode());
  }

  /** Files under what there is already, each an entry of its own. */
  private static Workspace with(Workspace before, int files) {
    Random random = new Random(7);
    List<Entry> said = new ArrayList<>(before.entries().byId().values());
    Workspace now = before;
    for (int i = 0; i < files; i++) {
      Entry beside = said.get(random.nextInt(said.size()));
      Audience audience = random.nextInt(3) == 0 ? Audience.civilSociety() : beside.audience();
      String name = "memo " + random.nextInt(NAMES) + ".pdf";
      Event posted =
          new EntryEvent.EntryPosted(
              RandomIds.random(),
              beside.parent(),
              null,
              beside.seat(),
              audience,
              "Attached.",
              Channel.WEB,
              null,
              List.of(new Entry.Attached(RandomIds.random(), name, "application/pdf", 1_000)));
      now =
          now.evolve(
              new Commit(
                  now.sequence() + 1,
                  RandomIds.random(),
                  before.history().getLast().at().plusSeconds(i),
                  null,
                  null,
                  List.of(posted)));
    }
    return now;
  }

  private static void asked(
      JsonObject line,
      String name,
      Workspace now,
      FileIndexes indexes,
      FileQuery query,
      FilePosition.Sort sort) {
    List<SeatId> seats = now.members().active().stream().map(Seat::id).toList();
    long[] nanos = new long[seats.size() * ROUNDS];
    for (int i = 0; i < nanos.length; i++) {
      SeatId seat = seats.get(i % seats.size());
      long began = CPU.getCurrentThreadCpuTime();
      FileLibrary.Result found = indexes.of(now, seat).find(query, seat);
      JsonObject page = FilesRoutes.page(new FilesRoutes.Shown(now, seat), found, sort, null, PAGE);
      nanos[i] = CPU.getCurrentThreadCpuTime() - began;
      line.put(
          name + "_rows", Math.max(line.getInteger(name + "_rows", 0), page.getInteger("found")));
    }
    Arrays.sort(nanos);
    line.put(name + "_most_cpu_ms", millis(nanos[nanos.length - 1]))
        .put(name + "_cpu_p50_ms", millis(nanos[nanos.length / 2]))
        .put(name + "_cpu_p99_ms", millis(nanos[nanos.length * 99 / 100]));
  }

  private static double millis(long nanos) {
    return Math.round(nanos / NANOS_PER_MILLI * 1_000) / 1_000.0;
  }
}
