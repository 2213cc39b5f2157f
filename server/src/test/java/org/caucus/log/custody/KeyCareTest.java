package org.caucus.log.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.caucus.log.Installation;
import org.caucus.log.WorkspaceId;
import org.caucus.log.chain.Hash;
import org.caucus.log.leases.Leases;
import org.caucus.log.leases.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation that was cut short is gone on with by one node, and by the next if that one dies. */
class KeyCareTest {
  private static final Pace SOON = new Pace(Duration.ofMillis(50), 1_000_000, 1L << 40);

  @TempDir Path directory;

  @Test
  void oneNodeGoesOnWithARotationAndTheNextWhenThatOneIsGone() {
    try (Installation caucus = Installation.open(directory);
        Node abuja = Node.among(caucus.mongo())) {
      WorkspaceId code = caucus.workspace();
      caucus.log().append(code, 1, Hash.NONE, List.of("memo drafted".getBytes(UTF_8))).await();
      cutShort(caucus, code);
      KeyCare care = new KeyCare(caucus.mongo(), caucus.vault(), new Leases(caucus.mongo(), abuja));
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
