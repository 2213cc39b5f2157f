package org.caucus.coalition.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.kernel.SeatId;
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
  private final Map<String, List<Seat>> byPerson;
  private final List<Instant> joinings;
  private final Map<SeatId, SeatId> heirs;
  private final Map<SeatId, List<SeatId>> lines;
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
    this.byPerson = active.stream().collect(Collectors.groupingBy(Seat::person));
    this.joinings =
        organisations.values().stream().map(Organisation::readsFrom).distinct().sorted().toList();
    this.heirs = heirs(all);
    this.lines = lines(heirs);
  }

  /** Who took over from whom: few seats did, so this is small. */
  private static Map<SeatId, SeatId> heirs(List<Seat> all) {
    Map<SeatId, SeatId> heirs = new HashMap<>();
    for (Seat seat : all) {
      if (seat.predecessor() != null) {
        heirs.put(seat.predecessor(), seat.id());
      }
    }
    for (Seat seat : all) {
      if (seat.successor() != null) {
        heirs.put(seat.id(), seat.successor());
      }
    }
    return heirs;
  }

  private static Map<SeatId, List<SeatId>> lines(Map<SeatId, SeatId> heirs) {
    Map<SeatId, List<SeatId>> lines = new HashMap<>();
    for (SeatId first : heirs.keySet()) {
      SeatId heir = first;
      // nobody is an heir of their own: a log that says otherwise is read, and not for ever
      for (int steps = 0; steps < heirs.size() && heirs.containsKey(heir); steps++) {
        heir = heirs.get(heir);
        lines.computeIfAbsent(heir, Roster::alone).add(first);
      }
    }
    return lines;
  }

  private static List<SeatId> alone(SeatId seat) {
    return new ArrayList<>(List.of(seat));
  }

  /** This seat and all it took over from. */
  List<SeatId> line(SeatId seat) {
    return lines.getOrDefault(seat, List.of(seat));
  }

  /** Who has the duties of this seat now. */
  SeatId heir(SeatId seat) {
    SeatId heir = seat;
    for (int steps = 0; steps < heirs.size() && heirs.containsKey(heir); steps++) {
      heir = heirs.get(heir);
    }
    return heir;
  }

  List<Seat> all() {
    return all;
  }

  List<Seat> active() {
    return active;
  }

  /** The active seats of a person, in the order they started. */
  List<Seat> of(String person) {
    return byPerson.getOrDefault(person, List.of());
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
