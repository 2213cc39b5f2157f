package org.caucus.postmaster.guards;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Visible;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;

/**
 * Asks the sender about an answer whose program dropped In-Reply-To, if a conversation of that
 * subject has fewer readers than this letter would: its quoted words would reach the rest.
 */
public record LostThread() implements Step {
  /** Newest things of each kind that are compared. */
  static final int MAX_THINGS = 2_000;

  /** One of them: a group that repeats would take a stack frame for each. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "\\s*+(\\[[^\\]]{0,40}\\]|(re|aw|sv|vs|antw|antwort|rép|ré|res|ref|rv|odp|ynt|tr|fwd?|wg)"
              + "(\\[\\d{1,3}\\])?\\s*+[:：])\\s*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  @Override
  public Next take(Arrival arrival) {
    Seat seat = arrival.seat();
    String subject = arrival.incoming().letter().subject();
    if (seat == null || arrival.intent() instanceof Intent.Answer || !isAnswer(subject)) {
      return Step.on(arrival);
    }
    String base = base(subject);
    Workspace w = arrival.workspace();
    boolean narrower =
        things(w)
            .filter(t -> base(t.title()).equals(base))
            .anyMatch(t -> narrower(w, arrival.readers().audience(), t.ref(), seat.id()));
    return Step.on(narrower ? arrival.asking(Hold.Awaits.SENDER, Words.LOST_THREAD) : arrival);
  }

  private record Titled(Ref ref, String title) {}

  private static Stream<Titled> things(Workspace w) {
    Stream<Titled> threads =
        w.lists().lists().keySet().stream()
            .flatMap(list -> newest(w.lists().threadsOf(list)).stream())
            .flatMap(id -> w.lists().thread(id).stream())
            .map(t -> new Titled(t.ref(), t.subject()));
    Stream<Titled> issues =
        w.issues().trackers().values().stream()
            .flatMap(tracker -> newest(w.issues().of(tracker)).stream())
            .map(i -> new Titled(i.ref(), i.title()));
    Stream<Titled> updates =
        w.updates().byId().values().stream().map(u -> new Titled(u.ref(), u.title()));
    Stream<Titled> actions =
        w.actions().byId().values().stream().map(a -> new Titled(a.ref(), a.title()));
    return Stream.of(threads, issues, updates.limit(MAX_THINGS), actions.limit(MAX_THINGS))
        .flatMap(s -> s);
  }

  private static <T> List<T> newest(List<T> all) {
    return all.subList(Math.max(0, all.size() - MAX_THINGS), all.size());
  }

  private static boolean narrower(Workspace w, Audience readers, Ref thing, SeatId reader) {
    Scope scope = w.scopeOf(thing).orElseThrow();
    return w.access().canRead(reader, scope)
        && (!w.access().within(readers, scope)
            || Visible.entries(w, thing, scope, reader).stream()
                .anyMatch(e -> !w.access().within(readers, scope.holds(e.audience(), e.at()))));
  }

  static boolean isAnswer(String subject) {
    return PREFIX.matcher(subject).lookingAt();
  }

  /** A subject in small letters, without the marks of answers and lists that stand before it. */
  public static String base(String subject) {
    Matcher prefix = PREFIX.matcher(subject);
    int from = 0;
    while (prefix.region(from, subject.length()).lookingAt()) {
      from = prefix.end();
    }
    return subject.substring(from).strip().toLowerCase(Locale.ROOT);
  }
}
