package org.caucus.views.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What edits of many issues changed, as their histories say it to one seat, in one pass over the
 * log: for lists of what happened. Of a field whose value may be long only the name is told.
 */
public final class EditedFields {
  private static final Set<String> LONG =
      Set.of("description", "provision", "checklist", "reference", "fields");

  private final Workspace now;
  private final SeatId reader;
  private final Map<String, String> edits;
  private final Set<String> asked;
  private final Map<String, IssueState> first = new HashMap<>();
  private final Map<String, IssueChanges> issues = new HashMap<>();
  private final Map<String, JsonArray> all = new HashMap<>();

  private EditedFields(Workspace now, Map<String, String> edits, SeatId reader) {
    this.now = now;
    this.reader = reader;
    this.edits = edits;
    this.asked = new HashSet<>(edits.values());
  }

  /**
   * The changed fields as the API's {@code FieldChange}, by commit; a commit in which this seat may
   * know of no change has none.
   *
   * @param edits the id of an issue by the id of a commit that edited it
   */
  public static Map<String, JsonArray> of(Workspace now, Map<String, String> edits, SeatId reader) {
    EditedFields fields = new EditedFields(now, edits, reader);
    if (!edits.isEmpty()) {
      now.history().forEach(fields::read);
    }
    return fields.all;
  }

  private void read(Commit commit) {
    Set<String> touched = new HashSet<>();
    for (Event event : commit.events()) {
      switch (event) {
        case IssueEvent.TrackerArranged e -> first.put(e.key(), e.arrangement().first());
        case IssueEvent.IssueOpened e when asked.contains(e.id()) -> {
          now.issues().find(e.id()).ifPresent(issue -> issues.put(e.id(), begun(issue)));
          touched.add(e.id());
        }
        case IssueEvent.IssueChange e when asked.contains(e.id()) -> touched.add(e.id());
        default -> {}
      }
    }
    touched.forEach(id -> read(commit, id));
  }

  private IssueChanges begun(Issue issue) {
    IssueState state = first.getOrDefault(issue.tracker(), TrackerConfig.USUAL.first());
    return new IssueChanges(now, issue, reader, state);
  }

  private void read(Commit commit, String id) {
    IssueChanges changes = issues.get(id);
    if (changes == null) {
      return;
    }
    JsonArray fields = changes.fields(commit);
    if (id.equals(edits.get(commit.id())) && !fields.isEmpty()) {
      all.put(commit.id(), brief(fields));
    }
  }

  private static JsonArray brief(JsonArray fields) {
    JsonArray brief = new JsonArray();
    for (int i = 0; i < fields.size(); i++) {
      JsonObject field = fields.getJsonObject(i);
      String name = field.getString("field");
      brief.add(LONG.contains(name) ? new JsonObject().put("field", name) : field);
    }
    return brief;
  }
}
