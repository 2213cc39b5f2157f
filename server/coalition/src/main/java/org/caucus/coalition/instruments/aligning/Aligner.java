package org.caucus.coalition.instruments.aligning;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds for each provision of an edition which one of the edition before it is. Wholly equal words
 * go first; then those that are most alike, where no other is nearly as much; last those in the
 * same place between two that are paired. What might be one and is not sure is named and not
 * paired.
 */
public final class Aligner {
  /** From how much alike two are the same provision, from 0 to 1. */
  private static final double SURE = 0.55;

  /** By how much more than any other. */
  private static final double CLEARLY = 0.08;

  /** The same in the same place, or between neighbours that are paired. */
  private static final double SURE_IN_PLACE = 0.4;

  /** From how much alike somebody is asked. */
  private static final double MAYBE = 0.25;

  /** A word or run that more provisions have says nothing of one of them. */
  private static final int COMMON = 20;

  /** Most provisions that one is compared with. */
  private static final int MOST_CANDIDATES = 12;

  /** In a text of fewer words than these, each says more. */
  private static final int FEW_WORDS = 8;

  private static final double SURE_OF_FEW = 0.75;

  private final List<Wording> before;
  private final List<Wording> after;
  private final int[] found;
  private final Set<Integer> taken = new HashSet<>();

  private Aligner(List<Wording> before, List<Wording> after) {
    this.before = before;
    this.after = after;
    this.found = new int[after.size()];
    Arrays.fill(found, NONE);
  }

  /** There is none. */
  private static final int NONE = -1;

  /**
   * What was found, by the places in the later edition.
   *
   * @param same the place in the earlier edition of each that is known
   * @param maybe the place of each that might be it, and may as well be another
   */
  public record Alignment(Map<Integer, Integer> same, Map<Integer, Integer> maybe) {}

  /** A pair, and how much alike it is. */
  private record Pair(int before, int after, double score) {}

  /** Aligns two editions, both in the order of the text. */
  public static Alignment align(List<Wording> before, List<Wording> after) {
    Aligner aligner = new Aligner(before, after);
    aligner.equal();
    List<Pair> pairs = aligner.pairs();
    aligner.alike(pairs);
    aligner.heads();
    aligner.twins();
    aligner.inPlace(pairs);
    return aligner.result(pairs);
  }

  private void pair(int b, int a) {
    found[a] = b;
    taken.add(b);
  }

  private boolean isFree(int b, int a) {
    return found[a] == NONE && !taken.contains(b);
  }

  /** Words that stand once in both. */
  private void equal() {
    Map<String, Integer> there = once(before);
    once(after)
        .forEach(
            (words, a) -> {
              Integer b = there.get(words);
              if (b != null && before.get(b).isHead() == after.get(a).isHead()) {
                pair(b, a);
              }
            });
  }

  private static Map<String, Integer> once(List<Wording> all) {
    Map<String, Integer> once = new HashMap<>();
    Set<String> twice = new HashSet<>(Set.of(""));
    for (int i = 0; i < all.size(); i++) {
      if (once.put(all.get(i).plain(), i) != null) {
        twice.add(all.get(i).plain());
      }
    }
    once.keySet().removeAll(twice);
    return once;
  }

  /** Those that have rare words or runs in common, the most alike first. */
  private List<Pair> pairs() {
    Map<String, List<Integer>> byRun = new HashMap<>();
    for (int b = 0; b < before.size(); b++) {
      for (String run : found(before.get(b))) {
        byRun.computeIfAbsent(run, r -> new ArrayList<>()).add(b);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < after.size(); a++) {
      if (found[a] == NONE) {
        pairs.addAll(of(a, byRun));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
    return pairs;
  }

  /** By what it can be found: its runs, and each of its words. */
  private static Set<String> found(Wording wording) {
    Set<String> all = new HashSet<>(wording.runs());
    all.addAll(wording.counts().keySet());
    return all;
  }

  private List<Pair> of(int a, Map<String, List<Integer>> byRun) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (String run : found(after.get(a))) {
      List<Integer> those = byRun.getOrDefault(run, List.of());
      if (those.size() <= COMMON) {
        those.stream()
            .filter(b -> !taken.contains(b))
            .forEach(b -> shared.merge(b, 1, Integer::sum));
      }
    }
    return shared.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(MOST_CANDIDATES)
        .map(e -> new Pair(e.getKey(), a, score(e.getKey(), a)))
        .toList();
  }

  private double score(int b, int a) {
    Wording one = before.get(b);
    Wording other = after.get(a);
    return one.isHead() == other.isHead() ? (one.alike(other) + one.runAlike(other)) / 2 : 0;
  }

  private void alike(List<Pair> pairs) {
    Map<Integer, List<Pair>> byBefore = pairs.stream().collect(groupingBy(Pair::before));
    Map<Integer, List<Pair>> byAfter = pairs.stream().collect(groupingBy(Pair::after));
    for (Pair pair : pairs) {
      if (isFree(pair.before(), pair.after())
          && pair.score() >= sure(pair)
          && isClear(pair, byBefore.getOrDefault(pair.before(), List.of()))
          && isClear(pair, byAfter.getOrDefault(pair.after(), List.of()))) {
        pair(pair.before(), pair.after());
      }
    }
  }

  private double sure(Pair pair) {
    int words = Math.min(before.get(pair.before()).size(), after.get(pair.after()).size());
    return words < FEW_WORDS ? SURE_OF_FEW : SURE;
  }

  /** Whether no other pair of one of both is nearly as much alike. */
  private boolean isClear(Pair pair, List<Pair> others) {
    return others.stream()
        .filter(other -> !other.equals(pair) && isFree(other.before(), other.after()))
        .noneMatch(other -> other.score() > pair.score() - CLEARLY);
  }

  /** Parts that say little themselves are known by their number: "Part II", and its heading. */
  private void heads() {
    Map<String, Integer> there = new HashMap<>();
    for (int b = 0; b < before.size(); b++) {
      if (before.get(b).isHead()) {
        there.put(before.get(b).path(), b);
      }
    }
    for (int a = 0; a < after.size(); a++) {
      Integer b = after.get(a).isHead() ? there.get(after.get(a).path()) : null;
      if (b != null && isFree(b, a) && before.get(b).alike(after.get(a)) >= SURE) {
        pair(b, a);
      }
    }
  }

  /** Words that stand as often in both between the same neighbours, such as "and" or a heading. */
  private void twins() {
    for (int a = 0; a < after.size(); a++) {
      if (found[a] == NONE) {
        Optional<Integer> b = between(a);
        String plain = after.get(a).plain();
        if (b.isPresent() && before.get(b.get()).plain().equals(plain)) {
          pair(b.get(), a);
        }
      }
    }
  }

  /** The one free place that is between those of its neighbours. */
  private Optional<Integer> between(int a) {
    int last = a == 0 ? NONE : found[a - 1];
    int next = a + 1 == after.size() ? before.size() : found[a + 1];
    int there = last + 1;
    boolean isKnown = a == 0 || last != NONE;
    boolean isOne = next == NONE || next == there + 1 || next <= last;
    return isKnown && isOne && there < before.size() && isFree(there, a)
        ? Optional.of(there)
        : Optional.empty();
  }

  /** Less alike, and in the same place. */
  private void inPlace(List<Pair> pairs) {
    for (Pair pair : pairs) {
      if (isFree(pair.before(), pair.after()) && pair.score() >= SURE_IN_PLACE) {
        boolean there = between(pair.after()).filter(b -> b == pair.before()).isPresent();
        boolean isPath = before.get(pair.before()).path().equals(after.get(pair.after()).path());
        if (there && (isPath || isBetweenBoth(pair.after()))) {
          pair(pair.before(), pair.after());
        }
      }
    }
  }

  private boolean isBetweenBoth(int a) {
    return a > 0 && a + 1 < after.size() && found[a - 1] != NONE && found[a + 1] != NONE;
  }

  private Alignment result(List<Pair> pairs) {
    Map<Integer, Integer> same = new HashMap<>();
    Map<Integer, Integer> maybe = new HashMap<>();
    for (int a = 0; a < found.length; a++) {
      if (found[a] != NONE) {
        same.put(a, found[a]);
      }
    }
    for (Pair pair : pairs) {
      if (pair.score() >= MAYBE && isFree(pair.before(), pair.after())) {
        maybe.putIfAbsent(pair.after(), pair.before());
      }
    }
    return new Alignment(Map.copyOf(same), Map.copyOf(maybe));
  }
}
