package org.caucus.platform.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Jvm;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.store.DatabaseException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed outright loses nothing it acknowledged, and leaves nothing half done.
 */
@Tag("slow")
class EventLogCrashTest {
  private static final int WORKSPACES = 8;
  private static final int KILL_AFTER = 1_000;

  /** A workspace and a sequence. */
  private static final Pattern ACKNOWLEDGED = Pattern.compile("[a-z2-7]{26} [0-9]{1,12}\\.");

  @TempDir Path directory;

  @RepeatedTest(2)
  void whatWasAcknowledgedSurvivesKillMinusNine() throws Exception {
    var acknowledged = new ArrayList<String>();
    var child = start();
    try (var output = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      while (acknowledged.size() < KILL_AFTER) {
        String line = line(output);
        if (ACKNOWLEDGED.matcher(line).matches()) { // and not the log of a new installation
          acknowledged.add(line);
        }
      }
      assertThatThrownBy(() -> Installation.open(directory))
          .isInstanceOf(DatabaseException.DataDirectoryInUse.class);
      child
          .toHandle()
          .destroyForcibly(); // unlike the process, its handle leaves the output readable
      output.lines().filter(ACKNOWLEDGED.asMatchPredicate()).forEach(acknowledged::add);
    }
    assertThat(child.waitFor()).isNotZero();

    long start = System.nanoTime();
    try (var caucus = Installation.open(directory)) {
      System.out.printf("opened in %d ms%n", (System.nanoTime() - start) / 1_000_000);
      var last = new HashMap<WorkspaceId, Long>();
      for (var line : acknowledged) {
        var parts = line.substring(0, line.length() - 1).split(" ", 2);
        last.merge(new WorkspaceId(parts[0]), Long.parseLong(parts[1]), Math::max);
      }
      assertThat(last).hasSize(WORKSPACES);
      last.forEach((workspace, sequence) -> assertWhole(caucus, workspace, sequence));
      System.out.printf("killed after %d acknowledged appends%n", acknowledged.size());
    }
  }

  /**
   * Everything acknowledged is there; what is there can be found both ways and goes on without a
   * hitch.
   */
  private static void assertWhole(Installation caucus, WorkspaceId workspace, long acknowledged) {
    var records = new ArrayList<LogRecord>();
    List<LogRecord> page;
    do {
      page = caucus.log().read(workspace, records.size(), EventLog.READ_LIMIT).await();
      records.addAll(page);
    } while (!page.isEmpty());
    assertThat((long) records.size()).isGreaterThanOrEqualTo(acknowledged);

    // What the crash fell upon is at the end.
    var events = caucus.mongo().documents("events");
    for (var record : records.subList(Math.max(0, records.size() - 20), records.size())) {
      var id = "%s/%012d".formatted(workspace, record.sequence());
      assertThat(events.findById(id).await()).as(id).isPresent();
    }
    caucus
        .log()
        .append(workspace, records.size() + 1L, records.getLast().hash(), List.of(new byte[1]))
        .await();
  }

  private static String line(BufferedReader output) throws IOException {
    var line = output.readLine();
    assertThat(line).as("the child's output").isNotNull();
    return line;
  }

  private Process start() throws IOException {
    var line =
        new ArrayList<>(
            List.of(Jvm.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(Jvm.classes());
    line.addAll(List.of(Writer.class.getName(), directory.toString()));
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /**
   * The process that is killed: one writer per workspace, each append printed once acknowledged.
   */
  static final class Writer {
    private Writer() {}

    /** Appends for ever. */
    public static void main(String[] args) {
      var caucus = Installation.open(Path.of(args[0]));
      Map<Integer, WorkspaceId> workspaces = new HashMap<>();
      for (int i = 0; i < WORKSPACES; i++) {
        workspaces.put(i, caucus.workspace());
      }
      workspaces.values().forEach(w -> Thread.ofPlatform().start(() -> write(caucus, w)));
    }

    private static void write(Installation caucus, WorkspaceId workspace) {
      long next = 1;
      var tip = RecordHash.NONE;
      while (true) {
        var records = List.of(new byte[300], new byte[900]);
        tip = caucus.log().append(workspace, next, tip, records).await();
        next += 2;
        System.out.println(workspace + " " + (next - 1) + ".");
      }
    }
  }
}
