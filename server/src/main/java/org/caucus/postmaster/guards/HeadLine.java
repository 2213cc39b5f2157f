package org.caucus.postmaster.guards;

import java.util.List;
import java.util.Optional;
import org.caucus.actions.asked.ActionLines;
import org.caucus.command.Ref;
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

  private static final String AUDIENCE = "audience:";

  private static final Scope EVERYONE = Scope.place(Audience.everyone());

  /** Most characters of a first line that asks for something. */
  private static final int MAX_CHARS = 4_100;

  @Override
  public Next take(Arrival arrival) {
    String whole = arrival.text().stripLeading();
    int start = start(arrival, whole);
    String text = whole.substring(start);
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    if (!line.regionMatches(true, 0, AUDIENCE, 0, AUDIENCE.length())) {
      return Step.on(arrival);
    }
    String wish = line.substring(AUDIENCE.length()).strip();
    AudienceWords words = AudienceWords.of(arrival.workspace(), arrival.seat(), place(arrival));
    Optional<Audience> audience = line.length() > MAX_CHARS ? Optional.empty() : words.read(wish);
    String after = end < 0 ? "" : text.substring(end + 1);
    String rest = (whole.substring(0, start) + after).stripLeading();
    return audience
        .map(a -> Step.on(arrival.narrowed(a, rest)))
        .orElseGet(() -> refused(arrival, words, wish));
  }

  /** With all its lines as their author may have meant them; without any to a stranger. */
  private static Next refused(Arrival arrival, AudienceWords words, String wish) {
    Seat seat = arrival.seat();
    if (seat == null) {
      return Head.refused(Words.UNKNOWN_AUDIENCE, List.of());
    }
    return words
        .put(wish, seat, place(arrival))
        .flatMap(words::read)
        .map(readers -> arrival.narrowed(readers, arrival.text()))
        .map(meant -> Head.refused(meant, Words.UNKNOWN_AUDIENCE, besides(meant, seat)))
        .orElseGet(() -> Head.refused(Words.UNKNOWN_AUDIENCE, List.of()));
  }

  /** Within which readers it can ask for some, as far as its address says. */
  static Scope place(Arrival arrival) {
    Ref to = arrival.to().thing();
    return to.kind() == Ref.Kind.LIST || to.kind() == Ref.Kind.TRACKER
        ? arrival.workspace().scopeOf(to).orElse(EVERYONE)
        : EVERYONE;
  }

  private static List<Head.Line> besides(Arrival arrival, Seat seat) {
    List<Head.Line> lines = Head.besides(arrival);
    return switch (arrival.to().thing().kind()) {
      case WORKSPACE -> ActionHead.right(arrival, seat, lines);
      case TRACKER -> IssueLines.right(arrival, seat, lines);
      case ORGANISATION -> UpdateHead.right(arrival, lines);
      default -> lines;
    };
  }

  /** Whether a line of this key is one of those that are read at the head of such a letter. */
  static boolean isKey(Arrival arrival, String key) {
    Destination to = arrival.to();
    return switch (to.thing().kind()) {
      case WORKSPACE -> AddressPlan.isActions(to.detail()) && ActionLines.isKey(key);
      case TRACKER ->
          arrival
              .workspace()
              .issues()
              .tracker(to.thing().id())
              .filter(t -> AskedLines.isKey(key, t))
              .isPresent();
      case ORGANISATION -> UpdateLines.isKey(key);
      default -> false;
    };
  }

  /**
   * Where the line is: at a tracker, a company or the agenda, other lines that ask for something
   * may stand before it.
   */
  private static int start(Arrival arrival, String text) {
    int at = 0;
    for (int i = 0; i < AskedLines.MAX_LINES; i++) {
      int end = text.indexOf('\n', at);
      int colon = text.indexOf(':', at);
      if (end < 0
          || colon < 0
          || colon > end
          || !isKey(arrival, text.substring(at, colon).strip())) {
        break;
      }
      String key = text.substring(at, colon).strip();
      String value = text.substring(colon + 1, end).strip();
      int more = Head.goesOn(key, value, text.substring(end + 1));
      at = end + 1 + more + (more > 0 && text.startsWith("\n", end + 1 + more) ? 1 : 0);
    }
    return at;
  }
}
