package org.caucus.messaging.notifications.rules;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent.QuestionAsked;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What is asked of companies: a question under an update, and an issue that is a request to them.
 * All their liaisons hear of it at once, for any of them may answer.
 */
public final class CompanyRequests {
  private CompanyRequests() {}

  /** The companies that this event asks for something. */
  public static Set<String> companies(Workspace state, Commit commit, Event event) {
    return switch (event) {
      case QuestionAsked e -> company(state, e);
      case EntryPosted e ->
          question(commit, e).map(asked -> company(state, asked)).orElse(Set.of());
      case IssueEvent.IssueOpened e -> state.companiesAsked(e.id());
      case IssueEvent.IssueEdited e -> NewCompanyRequests.by(state, commit, e);
      default -> Set.of();
    };
  }

  /** That these words are a question to a company, if they are. */
  public static Optional<QuestionAsked> question(Commit commit, EntryPosted entry) {
    return commit.events().stream()
        .flatMap(e -> e instanceof QuestionAsked asked ? Stream.of(asked) : null)
        .filter(asked -> asked.entry().equals(entry.id()))
        .findFirst();
  }

  /** The seats that may answer for the companies that this event asks. */
  static Set<SeatId> liaisons(Workspace state, Commit commit, Event event) {
    Set<String> companies = companies(state, commit, event);
    return companies.isEmpty()
        ? Set.of()
        : state.members().active().stream()
            .filter(s -> s.role() == Role.LIAISON && companies.contains(s.organisation()))
            .map(Seat::id)
            .collect(Collectors.toSet());
  }

  private static Set<String> company(Workspace state, QuestionAsked asked) {
    return state.updates().find(asked.update()).map(Update::company).map(Set::of).orElse(Set.of());
  }
}
