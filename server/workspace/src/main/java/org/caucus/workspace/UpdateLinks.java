package org.caucus.workspace;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.trackers.CompaniesAsked;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * Finds what an update can link to: issues, by id or label, actions and other updates; and the
 * issues in which companies are asked for something.
 */
final class UpdateLinks {
  private UpdateLinks() {}

  static Optional<Updates.Linked> of(Workspace w, Ref ref) {
    return switch (ref.kind()) {
      case ISSUE, ACTION, UPDATE ->
          Capabilities.find(w, ref)
              .map(item -> new Updates.Linked(item.ref(), item.title(), item.scope()));
      default -> Optional.empty();
    };
  }

  /** Open requests to companies. */
  static Stream<Updates.Asked> asked(Workspace w) {
    return w.issues().trackers().values().stream()
        .flatMap(
            tracker ->
                w.issues().of(tracker).stream()
                    .filter(CompaniesAsked::isOpenRequest)
                    .map(i -> asked(w, tracker, i)));
  }

  private static Updates.Asked asked(Workspace w, Tracker tracker, Issue issue) {
    return new Updates.Asked(
        new Updates.Linked(
            issue.ref(), issue.label() + " " + issue.title(), w.issues().scope(issue)),
        CompaniesAsked.by(w, tracker, issue),
        issue.due(),
        issue.openedBy(),
        issue.openedAt(),
        given(w, issue));
  }

  private static Map<String, Instant> given(Workspace w, Issue issue) {
    Map<String, Instant> given = new HashMap<>();
    for (SeatId seat : issue.assignees()) {
      Seat heir = w.members().seats().get(w.members().heir(seat));
      Instant since = issue.assigned().get(seat.value());
      if (heir != null && since != null) {
        given.merge(heir.organisation(), since, (one, two) -> one.isBefore(two) ? one : two);
      }
    }
    return given;
  }
}
