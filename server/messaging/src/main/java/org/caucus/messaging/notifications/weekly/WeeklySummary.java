package org.caucus.messaging.notifications.weekly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.notifications.rules.OutsideAuthor;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What happened within a week, as far as one seat can read it now; pure.
 *
 * @param parties by the name of the organisation, what it did with which thing
 * @param withheld how many things there are besides that mail says nothing of
 */
record WeeklySummary(Map<String, List<Line>> parties, int withheld) {
  /**
   * One thing, and what was done with it.
   *
   * @param title as people know it
   * @param path its page in the workspace
   * @param deeds the key of what was done, and how often, in the order in which it was first
   */
  record Line(String title, String path, Map<String, Integer> deeds) {}

  /** Nothing to tell, not even that there is something. */
  boolean isEmpty() {
    return parties.isEmpty() && withheld == 0;
  }

  int things() {
    return parties.values().stream().mapToInt(List::size).sum() + withheld;
  }

  /** Something that was done. */
  private record Deed(Ref thing, String what) {}

  /** What happened from one moment up to another. */
  static WeeklySummary of(
      Workspace state,
      SeatId reader,
      WeeklyMailing weekly,
      Instant from,
      Instant until,
      WeeklyMessages words) {
    Map<String, Map<Ref, Map<String, Integer>>> done = new TreeMap<>();
    List<Ref> withheld = new ArrayList<>();
    for (int i = state.history().size() - 1; i >= 0; i--) {
      Commit commit = state.history().get(i);
      if (commit.at().isBefore(from)) {
        break; // no commit is dated before one that precedes it
      }
      if (commit.at().isBefore(until)) {
        take(state, commit, reader, weekly, done, withheld);
      }
    }
    Map<String, List<Line>> parties = new LinkedHashMap<>();
    done.forEach((party, things) -> parties.put(party, lines(state, things, words)));
    return new WeeklySummary(parties, Math.toIntExact(withheld.stream().distinct().count()));
  }

  private static void take(
      Workspace state,
      Commit commit,
      SeatId reader,
      WeeklyMailing weekly,
      Map<String, Map<Ref, Map<String, Integer>>> done,
      List<Ref> withheld) {
    for (Event event : commit.events().reversed()) {
      Optional<Deed> deed = deed(commit, event, weekly);
      Optional<Scope> scope = deed.flatMap(d -> state.scopeOf(d.thing()));
      if (scope.isEmpty()
          || !state.mayKnow(commit, event, reader)
          || !state.access().canRead(reader, scope.get())) {
        continue;
      }
      if (ContentFreeMail.isAskedFor(state, scope.get()) || isBare(state, event)) {
        withheld.add(deed.get().thing());
        continue;
      }
      done.computeIfAbsent(
              OutsideAuthor.of(state, commit, event, reader)
                  .orElseGet(() -> party(state, commit, event, deed.get().thing())),
              p -> new LinkedHashMap<>())
          .computeIfAbsent(deed.get().thing(), t -> new LinkedHashMap<>())
          .merge(deed.get().what(), 1, Integer::sum);
    }
  }

  /** Whether it was said where mail says nothing, though what it hangs on may be told. */
  private static boolean isBare(Workspace state, Event event) {
    return event instanceof EntryEvent.EntryPosted e
        && state
            .scopeOf(Ref.to(Ref.Kind.ENTRY, e.id()))
            .filter(scope -> ContentFreeMail.isAskedFor(state, scope))
            .isPresent();
  }

  /** The company an update is of, else the organisation of the person who did it. */
  private static String party(Workspace state, Commit commit, Event event, Ref thing) {
    Optional<String> company =
        event instanceof UpdateEvent
            ? state
                .updates()
                .find(thing.id())
                .map(u -> Objects.requireNonNull(state.members().organisations().get(u.company())))
                .map(Organisation::name)
            : Optional.empty();
    if (company.isPresent()) {
      return company.get();
    }
    SeatId speaker = commit.speaker();
    Seat seat = speaker == null ? null : state.members().seats().get(speaker);
    return seat == null ? WeeklyMessages.SERVER : state.members().organisationOf(seat).name();
  }

  private static Optional<Deed> deed(Commit commit, Event event, WeeklyMailing weekly) {
    Optional<Deed> update =
        event instanceof UpdateEvent e
            ? WeeklyMessages.update(e).map(w -> new Deed(w.of(), w.what()))
            : Optional.empty();
    if (weekly == WeeklyMailing.UPDATES || update.isPresent()) {
      return update;
    }
    return switch (event) {
      case EntryEvent.EntryPosted e ->
          opens(commit)
              ? Optional.empty()
              : Optional.of(new Deed(e.parent(), WeeklyMessages.WROTE));
      case IssueEvent.IssueOpened e -> issue(e.id(), WeeklyMessages.OPENED);
      case IssueEvent.IssueClosed e -> issue(e.id(), WeeklyMessages.CLOSED);
      case IssueEvent.IssueReopened e -> issue(e.id(), WeeklyMessages.REOPENED);
      case IssueEvent.IssueEdited e -> issue(e.id(), WeeklyMessages.CHANGED);
      case ActionEvent.ActionPlanned e -> action(e.id(), WeeklyMessages.PLANNED);
      case ActionEvent.ActionEdited e -> action(e.id(), WeeklyMessages.CHANGED);
      case ActionEvent.Committed e -> action(e.action(), WeeklyMessages.committed(e.answer()));
      case ActionEvent.ReplyRecorded e -> action(e.action(), WeeklyMessages.REPLIED);
      case ActionEvent.MinutesWritten e -> action(e.action(), WeeklyMessages.MINUTED);
      default -> Optional.empty();
    };
  }

  /** What is said with an opening is part of it; the first post of a thread is a post. */
  private static boolean opens(Commit commit) {
    return commit.events().stream()
        .anyMatch(
            e ->
                e instanceof IssueEvent.IssueOpened
                    || e instanceof UpdateEvent.UpdatePosted
                    || e instanceof ActionEvent.ActionPlanned);
  }

  private static Optional<Deed> issue(String id, String what) {
    return Optional.of(new Deed(Ref.to(Ref.Kind.ISSUE, id), what));
  }

  private static Optional<Deed> action(String id, String what) {
    return Optional.of(new Deed(Ref.to(Ref.Kind.ACTION, id), what));
  }

  private static List<Line> lines(
      Workspace state, Map<Ref, Map<String, Integer>> things, WeeklyMessages words) {
    List<Line> lines = new ArrayList<>();
    things.forEach((thing, deeds) -> line(state, thing, deeds, words).ifPresent(lines::add));
    return lines;
  }

  private static Optional<Line> line(
      Workspace state, Ref thing, Map<String, Integer> deeds, WeeklyMessages words) {
    String path = ContentFreeMail.page(thing);
    return switch (thing.kind()) {
      case ISSUE -> state.issues().find(thing.id()).map(i -> new Line(title(i), path, deeds));
      case UPDATE ->
          state.updates().find(thing.id()).map(u -> new Line(title(u, words), path, deeds));
      case ACTION ->
          state.actions().find(thing.id()).map(Action::title).map(t -> new Line(t, path, deeds));
      case THREAD ->
          state.lists().thread(thing.id()).map(Thread::subject).map(t -> new Line(t, path, deeds));
      default -> Optional.empty();
    };
  }

  private static String title(Issue issue) {
    return "[" + issue.label() + "] " + issue.title();
  }

  /** With the terms under which it was said. */
  private static String title(Update update, WeeklyMessages words) {
    return update.title() + " (" + words.terms(update) + ")";
  }
}
