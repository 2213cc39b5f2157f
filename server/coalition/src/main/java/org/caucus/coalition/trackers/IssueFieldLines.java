package org.caucus.coalition.trackers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssueState;

/** What an issue consists of besides its words and its people, as lines of a letter. */
public final class IssueFieldLines {
  private IssueFieldLines() {}

  /** The provision it is about, and its words. */
  static List<String> cited(Issue issue, IssueNoticeMessages words) {
    Citation cited = issue.facets().citation();
    if (cited == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    String place =
        Stream.of(cited.document(), cited.part(), cited.number())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    if (!place.isEmpty()) {
      lines.add(words.provision(place));
    }
    if (!cited.quote().isBlank()) {
      lines.add(words.cited(cited.quote()));
    }
    return lines;
  }

  /** What stands in its tracker's own fields. */
  static List<String> own(Issues.Held state, Issue issue) {
    Tracker tracker = state.issues().tracker(issue.tracker()).orElseThrow();
    return issue.facets().own().stream()
        .flatMap(
            value ->
                tracker.arrangement().field(value.field()).stream()
                    .map(field -> field.name() + ": " + said(state, field, value)))
        .toList();
  }

  /** As its tracker calls it. */
  static String called(Issues.Held state, Issue issue, IssueState as, IssueNoticeMessages words) {
    return state
        .issues()
        .tracker(issue.tracker())
        .flatMap(tracker -> tracker.arrangement().called(as))
        .orElseGet(() -> words.plain(as));
  }

  private static String said(Issues.Held state, CustomField field, CustomFieldValue value) {
    return field.kind() == CustomField.Kind.ORGANISATION
        ? Optional.ofNullable(state.members().organisations().get(value.value()))
            .map(o -> o.name())
            .orElse(value.value())
        : value.value();
  }

  /** Where it stands, below a first line. */
  public static String of(Issues.Held state, String first, Issue issue, IssueNoticeMessages words) {
    List<String> lines = new ArrayList<>(List.of(first, ""));
    if (!issue.provision().isBlank()) {
      lines.add(words.provision(issue.provision()));
    }
    lines.addAll(cited(issue, words));
    lines.add(words.state(called(state, issue, issue.state(), words)));
    if (!issue.assignees().isEmpty()) {
      lines.add(
          words.assigned(
              issue.assignees().stream()
                  .map(state.members()::nameOf)
                  .collect(Collectors.joining(", "))));
    }
    if (issue.due() != null) {
      lines.add(words.due(issue.due()));
    }
    lines.add(words.priority(words.plain(issue.facets().priority())));
    if (!issue.facets().labels().isEmpty()) {
      lines.add(words.labels(issue.facets().labels()));
    }
    lines.addAll(own(state, issue));
    lines.addAll(checklist(issue, words));
    return String.join("\n", lines) + "\n";
  }

  /** Its checklist. */
  static List<String> checklist(Issue issue, IssueNoticeMessages words) {
    List<ChecklistItem> checks = issue.facets().checklist();
    if (checks.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("", words.checklist()));
    checks.forEach(c -> lines.add("- [" + (c.done() ? "x" : " ") + "] " + c.text()));
    return lines;
  }
}
