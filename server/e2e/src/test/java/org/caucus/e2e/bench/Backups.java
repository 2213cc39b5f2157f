package org.caucus.e2e.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Jvm;
import org.caucus.operator.ControlSocket;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.store.MongoSettings;
import org.caucus.workspace.Rooms;

/**
 * What a backup costs those who write meanwhile: 64 callers commit as in {@link Commits}, by turns
 * without a backup and beside {@code caucus backup} in a process of its own; then how long a check
 * and a restore take.
 */
final class Backups {
  private static final int MIB = 1024 * 1024;
  private static final int LETTERS_AT_ONCE = 8;
  private static final long GOAL_BYTES = 10_000_000_000L;

  private final Path home;
  private final Path data;
  private final Commits commits;

  private Backups(Path home, Path data, Commits commits) {
    this.home = home;
    this.data = data;
    this.commits = commits;
  }

  /** Arguments: MiB of letters in the database, seconds a turn, turns of each kind. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("caucus-backups");
    Path data = Files.createDirectory(home.resolve("data"));
    Duration turn = Duration.ofSeconds(Long.parseLong(args[1]));
    Vertx vertx = Vertx.vertx();
    try (var caucus = Installation.open(data)) {
      fill(caucus, Integer.parseInt(args[0]));
      var rooms = new Rooms(caucus.log(), InstantSource.system(), caucus.ownBell(vertx));
      var commits = new Commits(caucus, rooms);
      commits.found(0);
      try (ControlSocket _ = ControlSocket.open(OperatorDesk.of(caucus))) {
        var bench = new Backups(home, data, commits);
        System.out.println(bench.cost(turn, Integer.parseInt(args[2])).encode());
      }
    } finally {
      vertx.close().await();
    }
    System.out.println(restore(home).encode());
  }

  private static void fill(Installation caucus, int mebibytes) {
    WorkspaceId workspace = caucus.workspace();
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    Random random = new Random(3);
    for (int done = 0; done < mebibytes; done += LETTERS_AT_ONCE) {
      List<byte[]> letters = new ArrayList<>();
      for (int i = 0; i < LETTERS_AT_ONCE; i++) {
        byte[] letter = new byte[MIB];
        random.nextBytes(letter);
        letters.add(letter);
      }
      blobs.putAll(workspace, letters).await();
    }
  }

  /** By turns, so that whatever else the machine does falls on both. */
  private JsonObject cost(Duration turn, int turns) throws IOException, InterruptedException {
    commits.measure(1, turn); // the compiler wakes up
    long alone = 0;
    long beside = 0;
    int finished = 0;
    long copying = 0;
    for (int i = 0; i < turns; i++) {
      alone += commits.measure(1, turn).getLong("acknowledged_per_s");
      long began = System.nanoTime();
      Process backup = caucus("backup", home.resolve("backups-" + i).toString());
      beside += commits.measure(1, turn).getLong("acknowledged_per_s");
      finished += backup.isAlive() ? 0 : 1;
      if (backup.waitFor() != 0) {
        throw new IllegalStateException("the backup ended with " + backup.exitValue());
      }
      copying += System.nanoTime() - began;
    }
    return new JsonObject()
        .put("bench", "backup")
        .put("database_mb", Files.size(MongoSettings.embeddedFile(data)) / 1_000_000)
        .put("turns", turns)
        .put("backups_that_ended_within_a_turn", finished)
        .put("backup_s", copying / turns / 1_000_000_000)
        .put("alone_per_s", alone / turns)
        .put("beside_a_backup_per_s", beside / turns)
        .put("part_kept", Math.round(1000.0 * beside / alone) / 1000.0)
        .put("goal_part_kept", 0.8)
        .put("cores", Runtime.getRuntime().availableProcessors());
  }

  private static JsonObject restore(Path home) throws IOException, InterruptedException {
    Path backups = home.resolve("backups-0");
    long began = System.nanoTime();
    run(home.resolve("data"), "backup", backups.toString(), "--verify");
    double verified = (System.nanoTime() - began) / 1e9;
    Path fresh = home.resolve("fresh");
    began = System.nanoTime();
    run(fresh, "restore", backups.toString());
    double seconds = (System.nanoTime() - began) / 1e9;
    long bytes = Files.size(MongoSettings.embeddedFile(fresh));
    return new JsonObject()
        .put("bench", "restore")
        .put("database_mb", bytes / 1_000_000)
        .put("verify_s", Math.round(verified * 10) / 10.0)
        .put("restore_s", Math.round(seconds * 10) / 10.0)
        .put("restore_of_10_gb_s_by_extrapolation", Math.round(seconds * GOAL_BYTES / bytes))
        .put("goal_s", 600);
  }

  private Process caucus(String... words) throws IOException {
    return start(data, words);
  }

  private static void run(Path data, String... words) throws IOException, InterruptedException {
    if (start(data, words).waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", words) + " failed");
    }
  }

  private static Process start(Path data, String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of(Jvm.java(), "-Xmx256m", "-XX:+UseSerialGC"));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    line.addAll(Jvm.classes());
    line.add("org.caucus.app.Main");
    line.addAll(List.of(words));
    line.addAll(List.of("--data", data.toString()));
    return new ProcessBuilder(line).inheritIO().start();
  }
}
