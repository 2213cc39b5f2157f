package org.caucus.coalition.trackers.csv;

import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;

/** What people are called in a cell, and who is meant there. */
record SeatNames(Members members) {
  /** What stands between two names. */
  static final String BETWEEN = ";";

  /** Those who are called so, by id or by name, in any case. */
  List<Seat> called(String name) {
    return members.active().stream().filter(seat -> isCalled(seat, name)).toList();
  }

  private static boolean isCalled(Seat seat, String name) {
    return seat.id().value().equals(name)
        || seat.name().equalsIgnoreCase(name)
        || withParty(seat).equalsIgnoreCase(name);
  }

  private static String withParty(Seat seat) {
    return seat.name() + " (" + seat.organisation() + ")";
  }

  /**
   * The shortest that means this seat alone: its name, with its organisation, or its id. One that
   * has ended is called by its name where no other was ever called so; an import finds nobody by
   * it.
   */
  String of(SeatId id) {
    return members.all().stream()
        .filter(seat -> seat.id().equals(id))
        .flatMap(seat -> Stream.of(seat.name(), withParty(seat)))
        .filter(name -> !name.contains(BETWEEN) && isAlone(id, name))
        .findFirst()
        .orElse(id.value());
  }

  /** Whether nobody else who is here, and none of those who were, is called so. */
  private boolean isAlone(SeatId id, String name) {
    boolean active = members.isActive(id);
    return (active ? members.active() : members.all())
        .stream().noneMatch(seat -> !seat.id().equals(id) && isCalled(seat, name));
  }
}
