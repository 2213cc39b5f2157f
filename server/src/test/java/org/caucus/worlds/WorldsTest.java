package org.caucus.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.caucus.log.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R8 over generated worlds: what a seat may not read leaves no trace in any byte it can obtain.
 * {@code infra/bench/worlds} does the same a hundred thousand times.
 */
class WorldsTest {
  private static final int WORLDS = 500;

  @TempDir Path directory;

  @Test
  void twoWorldsThatDifferInWhatASeatMayNotReadAreOneWorldToIt() {
    long seed = System.nanoTime();
    try (Installation installation = Installation.open(directory)) {
      Generated worlds = new Generated(installation);
      while (worlds.count() < WORLDS) {
        worlds.generate(seed++);
      }
      System.out.println("two worlds: " + worlds.line());
      assertThat(worlds.differences()).as("first seed after %s", seed).isEmpty();
      assertThat(worlds.compared()).isGreaterThan(WORLDS * 1_000L);
    }
  }
}
