package org.caucus.platform.eventlog.keys.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Jvm;
import org.caucus.kernel.support.Seeds;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.keys.MasterRotation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that rotates one key after the other is killed outright at a random instant, again and
 * again. Every time everything is readable, and what was begun can be ended.
 */
@Tag("slow")
class RotationKillTest {
  private static final int KILLS = Seeds.times(8);

  /** So often, until one met a rotation. */
  private static final int MOST_KILLS = 4 * KILLS;

  private static final int RECORDS = 300;
  private static final int LONGEST_LIFE_MS = 900;
  private static final RotationPace FAST =
      new RotationPace(Duration.ofMillis(20), 1_000_000, 1L << 40, Duration.ZERO);

  @TempDir Path directory;
  private WorkspaceId workspace;
  private BlobId blob;
  private int masterUnderWay;
  private int keysUnderWay;

  @Test
  void everythingStaysReadableWhereverItIsKilled() throws Exception {
    var random = new Random(Seeds.ofToday("RotationKillTest"));
    try (var caucus = Installation.open(directory)) {
      workspace = caucus.workspace();
      for (int i = 0; i < RECORDS; i++) {
        caucus.append(workspace, i + 1, List.of(bytes("post " + i)));
      }
      blob = new Blobs(caucus.mongo(), caucus.vault()).put(workspace, new byte[5_000_000]).await();
      new UniqueNames(caucus.mongo(), caucus.vault(), "slug").claim("cop", bytes("owner")).await();
    }
    int kills = 0;
    while (kills < KILLS || (keysUnderWay == 0 && kills < MOST_KILLS)) {
      killAfter(random.nextInt(LONGEST_LIFE_MS));
      try (var caucus = Installation.open(directory)) {
        assertWhole(caucus);
        look(caucus);
        if (kills % 4 == 3) {
          complete(caucus);
          assertWhole(caucus);
        }
      }
      kills++;
    }
    System.out.printf(
        "%d kills: %d in a master rotation, %d in a workspace's or the installation's%n",
        kills, masterUnderWay, keysUnderWay);
    assertThat(keysUnderWay).as("kills that met a rotation").isPositive();
  }

  private void look(Installation caucus) {
    masterUnderWay += caucus.vault().ring().master().keys().rotating() ? 1 : 0;
    keysUnderWay += rotation(caucus).underWay().isEmpty() ? 0 : 1;
  }

  private void assertWhole(Installation caucus) {
    var all = new ArrayList<LogRecord>();
    List<LogRecord> page;
    do {
      page = caucus.log().read(workspace, all.size(), 1_000).await();
      all.addAll(page);
    } while (!page.isEmpty());
    assertThat(all).hasSize(RECORDS);
    assertThat(new Blobs(caucus.mongo(), caucus.vault()).get(workspace, blob).await())
        .isEqualTo(new byte[5_000_000]);
    assertThat(new UniqueNames(caucus.mongo(), caucus.vault(), "slug").find("cop").await())
        .contains(bytes("owner"));
    assertThat(caucus.vault().quarantine().count().await()).isZero();
  }

  private void complete(Installation caucus) {
    assertThat(new MasterRotation(caucus.vault().ring(), n -> {}).run(false))
        .isInstanceOf(MasterRotation.Outcome.Done.class);
    for (var owner : List.of(workspace, WorkspaceId.SYSTEM)) {
      assertThat(rotation(caucus).run(owner).done()).isTrue();
    }
    assertThat(rotation(caucus).underWay()).isEmpty();
    assertThat(caucus.vault().ring().master().keys().rotating()).isFalse();
  }

  private static WorkspaceRotation rotation(Installation caucus) {
    return new WorkspaceRotation(
        caucus.mongo(), caucus.vault(), WorkspaceRotation.Manner.quiet(FAST));
  }

  /** Lives for so long after its first rotation began. */
  private void killAfter(int millis) throws Exception {
    var started = directory.resolve("started");
    Files.deleteIfExists(started);
    var child = start(started);
    while (!Files.exists(started)) {
      assertThat(child.isAlive()).as("the child").isTrue();
      Thread.sleep(5);
    }
    Thread.sleep(millis);
    assertThat(child.isAlive()).as("the child rotates for ever").isTrue();
    child.destroyForcibly().waitFor();
  }

  private Process start(Path started) throws IOException {
    var line =
        new ArrayList<>(
            List.of(Jvm.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(Jvm.classes());
    line.addAll(
        List.of(
            Rotating.class.getName(), directory.toString(), workspace.value(), started.toString()));
    return new ProcessBuilder(line).inheritIO().start();
  }

  /** The process that is killed. */
  static final class Rotating {
    private Rotating() {}

    /** Rotates for ever: the master key, a workspace's, the installation's. */
    public static void main(String[] args) throws IOException {
      var caucus = Installation.open(Path.of(args[0]));
      Files.createFile(Path.of(args[2]));
      while (true) {
        new MasterRotation(caucus.vault().ring(), n -> {}).run(false);
        rotation(caucus).run(new WorkspaceId(args[1]));
        rotation(caucus).run(WorkspaceId.SYSTEM);
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
