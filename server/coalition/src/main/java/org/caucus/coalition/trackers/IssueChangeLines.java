package org.caucus.coalition.trackers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What an edit of an issue changed, as lines of a letter: the new value, and the old one. */
final class IssueChangeLines {
  private static final String NOTHING = "–";

  private final Issues.Held state;
  private final Issue issue;
  private final IssueNoticeMessages words;
  private final Map<Field, String> known = new EnumMap<>(Field.class);
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

  /**
   * A line of what changed.
   *
   * @param now without the old value
   * @param told with it, as far as the reader knew it
   */
  record Line(String now, String told) {}

  private IssueChangeLines(Issues.Held state, Issue issue, IssueNoticeMessages words) {
    this.state = state;
    this.issue = issue;
    this.words = words;
  }

  /** Of this edit, for the reader of a notice. */
  static List<Line> of(
      Issues.Held state,
      Issue issue,
      IssueEvent.IssueEdited edit,
      NoticeContext context,
      IssueNoticeMessages words) {
    IssueChangeLines lines = new IssueChangeLines(state, issue, words);
    List<Long> commits =
        state.slices().get(IssueCommits.SLICE).before(issue, context.commit().sequence());
    commits.stream()
        .flatMap(sequence -> context.visible(sequence).stream())
        .filter(lines::isOfIt)
        .forEach(event -> lines.known.putAll(lines.values(event)));
    return lines.changed(lines.values(edit));
  }

  private boolean isOfIt(Event event) {
    return switch (event) {
      case IssueEvent.IssueChange e -> e.id().equals(issue.id());
      case IssueEvent.TrackerArranged e -> e.key().equals(issue.tracker());
      default -> false;
    };
  }

  private List<Line> changed(Map<Field, String> values) {
    List<Line> lines = new ArrayList<>();
    values.forEach(
        (field, value) -> {
          String before = known.get(field);
          if (!value.equals(before)) {
            String now = line(field, value);
            lines.add(new Line(now, before == null ? now : words.was(now, before)));
          }
        });
    return lines;
  }

  private Map<Field, String> values(Event event) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    switch (event) {
      // of an issue that is open already it changes nothing
      case IssueEvent.TrackerArranged e -> first = e.arrangement().first();
      case IssueEvent.IssueOpened e -> {
        IssueFields facets = e.facets() == null ? IssueFields.USUAL : e.facets();
        values.put(Field.STATE, called(first));
        values.put(Field.TITLE, e.title());
        values.put(Field.ASSIGNED, names(e.assignees()));
        values.put(Field.DUE, day(e.due()));
        put(values, facets.priority(), facets.labels());
      }
      case IssueEvent.IssueEdited e -> edited(values, e);
      case IssueEvent.IssueClosed e -> values.put(Field.STATE, called(e.as()));
      case IssueEvent.IssueReopened _ -> values.put(Field.STATE, called(IssueState.OPEN));
      default -> {}
    }
    return values;
  }

  private void edited(Map<Field, String> values, IssueEvent.IssueEdited e) {
    if (e.title() != null) {
      values.put(Field.TITLE, e.title());
    }
    if (e.state() != null) {
      values.put(Field.STATE, called(e.state()));
    }
    if (e.assignees() != null) {
      values.put(Field.ASSIGNED, names(e.assignees()));
    }
    if (e.dueChanged()) {
      values.put(Field.DUE, day(e.due()));
    }
    IssuePatch more = e.more();
    if (more != null) {
      put(values, more.priority(), more.labels());
    }
  }

  private void put(
      Map<Field, String> values, @Nullable Priority priority, @Nullable List<String> labels) {
    if (priority != null) {
      values.put(Field.PRIORITY, words.plain(priority));
    }
    if (labels != null) {
      values.put(Field.LABELS, orNothing(String.join(", ", labels)));
    }
  }

  private String line(Field field, String value) {
    return switch (field) {
      case TITLE -> words.title(value);
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
    return orNothing(seats.stream().map(state.members()::nameOf).collect(Collectors.joining(", ")));
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? NOTHING : day.toString();
  }

  private static String orNothing(String value) {
    return value.isEmpty() ? NOTHING : value;
  }
}
