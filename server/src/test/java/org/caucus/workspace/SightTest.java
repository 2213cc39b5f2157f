package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a class of readers may know of is asked once for each commit, however much is hidden. */
class SightTest {
  private static final Instant AT = Instant.parse("2026-06-01T09:00:00Z");
  private static final int LONG = 10_000;

  private final Sight sight = new Sight();
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

  private Predicate<Commit> knows(Set<String> ids) {
    return commit -> {
      asked++;
      return ids.contains(commit.id());
    };
  }

  /** Places, the newest first. */
  private List<Integer> places(List<Commit> history, int lowest, int most, Set<String> known) {
    List<Integer> places = new ArrayList<>();
    asked = 0;
    sight.downward(
        "press/MEMBER",
        history,
        lowest,
        knows(known),
        place -> {
          places.add(place);
          return places.size() < most;
        });
    return places;
  }

  @Test
  void whatIsHiddenIsLookedThroughOnceAndThenCostsNothing() {
    List<Commit> past = history("c", LONG);
    Set<String> known = Set.of("c7", "c8000", "d1");

    assertThat(places(past, 0, LONG, known)).containsExactly(8_000, 7);
    assertThat(asked).isEqualTo(LONG);
    assertThat(places(past, 0, LONG, known)).containsExactly(8_000, 7);
    assertThat(asked).isZero();
    assertThat(places(fork(past, "d", 3), 0, LONG, known)).containsExactly(LONG + 1, 8_000, 7);
    assertThat(asked).as("what came since").isEqualTo(3);
    assertThat(places(past, 0, LONG, known)).as("an older state").containsExactly(8_000, 7);
    assertThat(asked).isZero();
  }

  @Test
  void nothingIsAskedBeyondWhatIsWanted() {
    List<Commit> past = history("c", LONG);
    Set<String> known = Set.of("c7", "c8000", "c9000");

    assertThat(places(past, 8_500, LONG, known)).containsExactly(9_000);
    assertThat(asked).isEqualTo(LONG - 8_500);
    assertThat(places(past, 0, 2, known)).containsExactly(9_000, 8_000);
    assertThat(asked).isEqualTo(500);
    assertThat(places(past, 8_500, LONG, known)).containsExactly(9_000);
    assertThat(places(List.of(), 0, LONG, known)).isEmpty();
  }

  @Test
  void anotherFutureOfTheSamePastIsLookedAtForItself() {
    List<Commit> past = history("c", 100);
    Set<String> known = Set.of("c7", "d1", "e2");

    assertThat(places(fork(past, "d", 3), 0, LONG, known)).containsExactly(101, 7);
    assertThat(places(fork(past, "e", 3), 0, LONG, known)).containsExactly(102, 7);
    assertThat(places(fork(past, "d", 3), 0, LONG, known)).containsExactly(101, 7);
  }
}
