package org.caucus.platform.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.caucus.kernel.support.Jvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is not in use any more is collected before the heap has grown to its limit. */
class HeapGrowthLimitTest {
  private static final long MIB = 1024 * 1024;

  @Test
  void allIsCollectedWhenItHasGrownByHalfOfWhatIsInUse() {
    assertThat(HeapGrowthLimit.next(0, 512 * MIB)).isEqualTo(32 * MIB);
    assertThat(HeapGrowthLimit.next(80 * MIB, 512 * MIB)).isEqualTo(120 * MIB);
    assertThat(HeapGrowthLimit.next(200 * MIB, 512 * MIB)).isEqualTo(300 * MIB);
    assertThat(HeapGrowthLimit.next(400 * MIB, 512 * MIB))
        .as("there is no more")
        .isEqualTo(512 * MIB);
  }

  /** In a JVM of its own, for the size of the heap is all that is asked. */
  @Tag("slow")
  @Test
  void whatIsFreeIsGivenBackAlsoWhereItGrewTooQuickly() throws IOException, InterruptedException {
    assertThat(megabytes("as it is")).isGreaterThan(300);
    assertThat(megabytes("watched")).isLessThan(Filling.FEW);
  }

  private static long megabytes(String how) throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Jvm.java(),
                "-Xms64m",
                "-Xmx512m",
                "-Xmn40m",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=20",
                "-XX:-ShrinkHeapInSteps"));
    words.addAll(Jvm.classes());
    words.addAll(List.of(Filling.class.getName(), how));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Long.parseLong(said.strip());
  }

  /**
   * Holds 30 MB at a time, long enough for each to be taken for lasting, of 450 in all: the heap
   * has room for them.
   */
  static final class Filling {
    static final long FEW = 150;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private Filling() {}

    /** Prints the megabytes of the heap at the end, as soon as they are few where it is watched. */
    public static void main(String[] args) throws InterruptedException {
      boolean watched = args[0].equals("watched");
      if (watched) {
        HeapGrowthLimit.watch();
      }
      Deque<byte[]> held = new ArrayDeque<>();
      for (int i = 0; i < 4_500; i++) {
        held.add(new byte[100_000]);
        if (held.size() > 300) {
          held.remove();
        }
      }
      long end = System.nanoTime() + LONGEST_NANOS;
      while (watched && megabytes() >= FEW && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      System.out.println(megabytes());
    }

    private static long megabytes() {
      return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / MIB;
    }
  }
}
