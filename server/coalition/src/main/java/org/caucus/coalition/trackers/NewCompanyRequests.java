package org.caucus.coalition.trackers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.kernel.CommitEvents;
import org.jspecify.annotations.Nullable;

/** The companies that a change of an issue asks for something, which it did not ask before. */
final class NewCompanyRequests {
  private NewCompanyRequests() {}

  /** Those that are asked from this change on. */
  static Set<String> by(Issues.Held state, CommitEvents commit, IssueEvent.IssueEdited e) {
    IssuePatch more = e.more();
    boolean becomes = more != null && more.type() == IssueType.COMPANY_REQUEST;
    if (!becomes && e.assignees() == null && (more == null || more.own() == null)) {
      return Set.of();
    }
    Set<String> asked = new HashSet<>(CompaniesAsked.by(state, e.id()));
    if (!becomes) {
      asked.retainAll(named(state, commit, e, more == null ? null : more.own()));
    }
    return asked;
  }

  private static Set<String> named(
      Issues.Held state,
      CommitEvents commit,
      IssueEvent.IssueEdited e,
      @Nullable List<CustomFieldValue> own) {
    Set<String> named = new HashSet<>();
    if (own != null) {
      own.forEach(value -> named.add(value.value()));
    }
    Issue issue = state.issues().find(e.id()).orElse(null);
    if (issue != null && e.assignees() != null) {
      issue.assignees().stream()
          .filter(s -> issue.isGiven(s, commit.at()))
          .map(s -> state.members().seats().get(state.members().heir(s)))
          .forEach(
              seat -> {
                if (seat != null) {
                  named.add(seat.organisation());
                }
              });
    }
    return named;
  }
}
