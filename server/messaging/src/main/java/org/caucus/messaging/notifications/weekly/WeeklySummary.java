package org.caucus.messaging.notifications.weekly;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.capability.WeeklyDeed.Phrase;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.notifications.rules.OutsideAuthor;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What happened within a week, as far as one seat can read it now; pure.
 *
 * @param parties by the name of the organisation, which is empty for Caucus, what it did with which
 *     thing
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
  record Line(String title, String path, Map<Phrase, Integer> deeds) {}

  /** Who did what no organisation did. */
  private static final String NOBODY = "";

  /** Nothing to tell, not even that there is something. */
  boolean isEmpty() {
    return parties.isEmpty() && withheld == 0;
  }

  int things() {
    return parties.values().stream().mapToInt(List::size).sum() + withheld;
  }

  /** What happened from one moment up to another. */
  static WeeklySummary of(
      Workspace state,
      SeatId reader,
      WeeklyMailing weekly,
      Instant from,
      Instant until,
      WeeklyMessages words) {
    Map<String, Map<Ref, Map<Phrase, Integer>>> done = new TreeMap<>();
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
      Map<String, Map<Ref, Map<Phrase, Integer>>> done,
      List<Ref> withheld) {
    for (Event event : commit.events().reversed()) {
      Optional<WeeklyDeed> deed = deed(state, commit, event, weekly);
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
                  .orElseGet(() -> party(state, commit, deed.get())),
              p -> new LinkedHashMap<>())
          .computeIfAbsent(deed.get().thing(), t -> new LinkedHashMap<>())
          .merge(deed.get().phrase(), 1, Integer::sum);
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
  private static String party(Workspace state, Commit commit, WeeklyDeed deed) {
    if (deed.company() != null) {
      return Objects.requireNonNull(state.members().organisations().get(deed.company())).name();
    }
    SeatId speaker = commit.speaker();
    Seat seat = speaker == null ? null : state.members().seats().get(speaker);
    return seat == null ? NOBODY : state.members().organisationOf(seat).name();
  }

  private static Optional<WeeklyDeed> deed(
      Workspace state, Commit commit, Event event, WeeklyMailing weekly) {
    if (event instanceof EntryEvent.EntryPosted e) {
      return weekly == WeeklyMailing.UPDATES || isDeleted(state, e) || opens(state, commit)
          ? Optional.empty()
          : Optional.of(WeeklyDeed.of(state.entries().placeOf(e), WeeklyMessages.WROTE));
    }
    return Capabilities.weekly(state, event)
        .filter(deed -> weekly != WeeklyMailing.UPDATES || deed.company() != null);
  }

  private static boolean isDeleted(Workspace state, EntryEvent.EntryPosted posted) {
    return state.entries().find(posted.id()).filter(Entry::isDeleted).isPresent();
  }

  /** What is said with an opening is part of it; the first post of a thread is a post. */
  private static boolean opens(Workspace state, Commit commit) {
    return commit.events().stream()
        .anyMatch(e -> Capabilities.weekly(state, e).filter(WeeklyDeed::opens).isPresent());
  }

  private static List<Line> lines(
      Workspace state, Map<Ref, Map<Phrase, Integer>> things, WeeklyMessages words) {
    List<Line> lines = new ArrayList<>();
    things.forEach(
        (thing, deeds) ->
            state
                .item(thing)
                .map(item -> item.title(words.language()))
                .map(title -> new Line(title, Capabilities.page(thing), deeds))
                .ifPresent(lines::add));
    return lines;
  }
}
