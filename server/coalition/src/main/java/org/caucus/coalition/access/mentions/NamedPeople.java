package org.caucus.coalition.access.mentions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.NonePhrases;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * People by their names, with commas between them; two of one name are told apart by the short name
 * of their organisation behind it, as in {@code Amina Bello (press)}. Who cannot read it is not
 * found, like who is not here.
 *
 * @param me who writes the names
 * @param readers who can be named
 */
public record NamedPeople(Seat me, List<Seat> readers) {
  /** The word for all. */
  public static final String EVERYONE = "everyone";

  /** The words for one side. */
  public static final String CIVIL = "civil society";

  /** Stands before the name of a company that reads along. */
  public static final String WITH = "with ";

  /** Stands before the name of a company, or an organisation, that reads alone. */
  public static final String ONLY = "only ";

  /** Stands before the name of an organisation that reads with one company. */
  public static final String BETWEEN = "between ";

  /** Stands between the two. */
  public static final String AND = " and ";

  private static final String ME = "me";

  /** The words for an audience that is called after a side; empty for people. */
  public static Optional<String> words(Audience audience) {
    return switch (audience) {
      case Audience.Everyone a -> Optional.of(EVERYONE);
      case Audience.CivilSociety a -> Optional.of(CIVIL);
      case Audience.WithCompany a -> Optional.of(WITH + a.company());
      case Audience.CompanyOnly a -> Optional.of(ONLY + a.company());
      case Audience.OrganisationOnly a -> Optional.of(ONLY + a.organisation());
      case Audience.Between a -> Optional.of(BETWEEN + a.organisation() + AND + a.company());
      case Audience.Named a -> Optional.empty();
    };
  }

  /** Those who are named, each once; nobody for {@code none}. */
  public List<SeatId> all(String names) {
    return NonePhrases.isMeant(names)
        ? List.of()
        : Arrays.stream(names.split(",")).map(name -> one(name.strip())).distinct().toList();
  }

  private SeatId one(String name) {
    if (NonePhrases.isMe(name)) {
      return me.id();
    }
    List<Seat> called = called(name);
    if (called.size() == 1) {
      return called.getFirst().id();
    }
    throw Refusal.invalid(
        "name",
        called.isEmpty()
            ? Message.of("nobody-who-can-read-this-is")
            : Message.of("several-who-can-read-this-are"));
  }

  /** Those who are called so; if nobody is, those whose name begins so. */
  public List<Seat> called(String name) {
    if (NonePhrases.isMe(name)) {
      return List.of(me);
    }
    List<Seat> called = readers.stream().filter(s -> isCalled(s, name)).toList();
    return called.isEmpty() && !name.isEmpty()
        ? readers.stream().filter(s -> begins(s, name)).toList()
        : called;
  }

  private static boolean isCalled(Seat seat, String name) {
    return seat.name().equalsIgnoreCase(name) || withParty(seat).equalsIgnoreCase(name);
  }

  /** A name that only one has, as it can be written. */
  public static String withParty(Seat seat) {
    return seat.name() + " (" + seat.organisation() + ")";
  }

  /** The words that mean these people, if there are any that mean nobody else. */
  public Optional<String> say(Collection<SeatId> seats) {
    List<String> names = new ArrayList<>();
    for (SeatId id : seats) {
      Optional<String> name =
          id.equals(me.id())
              ? Optional.of(ME)
              : readers.stream()
                  .filter(s -> s.id().equals(id))
                  .flatMap(s -> Stream.of(s.name(), withParty(s)))
                  .filter(n -> n.indexOf(',') < 0 && isKnown(n))
                  .findFirst();
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    names.sort(String.CASE_INSENSITIVE_ORDER);
    return Optional.of(String.join(", ", names));
  }

  private static boolean begins(Seat seat, String name) {
    return seat.name().regionMatches(true, 0, name + " ", 0, name.length() + 1);
  }

  /** Those who are known as they were written, the others as they may be called. */
  public String meant(String names) {
    return Stream.of(names.split(","))
        .map(String::strip)
        .map(name -> isKnown(name) ? name : nearOrMe(name))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Whether these words name somebody else than the person who writes. */
  public boolean isAnother(String name) {
    return !NonePhrases.isMe(name) && isKnown(name);
  }

  /** Whether exactly one is called so. */
  public boolean isKnown(String name) {
    try {
      one(name);
      return !name.isEmpty();
    } catch (Refusal no) {
      return false;
    }
  }

  /** By a whole name that only one has; else anyone who writes, whom nobody takes for another. */
  private String nearOrMe(String name) {
    return near(name).orElse(ME);
  }

  /** The name that only one has and that a slip was meant for; empty if none is near. */
  public Optional<String> near(String name) {
    List<String> names = readers.stream().map(Seat::name).filter(this::isKnown).toList();
    List<String> first =
        names.stream().map(n -> Objects.requireNonNull(n.split(" ", 2)[0])).toList();
    return FuzzyMatch.of(name, names)
        .or(() -> FuzzyMatch.of(name, first).map(near -> names.get(first.indexOf(near))));
  }
}
