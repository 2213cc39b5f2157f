package org.caucus.coalition.trackers;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.IssueType;

/**
 * The companies that an issue asks for something: a request is put to a company whose seat it is
 * assigned to, which it is shared with, or which a field of its tracker names.
 */
public final class CompaniesAsked {
  private CompaniesAsked() {}

  /** Those that this issue asks; none of one that is closed, or of another type. */
  public static Set<String> by(Issues.Held state, String id) {
    return state
        .issues()
        .find(id)
        .filter(CompaniesAsked::isOpenRequest)
        .flatMap(i -> state.issues().tracker(i.tracker()).map(tracker -> by(state, tracker, i)))
        .orElse(Set.of());
  }

  /** Whether it asks companies for something that they did not give yet. */
  public static boolean isOpenRequest(Issue issue) {
    return issue.facets().type() == IssueType.COMPANY_REQUEST && !issue.state().closed();
  }

  /** Those that a request of this tracker asks. */
  public static Set<String> by(Issues.Held state, Tracker tracker, Issue issue) {
    Stream<String> assigned =
        issue.assignees().stream()
            .map(seat -> state.members().seats().get(state.members().heir(seat)))
            .flatMap(Stream::ofNullable)
            .map(Seat::organisation);
    Stream<String> named =
        tracker.arrangement().fields().stream()
            .filter(field -> field.kind() == CustomField.Kind.ORGANISATION)
            .flatMap(field -> issue.facets().own(field.id()).stream());
    return Stream.of(assigned, named, shared(issue.audience()))
        .flatMap(s -> s)
        .collect(Collectors.toSet());
  }

  private static Stream<String> shared(Audience audience) {
    return switch (audience) {
      case Audience.WithCompany a -> Stream.of(a.company());
      case Audience.CompanyOnly a -> Stream.of(a.company());
      case Audience.Between a -> Stream.of(a.company());
      case Audience.OrganisationOnly a -> Stream.empty();
      case Audience.Everyone a -> Stream.empty();
      case Audience.CivilSociety a -> Stream.empty();
      case Audience.Named a -> Stream.empty();
    };
  }
}
