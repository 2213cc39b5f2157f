package org.caucus.e2e.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.caucus.kernel.support.Seeds;
import org.caucus.platform.eventlog.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R8 over generated worlds: what a seat may not read leaves no trace in any byte it can obtain.
 * {@code infra/bench/worlds} does the same a hundred thousand times.
 */
class WorldsTest {
  private static final int WORLDS = Seeds.times(150);

  @TempDir Path directory;

  @Test
  void twoWorldsThatDifferInWhatASeatMayNotReadAreOneWorldToIt() {
    long first = Seeds.ofToday("WorldsTest");
    try (Installation installation = Installation.open(directory)) {
      Generated worlds = new Generated(installation);
      for (long seed = first; worlds.count() < WORLDS; seed++) {
        worlds.generate(seed);
      }
      System.out.println("two worlds: " + worlds.line());
      assertThat(worlds.differences()).as("first seed %s", first).isEmpty();
      assertThat(worlds.compared()).isGreaterThan(WORLDS * 1_000L);
    }
  }
}
