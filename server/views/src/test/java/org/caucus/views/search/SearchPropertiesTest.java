package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;

/**
 * Over random histories: the index is a view of the log, and finds what can be read and no more.
 */
class SearchPropertiesTest {
  private static final List<String> QUESTIONS =
      List.of(
          "text",
          "title",
          "has:attachment",
          "list:coalition",
          "from:amina text",
          "after:2000",
          "-text",
          "title -from:amina",
          "-list:coalition -has:attachment");

  static List<Workspace> states(long seed, int steps) {
    Workspace state = Given.coalition().state();
    List<Workspace> states = new ArrayList<>();
    for (Doings.Step step : Doings.history(seed, steps)) {
      if (step.on(state) instanceof Commit commit) {
        state = state.evolve(commit);
        states.add(state);
      }
    }
    return states;
  }

  static void same(Searcher live, Workspace now) {
    try (Searcher fresh = new Searcher()) {
      for (Seat seat : now.members().all()) {
        for (String question : QUESTIONS) {
          assertThat(live.ask(now, seat.id(), question))
              .as("%s asks %s", seat.id(), question)
              .isEqualTo(fresh.ask(now, seat.id(), question));
        }
      }
    }
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void theOldViewWithLiveEventsIsTheFreshView(@ForAll long seed) {
    List<Workspace> states = states(seed, 80);
    Random random = new Random(seed);
    try (Searcher live = new Searcher()) {
      for (Workspace now : states) {
        if (random.nextBoolean()) { // each seat looks at other moments
          for (Seat seat : now.members().all()) {
            live.found(now, seat.id(), "text");
          }
        }
      }
      same(live, states.getLast());
    }
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void whatIsFoundIsWhatCanBeRead(@ForAll long seed) {
    Workspace end = states(seed, 80).getLast();
    try (Searcher searcher = new Searcher()) {
      for (Seat seat : end.members().all()) {
        long readable =
            end.entries().byId().values().stream()
                .filter(e -> reads(end, seat.id(), Ref.to(Ref.Kind.ENTRY, e.id())))
                .map(e -> e.parent())
                .distinct()
                .count();
        var answer = searcher.ask(end, seat.id(), "after:2000");
        searcher
            .hits(end, seat.id(), "after:2000")
            .map(h -> h.getJsonObject("ref"))
            .forEach(
                ref ->
                    assertThat(
                            reads(
                                end,
                                seat.id(),
                                Ref.to(
                                    Ref.Kind.valueOf(
                                        ref.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                                    ref.getString("id"))))
                        .isTrue());
        assertThat((long) answer.getInteger("found")).isGreaterThanOrEqualTo(readable);
        if (!seat.active()) {
          assertThat(answer.getInteger("found")).isZero();
        }
      }
    }
  }

  private static boolean reads(Workspace state, SeatId seat, Ref ref) {
    return state.scopeOf(ref).filter(s -> state.access().canRead(seat, s)).isPresent();
  }
}
