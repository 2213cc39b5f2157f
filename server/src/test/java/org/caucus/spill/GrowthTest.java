package org.caucus.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.caucus.Jvm;
import org.junit.jupiter.api.Test;

/** What is not in use any more is collected before the heap has grown to its limit. */
class GrowthTest {
  private static final long MIB = 1024 * 1024;

  @Test
  void allIsCollectedWhenItHasGrownByHalfOfWhatIsInUse() {
    assertThat(Growth.next(0, 512 * MIB)).isEqualTo(64 * MIB);
    assertThat(Growth.next(80 * MIB, 512 * MIB)).isEqualTo(144 * MIB);
    assertThat(Growth.next(200 * MIB, 512 * MIB)).isEqualTo(300 * MIB);
    assertThat(Growth.next(400 * MIB, 512 * MIB)).as("there is no more").isEqualTo(512 * MIB);
  }

  /** In a JVM of its own, for the size of the heap is all that is asked. */
  @Test
  void aHeapOfWhichLittleIsInUseStaysSmall() throws IOException, InterruptedException {
    long asItIs = megabytes("as it is");
    assertThat(megabytes("watched")).isLessThan(asItIs * 3 / 4);
  }

  private static long megabytes(String how) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of(Jvm.java(), "-Xms64m", "-Xmx512m", "-Xmn40m", "-XX:+UseSerialGC"));
    words.addAll(Jvm.classes());
    words.addAll(List.of(Filling.class.getName(), how));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Long.parseLong(said.strip());
  }

  /** Holds 30 MB at a time, long enough for each to be taken for lasting, of 900 in all. */
  static final class Filling {
    private Filling() {}

    /** Prints the megabytes of the largest heap there was. */
    public static void main(String[] args) throws InterruptedException {
      if (args[0].equals("watched")) {
        Growth.watch();
      }
      Deque<byte[]> held = new ArrayDeque<>();
      long most = 0;
      for (int i = 0; i < 9_000; i++) {
        Thread.sleep(i % 15 == 0 ? 1 : 0); // a collection takes its share of time at most
        held.add(new byte[100_000]);
        if (held.size() > 300) {
          held.remove();
        }
        most =
            Math.max(most, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted());
      }
      System.out.println(most / MIB);
    }
  }
}
