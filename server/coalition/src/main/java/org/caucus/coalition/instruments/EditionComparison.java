package org.caucus.coalition.instruments;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caucus.coalition.instruments.aligning.Aligner;
import org.jspecify.annotations.Nullable;

/**
 * What became of each provision from one edition to another: in the order of the later one, and
 * what is gone where it stood.
 */
final class EditionComparison {
  /** What became of a provision. */
  enum Change {
    /** Not a word, and it has its number, if it has one. */
    SAME,
    REWORDED,
    /** The same words under another number. */
    RENUMBERED,
    /** The same words in another part. */
    MOVED,
    GONE,
    NEW
  }

  /**
   * A provision in both.
   *
   * @param before null if it is new
   * @param after null if it is gone
   * @param maybe what it might be in the other edition, if it is in one alone; null if nothing
   */
  record Row(
      Change change, @Nullable Placed before, @Nullable Placed after, @Nullable Placed maybe) {
    /** The one that is there, the later one if both are. */
    Placed shown() {
      return after == null ? Objects.requireNonNull(before) : after;
    }
  }

  private EditionComparison() {}

  static List<Row> of(Edition from, Edition to) {
    List<Placed> before = from.placed().stream().filter(Placed::canBeCited).toList();
    List<Placed> after = to.placed().stream().filter(Placed::canBeCited).toList();
    Map<String, Placed> earlier = byId(before);
    Map<String, Placed> later = byId(after);
    Map<String, Placed> maybe = maybe(alone(before, later), alone(after, earlier));
    List<Row> rows = new ArrayList<>();
    for (Placed now : after) {
      Placed then = earlier.get(now.provision());
      rows.add(new Row(change(then, now), then, now, then == null ? maybe.get(key(now)) : null));
    }
    return withGone(rows, before, later, maybe);
  }

  /** Each behind the one that stood before it. */
  private static List<Row> withGone(
      List<Row> rows, List<Placed> before, Map<String, Placed> later, Map<String, Placed> maybe) {
    List<Row> all = new ArrayList<>();
    Map<String, List<Row>> behind = new HashMap<>();
    String last = "";
    for (Placed then : before) {
      if (later.containsKey(key(then))) {
        last = key(then);
      } else {
        behind
            .computeIfAbsent(last, k -> new ArrayList<>())
            .add(new Row(Change.GONE, then, null, maybe.get(key(then))));
      }
    }
    all.addAll(behind.getOrDefault("", List.of()));
    for (Row row : rows) {
      all.add(row);
      all.addAll(behind.getOrDefault(key(row.shown()), List.of()));
    }
    return List.copyOf(all);
  }

  private static Map<String, Placed> byId(List<Placed> placed) {
    Map<String, Placed> byId = new HashMap<>();
    placed.forEach(p -> byId.put(key(p), p));
    return byId;
  }

  private static List<Placed> alone(List<Placed> some, Map<String, Placed> others) {
    return some.stream().filter(p -> !others.containsKey(key(p))).toList();
  }

  private static String key(Placed placed) {
    return Objects.requireNonNull(placed.provision());
  }

  /** What is in one edition alone and may be the same, both ways. */
  private static Map<String, Placed> maybe(List<Placed> gone, List<Placed> fresh) {
    Aligner.Alignment alignment =
        Aligner.align(
            gone.stream().map(Placement::wording).toList(),
            fresh.stream().map(Placement::wording).toList());
    Map<Integer, Integer> all = new HashMap<>(alignment.maybe());
    all.putAll(alignment.same());
    Map<String, Placed> maybe = new HashMap<>();
    all.forEach(
        (a, b) -> {
          maybe.put(key(fresh.get(a)), gone.get(b));
          maybe.put(key(gone.get(b)), fresh.get(a));
        });
    return maybe;
  }

  private static Change change(@Nullable Placed then, Placed now) {
    if (then == null) {
      return Change.NEW;
    }
    if (!Placement.bare(then).equals(Placement.bare(now))) {
      return Change.REWORDED;
    }
    boolean isUnnumbered = then.number() == null && now.number() == null;
    if (isUnnumbered || then.path().equals(now.path())) {
      return Change.SAME;
    }
    return around(then).equals(around(now)) ? Change.RENUMBERED : Change.MOVED;
  }

  private static String around(Placed placed) {
    int dot = placed.path().lastIndexOf('.');
    return dot < 0 ? "" : placed.path().substring(0, dot);
  }

  /** How many of each there are. */
  static Map<Change, Integer> counts(List<Row> rows) {
    Map<Change, Integer> counts = new EnumMap<>(Change.class);
    rows.forEach(row -> counts.merge(row.change(), 1, Integer::sum));
    return counts;
  }
}
