package org.caucus.views.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.json.JsonFields;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one issue that a seat may know of, oldest first. What happened before an issue was
 * opened to more people stays with those who could read it then (R5): for the others its history
 * begins later, and the first change of a field they see has no words before it.
 */
public final class IssueChanges {
  private static final JsonFields<Commit> CHANGE =
      JsonFields.of("IssueChange", Commit.class, "id at seat:speaker");

  private static final JsonFields<IssueEvent.IssueOpened> OPENED =
      JsonFields.of(IssueEvent.IssueOpened.class, "title description provision");
  private static final JsonFields<IssueEvent.IssueEdited> EDITED =
      JsonFields.of(IssueEvent.IssueEdited.class, "title description provision state assignees");

  private final Workspace now;
  private final Issue issue;
  private final SeatId reader;
  private final IssueState first;
  private final Map<String, Object> known = new LinkedHashMap<>();

  /**
   * Before an issue is opened.
   *
   * @param first the state in which its tracker had issues begin then
   */
  IssueChanges(Workspace now, Issue issue, SeatId reader, IssueState first) {
    this.now = now;
    this.issue = issue;
    this.reader = reader;
    this.first = first;
  }

  /** The state it began in: as its tracker was arranged then, whatever has become of that. */
  private static IssueState first(Workspace now, Issue issue) {
    IssueState first = TrackerConfig.USUAL.first();
    for (Commit commit : now.history()) {
      for (Event event : commit.events()) {
        if (event instanceof IssueEvent.TrackerArranged e && e.key().equals(issue.tracker())) {
          first = e.arrangement().first();
        } else if (event instanceof IssueEvent.IssueOpened e && e.id().equals(issue.id())) {
          return first;
        }
      }
    }
    return first;
  }

  /** As the API's {@code IssueChange}. */
  public static List<JsonObject> of(Workspace now, Issue issue, SeatId reader) {
    IssueChanges changes = new IssueChanges(now, issue, reader, first(now, issue));
    List<JsonObject> all = new ArrayList<>();
    for (Commit commit : now.since(issue.openedAt())) {
      if (commit.events().stream().anyMatch(changes::isOfIt)) {
        JsonArray fields = changes.fields(commit);
        if (!fields.isEmpty()) {
          all.add(shown(commit, fields));
        }
      }
    }
    return all;
  }

  private static JsonObject shown(Commit commit, JsonArray fields) {
    return CHANGE.json(commit).put("fields", fields);
  }

  private boolean isOfIt(Event event) {
    return switch (event) {
      case IssueEvent.IssueOpened e -> e.id().equals(issue.id());
      case IssueEvent.IssueEdited e -> e.id().equals(issue.id());
      case IssueEvent.IssueClosed e -> e.id().equals(issue.id());
      case IssueEvent.IssueReopened e -> e.id().equals(issue.id());
      default -> false;
    };
  }

  /** What the next commit changes in it, as far as its reader may know; commits come in order. */
  JsonArray fields(Commit commit) {
    JsonArray fields = new JsonArray();
    for (Event event : now.visibleEvents(commit, reader)) {
      if (isOfIt(event)) {
        changed(event).forEach(change -> put(fields, change.getKey(), change.getValue()));
      }
    }
    return fields;
  }

  private void put(JsonArray fields, String field, Object value) {
    Object before = known.put(field, value);
    if (value.equals(before) || (before == null && isNothing(value))) {
      return;
    }
    JsonObject shown = new JsonObject().put("field", field);
    if (before != null) {
      shown.put("was", before);
    }
    fields.add(shown.put("now", value));
  }

  private static boolean isNothing(Object value) {
    return value.equals("") || (value instanceof JsonArray list && list.isEmpty());
  }

  private JsonObject changed(Event event) {
    JsonObject all = new JsonObject();
    switch (event) {
      case IssueEvent.IssueOpened e -> {
        OPENED.put(e, all).put("state", first.name());
        all.put("assignees", JsonFields.value(e.assignees())).put("due", day(e.due()));
        if (e.facets() == null) {
          // the usual ones: nothing to tell, but what a change of them was before
          known.putAll(IssueFieldsJson.show(IssueFields.USUAL).getMap());
        } else {
          all.mergeIn(IssueFieldsJson.show(e.facets()));
        }
      }
      case IssueEvent.IssueEdited e -> {
        EDITED.put(e, all);
        if (e.dueChanged()) {
          all.put("due", day(e.due()));
        }
        if (e.more() != null) {
          all.mergeIn(IssueFieldsJson.show(e.more()));
        }
      }
      case IssueEvent.IssueClosed e -> all.put("state", e.as().name());
      case IssueEvent.IssueReopened e -> all.put("state", IssueState.OPEN.name());
      default -> {}
    }
    return all;
  }

  private static String day(@Nullable LocalDate due) {
    return due == null ? "" : due.toString();
  }
}
