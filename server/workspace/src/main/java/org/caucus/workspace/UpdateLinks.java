package org.caucus.workspace;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.IssueType;
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

  /**
   * Open requests to companies. One is put to a company whose seat it is assigned to, which it is
   * shared with, or which a field of its tracker names.
   */
  static Stream<Updates.Asked> asked(Workspace w) {
    return w.issues().trackers().values().stream()
        .flatMap(
            tracker ->
                w.issues().of(tracker).stream()
                    .filter(i -> i.facets().type() == IssueType.COMPANY_REQUEST)
                    .filter(i -> !i.state().closed())
                    .map(i -> asked(w, tracker, i)));
  }

  /** Those that this issue asks; none of one that is closed, or of another type. */
  static Set<String> companiesAsked(Workspace w, String id) {
    return w.issues()
        .find(id)
        .filter(i -> i.facets().type() == IssueType.COMPANY_REQUEST && !i.state().closed())
        .flatMap(i -> w.issues().tracker(i.tracker()).map(tracker -> asked(w, tracker, i)))
        .map(Updates.Asked::companies)
        .orElse(Set.of());
  }

  private static Updates.Asked asked(Workspace w, Tracker tracker, Issue issue) {
    Stream<String> assigned =
        issue.assignees().stream()
            .map(seat -> w.members().seats().get(w.members().heir(seat)))
            .flatMap(Stream::ofNullable)
            .map(Seat::organisation);
    Stream<String> named =
        tracker.arrangement().fields().stream()
            .filter(field -> field.kind() == CustomField.Kind.ORGANISATION)
            .flatMap(field -> issue.facets().own(field.id()).stream());
    Stream<String> shared =
        switch (issue.audience()) {
          case Audience.WithCompany a -> Stream.of(a.company());
          case Audience.CompanyOnly a -> Stream.of(a.company());
          case Audience.Everyone a -> Stream.empty();
          case Audience.CivilSociety a -> Stream.empty();
          case Audience.Named a -> Stream.empty();
        };
    return new Updates.Asked(
        new Updates.Linked(
            issue.ref(), issue.label() + " " + issue.title(), w.issues().scope(issue)),
        Stream.of(assigned, named, shared).flatMap(s -> s).collect(Collectors.toSet()),
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
