package org.caucus.coalition.trackers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.coalition.capability.ChangeLines;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.ThingCommits;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** The fields of an issue that a letter tells with their old values. */
final class IssueChangeLines implements ChangeLines.Fields {
  private final Issues.Held state;
  private final Issue issue;
  private final IssueNoticeMessages words;
  private IssueState first = TrackerConfig.USUAL.first();

  /** What is told with its old value, in this order. */
  private enum Field {
    TITLE,
    STATE,
    ASSIGNED,
    DUE,
    PRIORITY,
    LABELS
  }

  private IssueChangeLines(Issues.Held state, Issue issue, IssueNoticeMessages words) {
    this.state = state;
    this.issue = issue;
    this.words = words;
  }

  /** What an event changed of an issue, for the reader of a notice. */
  static ChangeLines of(
      Issues.Held state,
      Issue issue,
      Event event,
      NoticeContext context,
      IssueNoticeMessages words) {
    List<Long> before =
        state
            .slices()
            .get(ThingCommits.SLICE)
            .before(
                context.commit().sequence(),
                Ref.to(Ref.Kind.TRACKER, issue.tracker()),
                issue.ref());
    return ChangeLines.of(before, event, context, new IssueChangeLines(state, issue, words));
  }

  private boolean isOfIt(Event event) {
    return switch (event) {
      case IssueEvent.IssueChange e -> e.id().equals(issue.id());
      case IssueEvent.TrackerArranged e -> e.key().equals(issue.tracker());
      default -> false;
    };
  }

  @Override
  public Map<String, String> values(Event event) {
    Map<String, String> values = new LinkedHashMap<>();
    if (!isOfIt(event)) {
      return values;
    }
    switch (event) {
      // of an issue that is open already it changes nothing
      case IssueEvent.TrackerArranged e -> first = e.arrangement().first();
      case IssueEvent.IssueOpened e -> {
        IssueFields facets = e.facets() == null ? IssueFields.USUAL : e.facets();
        put(values, Field.STATE, called(first));
        put(values, Field.TITLE, e.title());
        put(values, Field.ASSIGNED, names(e.assignees()));
        put(values, Field.DUE, day(e.due()));
        put(values, facets.priority(), facets.labels());
      }
      case IssueEvent.IssueEdited e -> edited(values, e);
      case IssueEvent.IssueClosed e -> put(values, Field.STATE, called(e.as()));
      case IssueEvent.IssueReopened _ -> put(values, Field.STATE, called(IssueState.OPEN));
      default -> {}
    }
    return values;
  }

  private static void put(Map<String, String> values, Field field, String value) {
    values.put(field.name(), value);
  }

  private void edited(Map<String, String> values, IssueEvent.IssueEdited e) {
    if (e.title() != null) {
      put(values, Field.TITLE, e.title());
    }
    if (e.state() != null) {
      put(values, Field.STATE, called(e.state()));
    }
    if (e.assignees() != null) {
      put(values, Field.ASSIGNED, names(e.assignees()));
    }
    if (e.dueChanged()) {
      put(values, Field.DUE, day(e.due()));
    }
    IssuePatch more = e.more();
    if (more != null) {
      put(values, more.priority(), more.labels());
    }
  }

  private void put(
      Map<String, String> values, @Nullable Priority priority, @Nullable List<String> labels) {
    if (priority != null) {
      put(values, Field.PRIORITY, words.plain(priority));
    }
    if (labels != null) {
      put(values, Field.LABELS, ChangeLines.orNothing(String.join(", ", labels)));
    }
  }

  @Override
  public String line(String field, String value) {
    return switch (Field.valueOf(field)) {
      case TITLE -> ChangeLines.title(value, words.language());
      case STATE -> words.state(value);
      case ASSIGNED -> words.assigned(value);
      case DUE -> words.due(value);
      case PRIORITY -> words.priority(value);
      case LABELS -> words.labels(List.of(value));
    };
  }

  private String called(IssueState as) {
    return IssueFieldLines.called(state, issue, as, words);
  }

  private String names(List<SeatId> seats) {
    return ChangeLines.orNothing(
        seats.stream().map(state.members()::nameOf).collect(Collectors.joining(", ")));
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? ChangeLines.NOTHING : day.toString();
  }
}
