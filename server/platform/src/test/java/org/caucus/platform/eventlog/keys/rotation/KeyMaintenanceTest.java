package org.caucus.platform.eventlog.keys.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation that was cut short is gone on with by one node, and by the next if that one dies. */
class KeyMaintenanceTest {
  private static final RotationPace SOON =
      new RotationPace(Duration.ofMillis(50), 1_000_000, 1L << 40, Duration.ZERO);

  @TempDir Path directory;

  @Test
  void oneNodeGoesOnWithARotationAndTheNextWhenThatOneIsGone() {
    try (Installation caucus = Installation.open(directory);
        Node abuja = Node.among(caucus.mongo())) {
      WorkspaceId code = caucus.workspace();
      caucus
          .log()
          .append(code, 1, RecordHash.NONE, List.of("memo drafted".getBytes(UTF_8)))
          .await();
      cutShort(caucus, code);
      KeyMaintenance care = care(caucus, new Leases(caucus.mongo(), abuja));
      try (Node lagos = Node.among(caucus.mongo())) {
        assertThat(new Leases(caucus.mongo(), lagos).take("rotation/" + code).await()).isPresent();

        care.resume();

        assertThat(underWay(caucus)).as("it is lagos's").containsExactly(code);
      }
      care.resume();

      assertThat(underWay(caucus)).isEmpty();
      assertThat(caucus.log().read(code, 0, 10).await()).hasSize(1);
    }
  }

  @Test
  void whatTheDatabaseKeptFromGoingOnIsTriedAgain() {
    try (Installation caucus = Installation.open(directory);
        Node abuja = Node.among(caucus.mongo())) {
      WorkspaceId code = caucus.workspace();
      cutShort(caucus, code);
      Installation away = Installation.open(directory.resolve("away"));
      Leases gone = new Leases(away.mongo(), abuja);
      away.close();

      assertThat(care(caucus, gone).resume()).isFalse();
      assertThat(underWay(caucus)).containsExactly(code);
      KeyMaintenance care = care(caucus, new Leases(caucus.mongo(), abuja));

      assertThat(care.resume()).isTrue();
      assertThat(underWay(caucus)).isEmpty();
    }
  }

  /** What does not open is somebody's to restore, and no other coalition waits for it. */
  @Test
  void aKeysetThatDoesNotOpenKeepsNoOtherFromItsTurn() {
    try (Installation caucus = Installation.open(directory);
        Node abuja = Node.among(caucus.mongo())) {
      WorkspaceId one = caucus.workspace();
      WorkspaceId two = caucus.workspace();
      cutShort(caucus, one);
      cutShort(caucus, two);
      var keys = caucus.mongo().documents("keys");
      var bad = keys.findById(one.value()).await().orElseThrow();
      bad.put("k", keys.findById(two.value()).await().orElseThrow().get("k"));
      keys.replace(bad).await();
      KeyMaintenance care = care(caucus, new Leases(caucus.mongo(), abuja));

      assertThat(care.resume()).isTrue();

      assertThat(underWay(caucus)).isEmpty();
    }
  }

  private static KeyMaintenance care(Installation caucus, Leases leases) {
    return new KeyMaintenance(caucus.mongo(), caucus.vault(), leases, SOON);
  }

  private static void cutShort(Installation caucus, WorkspaceId owner) {
    var manner = new WorkspaceRotation.Manner(SOON, () -> true, progress -> {});
    var outcome = new WorkspaceRotation(caucus.mongo(), caucus.vault(), manner).run(owner);
    assertThat(outcome.done()).isFalse();
  }

  private static List<WorkspaceId> underWay(Installation caucus) {
    var manner = WorkspaceRotation.Manner.quiet(SOON);
    return new WorkspaceRotation(caucus.mongo(), caucus.vault(), manner).underWay();
  }
}
