package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a class of readers may know of is asked once for each commit, however much is hidden. */
class VisiblePositionCacheTest {
  private static final Instant AT = Instant.parse("2026-06-01T09:00:00Z");
  private static final int LONG = 10_000;

  private final VisiblePositionCache sight = new VisiblePositionCache();
  private int asked;

  private static List<Commit> history(String ids, int commits) {
    return IntStream.range(0, commits)
        .mapToObj(i -> new Commit(i + 1L, ids + i, AT, null, null, List.of()))
        .toList();
  }

  private static List<Commit> fork(List<Commit> past, String ids, int more) {
    List<Commit> all = new ArrayList<>(past);
    all.addAll(history(ids, more));
    return all;
  }

  private int newest(List<Commit> history, Set<String> known) {
    asked = 0;
    return sight.newest(
        "press/MEMBER",
        history,
        commit -> {
          asked++;
          return known.contains(commit.id());
        });
  }

  @Test
  void whatIsHiddenIsLookedThroughOnceAndThenCostsNothing() {
    List<Commit> past = history("c", LONG);
    Set<String> known = Set.of("c7", "d1");

    assertThat(newest(past, known)).isEqualTo(7);
    assertThat(asked).isEqualTo(LONG - 7);
    assertThat(newest(past, known)).isEqualTo(7);
    assertThat(asked).isZero();
    assertThat(newest(fork(past, "d", 3), known)).isEqualTo(LONG + 1);
    assertThat(asked).as("what came since").isEqualTo(2);
    assertThat(newest(List.of(), known)).isEqualTo(-1);
  }

  @Test
  void anotherFutureOfTheSamePastIsLookedAtForItself() {
    List<Commit> past = history("c", 100);
    Set<String> known = Set.of("c7", "d1", "e2");

    assertThat(newest(fork(past, "d", 3), known)).isEqualTo(101);
    assertThat(newest(fork(past, "e", 3), known)).isEqualTo(102);
    assertThat(newest(fork(past, "d", 3), known)).isEqualTo(101);
    assertThat(newest(past, known)).as("an older state").isEqualTo(7);
  }
}
