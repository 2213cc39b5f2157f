package org.caucus.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.caucus.command.SeatId;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What follows from organisations and seats and is asked for with every row of every view, worked
 * out once: seats in order, and how many of them read what.
 */
final class Roster {
  /** Most answers remembered; few workspaces have a hundred different audiences. */
  private static final int MOST_COUNTS = 4_096;

  private final List<Seat> all;
  private final List<Seat> active;
  private final List<Instant> joinings;
  private final Map<Readership, Integer> counts = new ConcurrentHashMap<>();

  /**
   * All that it depends on who reads a thing: the audiences of it and of what it hangs on, and
   * which newcomers came too late.
   */
  private record Readership(List<Audience> audiences, int joinedBefore) {}

  Roster(PMap<String, Organisation> organisations, PMap<SeatId, Seat> seats) {
    this.all =
        seats.values().stream()
            .sorted(Comparator.comparing(Seat::start).thenComparing(s -> s.id().value()))
            .toList();
    this.active = all.stream().filter(Seat::active).toList();
    this.joinings =
        organisations.values().stream().map(Organisation::readsFrom).distinct().sorted().toList();
  }

  List<Seat> all() {
    return all;
  }

  List<Seat> active() {
    return active;
  }

  /** How many active seats read this, by the rule given, which is asked once for all like it. */
  int count(Scope scope, Predicate<Seat> reads) {
    Readership readership = readership(scope);
    Integer known = counts.get(readership);
    if (known == null) {
      known = (int) active.stream().filter(reads).count();
      if (counts.size() < MOST_COUNTS) {
        counts.put(readership, known);
      }
    }
    return known;
  }

  private Readership readership(Scope scope) {
    List<Audience> audiences = new ArrayList<>(3);
    Instant earliest = null;
    for (@Nullable Scope s = scope; s != null; s = s.parent()) {
      audiences.add(s.audience());
      if (s.at() != null && (earliest == null || s.at().isBefore(earliest))) {
        earliest = s.at();
      }
    }
    return new Readership(audiences, joinedBefore(earliest));
  }

  /** How many of the moments from which organisations read are past by then; all for null. */
  private int joinedBefore(@Nullable Instant said) {
    int count = joinings.size();
    while (said != null && count > 0 && joinings.get(count - 1).isAfter(said)) {
      count--;
    }
    return count;
  }

  /** Equal when what it follows from is, as far as a state can be told by it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Roster r && all.equals(r.all) && joinings.equals(r.joinings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(all, joinings);
  }
}
