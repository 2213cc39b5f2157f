package org.caucus.coalition.polls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An instant run-off over ballots that put options in order. Pure.
 *
 * @param rounds what was counted, in order
 * @param winners the one that won; all that can win, where it depends on which of those that are
 *     last leaves first, which no rule that was agreed on says; none if there are no ballots
 */
public record RunOff(List<Round> rounds, List<String> winners) {
  /** Most ways to break ties that are looked at; with more of them all that are left can win. */
  private static final int MAX_WAYS = 2_000;

  /**
   * One count of first preferences.
   *
   * @param counts by option, of those that are still there
   * @param exhausted ballots that name none of them
   * @param out those that leave after it
   */
  public record Round(Map<String, Integer> counts, int exhausted, List<String> out) {}

  /**
   * Ballots as numbers of options, equal ones once: ties may ask for thousands of counts.
   *
   * @param places the number of each option
   * @param orders options by number, in order of preference
   * @param weights how many ballots have each order
   */
  private record Ballots(
      Map<String, Integer> places, List<int[]> orders, List<Integer> weights, int size) {
    private static final int GONE = -1;

    static Ballots of(List<String> options, List<List<String>> ballots) {
      Map<String, Integer> places = new HashMap<>();
      options.forEach(option -> places.put(option, places.size()));
      Map<List<String>, Integer> equal = new LinkedHashMap<>();
      ballots.forEach(ballot -> equal.merge(ballot, 1, Integer::sum));
      List<int[]> orders =
          equal.keySet().stream()
              .map(o -> o.stream().filter(places::containsKey).mapToInt(places::get).toArray())
              .toList();
      List<Integer> weights = List.copyOf(equal.values());
      return new Ballots(places, orders, weights, ballots.size());
    }

    int place(String option) {
      return Objects.requireNonNull(places.get(option));
    }

    /** How many put each option that is left first among those, by its number. */
    int[] firsts(List<String> left) {
      int[] counts = new int[places.size()];
      Arrays.fill(counts, GONE);
      left.forEach(option -> counts[place(option)] = 0);
      for (int i = 0; i < weights.size(); i++) {
        int first = first(orders.get(i), counts);
        if (first != GONE) {
          counts[first] += weights.get(i);
        }
      }
      return counts;
    }

    private static int first(int[] order, int[] counts) {
      for (int option : order) {
        if (counts[option] != GONE) {
          return option;
        }
      }
      return GONE;
    }
  }

  /**
   * Counts.
   *
   * @param orders the options that each ballot names, in order of preference
   */
  public static RunOff of(List<String> options, List<List<String>> orders) {
    Ballots ballots = Ballots.of(options, orders);
    List<String> left = List.copyOf(options);
    List<Round> rounds = new ArrayList<>();
    while (true) {
      Round round = round(left, ballots);
      rounds.add(round);
      if (round.out().isEmpty()) {
        return new RunOff(rounds, canWin(left, ballots, new HashMap<>()));
      }
      left = without(left, round.out());
    }
  }

  private static Round round(List<String> left, Ballots ballots) {
    Map<String, Integer> counts = firsts(left, ballots);
    int counted = sum(counts.values());
    boolean isOver = counted == 0 || 2 * max(counts) > counted;
    return new Round(counts, ballots.size() - counted, isOver ? List.of() : leaving(counts));
  }

  /** Who can win from here, in the order of the options. */
  private static List<String> canWin(
      List<String> left, Ballots ballots, Map<List<String>, List<String>> known) {
    List<String> before = known.get(left);
    if (before != null) {
      return before;
    }
    if (known.size() >= MAX_WAYS) {
      return left;
    }
    List<String> winners = winners(left, ballots, known);
    known.put(left, winners);
    return winners;
  }

  private static List<String> winners(
      List<String> left, Ballots ballots, Map<List<String>, List<String>> known) {
    Round round = round(left, ballots);
    int counted = sum(round.counts().values());
    if (counted == 0) {
      return List.of();
    }
    if (2 * max(round.counts()) > counted) {
      return with(round.counts(), max(round.counts()));
    }
    if (!round.out().isEmpty()) {
      return canWin(without(left, round.out()), ballots, known);
    }
    Set<String> winners = new HashSet<>();
    for (String last : with(round.counts(), min(round.counts()))) {
      List<String> then = canWin(without(left, List.of(last)), ballots, known);
      winners.addAll(then.isEmpty() ? left : then);
    }
    return left.stream().filter(winners::contains).toList();
  }

  private static List<String> without(List<String> left, List<String> out) {
    return left.stream().filter(o -> !out.contains(o)).toList();
  }

  /**
   * Those with the fewest, if together they have fewer than the next: then their order among each
   * other changes nothing. None if it would.
   */
  private static List<String> leaving(Map<String, Integer> counts) {
    int fewest = min(counts);
    List<String> last = with(counts, fewest);
    int next =
        counts.values().stream()
            .mapToInt(Integer::intValue)
            .filter(n -> n > fewest)
            .min()
            .orElse(0);
    return last.size() == 1 || last.size() * fewest < next ? last : List.of();
  }

  private static Map<String, Integer> firsts(List<String> left, Ballots ballots) {
    int[] counts = ballots.firsts(left);
    Map<String, Integer> named = new LinkedHashMap<>();
    left.forEach(option -> named.put(option, counts[ballots.place(option)]));
    return named;
  }

  private static int max(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static int min(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  private static int sum(Collection<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private static List<String> with(Map<String, Integer> counts, int votes) {
    return counts.keySet().stream()
        .filter(option -> Objects.requireNonNull(counts.get(option)) == votes)
        .toList();
  }

  /** The option that more ballots put before each other one than behind it; null if none is. */
  public static @Nullable String condorcet(List<String> options, List<List<String>> ballots) {
    return options.stream()
        .filter(o -> !ballots.isEmpty() && beatsAll(o, options, ballots))
        .findFirst()
        .orElse(null);
  }

  private static boolean beatsAll(String option, List<String> options, List<List<String>> ballots) {
    return options.stream().filter(o -> !o.equals(option)).allMatch(o -> beats(option, o, ballots));
  }

  private static boolean beats(String one, String other, List<List<String>> ballots) {
    int lead = 0;
    for (List<String> ballot : ballots) {
      lead += Integer.compare(place(other, ballot), place(one, ballot));
    }
    return lead > 0;
  }

  /** What a ballot does not name is behind all that it names. */
  private static int place(String option, List<String> ballot) {
    int at = ballot.indexOf(option);
    return at < 0 ? Integer.MAX_VALUE : at;
  }
}
