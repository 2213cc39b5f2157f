package org.caucus.members.called;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.hints.Nearest;
import org.caucus.members.Seat;

/**
 * People by their names, with commas between them. Who cannot read it is not found, like who is not
 * here.
 *
 * @param me who writes the names
 * @param readers who can be named
 */
public record Called(Seat me, List<Seat> readers) {
  private static final String NONE = "none";
  private static final String ME = "me";

  /** Those who are named, each once; nobody for {@code none}. */
  public List<SeatId> all(String names) {
    return names.equalsIgnoreCase(NONE)
        ? List.of()
        : Arrays.stream(names.split(",")).map(name -> one(name.strip())).distinct().toList();
  }

  private SeatId one(String name) {
    if (name.equalsIgnoreCase(ME)) {
      return me.id();
    }
    List<Seat> called = readers.stream().filter(s -> s.name().equalsIgnoreCase(name)).toList();
    if (called.isEmpty() && !name.isEmpty()) {
      called = readers.stream().filter(s -> begins(s, name)).toList();
    }
    if (called.size() == 1) {
      return called.getFirst().id();
    }
    throw Refused.invalid(
        "name",
        called.isEmpty()
            ? "Nobody who can read this is called so. Write a name as it stands on the page of"
                + " organisations, or me."
            : "Several who can read this are called so. Write the whole name, or choose them in the"
                + " browser.");
  }

  private static boolean begins(Seat seat, String name) {
    return seat.name().regionMatches(true, 0, name + " ", 0, name.length() + 1);
  }

  /** Those who are known as they were written, the others as they may be called. */
  public String meant(String names) {
    return Stream.of(names.split(","))
        .map(String::strip)
        .map(name -> isKnown(name) ? name : near(name))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private boolean isKnown(String name) {
    try {
      one(name);
      return !name.isEmpty();
    } catch (Refused no) {
      return false;
    }
  }

  /** By a whole name that only one has; else whoever writes, whom nobody takes for another. */
  private String near(String name) {
    List<String> names = readers.stream().map(Seat::name).filter(this::isKnown).toList();
    List<String> first =
        names.stream().map(n -> Objects.requireNonNull(n.split(" ", 2)[0])).toList();
    return Nearest.of(name, names)
        .or(() -> Nearest.of(name, first).map(near -> names.get(first.indexOf(near))))
        .orElse(ME);
  }
}
