package org.caucus.postmaster.guards;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.caucus.actions.asked.ActionLines;
import org.caucus.command.Ref;
import org.caucus.heads.Head;
import org.caucus.heads.Keys;
import org.caucus.heads.Line;
import org.caucus.hints.Nearest;
import org.caucus.issues.asked.AskedLines;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.AddressPlan;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Destination;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.postmaster.readers.AudienceWords;
import org.caucus.updates.asked.UpdateLines;

/**
 * Reads what a letter asks for in its first line: {@code Audience: civil society}. Words that are
 * not understood end its way: to post it to everyone because of a misspelling is what it asked not
 * to happen.
 */
public record HeadLine() implements Step {
  /** The key of the line. */
  static final String KEY = "Audience";

  private static final Keys NONE = Keys.of(key -> false, List.of());
  private static final Scope EVERYONE = Scope.place(Audience.everyone());

  /** Most characters of who is to read it. */
  private static final int MAX_CHARS = 4_000;

  @Override
  public Next take(Arrival arrival) {
    Head head = of(arrival);
    List<Integer> those =
        IntStream.range(0, head.lines().size())
            .filter(i -> isMeant(arrival, head.lines().get(i).key()))
            .boxed()
            .toList();
    if (those.isEmpty()) {
      return Step.on(arrival);
    }
    if (those.size() > 1) {
      return Step.refuse(Words.TWO_AUDIENCES);
    }
    Line line = head.lines().get(those.getFirst());
    String wish = line.value();
    AudienceWords words = AudienceWords.of(arrival.workspace(), arrival.seat(), place(arrival));
    Optional<Audience> audience =
        isAudience(line.key()) && wish.length() <= MAX_CHARS ? words.read(wish) : Optional.empty();
    return audience
        .map(a -> Step.on(arrival.narrowed(a, head.without(those.getFirst()))))
        .orElseGet(() -> refused(arrival, words, wish));
  }

  /** The head of a letter as it came, with the line that says who reads it. */
  static Head of(Arrival arrival) {
    return Head.of(
        arrival.incoming().letter().text(), keys(arrival).and(KEY), AskedLines.MAX_LINES + 1);
  }

  /** What a letter asks for besides who reads it, in lines at its head. */
  static List<Line> besides(Arrival arrival) {
    return of(arrival).lines().stream().filter(line -> !isMeant(arrival, line.key())).toList();
  }

  /** Whether it says who reads the letter. */
  static boolean isReaders(Line line) {
    return isAudience(line.key());
  }

  private static boolean isAudience(String key) {
    return key.equalsIgnoreCase(KEY);
  }

  /** Also where it is misspelt: as words it would be read by all. */
  private static boolean isMeant(Arrival arrival, String key) {
    Keys keys = keys(arrival);
    return isAudience(key)
        || (!keys.has().test(key)
            && Nearest.of(key, keys.and(KEY).words()).filter(HeadLine::isAudience).isPresent());
  }

  /** With all its lines as their author may have meant them; without any to a stranger. */
  private static Next refused(Arrival arrival, AudienceWords words, String wish) {
    Seat seat = arrival.seat();
    if (seat == null) {
      return SentBack.refused(Words.UNKNOWN_AUDIENCE, List.of());
    }
    Scope place = place(arrival);
    return words
        .read(wish) // its key alone is misspelt
        .filter(readers -> words.isOpen(readers, seat, place))
        .or(() -> words.put(wish, seat, place).flatMap(words::read))
        .map(readers -> arrival.narrowed(readers, arrival.text()))
        .map(meant -> SentBack.refused(meant, Words.UNKNOWN_AUDIENCE, right(meant, seat)))
        .orElseGet(() -> SentBack.refused(Words.UNKNOWN_AUDIENCE, List.of()));
  }

  /** Within which readers it can ask for some, as far as its address says. */
  static Scope place(Arrival arrival) {
    Ref to = arrival.to().thing();
    return to.kind() == Ref.Kind.LIST || to.kind() == Ref.Kind.TRACKER
        ? arrival.workspace().scopeOf(to).orElse(EVERYONE)
        : EVERYONE;
  }

  private static List<Line> right(Arrival arrival, Seat seat) {
    List<Line> lines = besides(arrival);
    return switch (arrival.to().thing().kind()) {
      case WORKSPACE -> ActionHead.right(arrival, seat, lines);
      case TRACKER -> IssueLines.right(arrival, seat, lines);
      case ORGANISATION -> UpdateHead.right(arrival, lines);
      default -> lines;
    };
  }

  /** What lines at the head of such a letter may be of, besides who reads it. */
  private static Keys keys(Arrival arrival) {
    Destination to = arrival.to();
    return switch (to.thing().kind()) {
      case WORKSPACE -> AddressPlan.isActions(to.detail()) ? ActionLines.keys() : NONE;
      case TRACKER ->
          arrival.workspace().issues().tracker(to.thing().id()).map(AskedLines::keys).orElse(NONE);
      case ORGANISATION -> UpdateLines.keys();
      default -> NONE;
    };
  }
}
