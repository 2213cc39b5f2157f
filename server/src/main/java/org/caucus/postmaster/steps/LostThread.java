package org.caucus.postmaster.steps;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.command.SeatId;
import org.caucus.entries.Visible;
import org.caucus.letters.Hold;
import org.caucus.letters.Intent;
import org.caucus.lists.MailingList;
import org.caucus.lists.Thread;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Words;
import org.caucus.workspace.Workspace;

/**
 * Asks the sender about an answer whose program dropped In-Reply-To, if a conversation of that
 * subject has fewer readers than the list: its quoted words would reach the rest.
 */
record LostThread() implements Step {
  /** Newest threads of a list that are compared. */
  static final int MAX_THREADS = 2_000;

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
    if (seat == null
        || !(arrival.intent() instanceof Intent.NewThread fresh)
        || !isAnswer(subject)) {
      return Step.on(arrival);
    }
    Workspace w = arrival.workspace();
    MailingList list = w.lists().list(fresh.list()).orElseThrow();
    List<String> ids = w.lists().threadsOf(list.slug());
    String base = base(subject);
    boolean narrower =
        ids.subList(Math.max(0, ids.size() - MAX_THREADS), ids.size()).stream()
            .map(id -> Objects.requireNonNull(w.lists().threads().get(id)))
            .filter(t -> base(t.subject()).equals(base))
            .anyMatch(t -> narrower(w, list, t, seat.id()));
    return Step.on(narrower ? arrival.asking(Hold.Awaits.SENDER, Words.LOST_THREAD) : arrival);
  }

  private static boolean narrower(Workspace w, MailingList list, Thread thread, SeatId reader) {
    Scope scope = w.lists().scope(thread);
    return w.access().canRead(reader, scope)
        && (!thread.audience().equals(list.audience())
            || Visible.entries(w, thread.ref(), scope, reader).stream()
                .anyMatch(e -> !e.audience().equals(list.audience())));
  }

  static boolean isAnswer(String subject) {
    return PREFIX.matcher(subject).lookingAt();
  }

  static String base(String subject) {
    Matcher prefix = PREFIX.matcher(subject);
    int from = 0;
    while (prefix.region(from, subject.length()).lookingAt()) {
      from = prefix.end();
    }
    return subject.substring(from).strip().toLowerCase(Locale.ROOT);
  }
}
