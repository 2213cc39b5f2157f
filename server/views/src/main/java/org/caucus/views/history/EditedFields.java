package org.caucus.views.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.caucus.coalition.trackers.Issue;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What edits of many issues changed, as their histories say it to one seat: for lists of what
 * happened and for the stream. Of a field whose value may be long only the name is told. It reads
 * the commits of the issues that are asked for and no others: where these are is a memo, made again
 * when it is missed.
 */
public final class EditedFields {
  private static final Set<String> LONG =
      Set.of("description", "provision", "checklist", "reference", "fields");

  /** Most workspaces whose index is kept; about 100 bytes for each issue and 30 for each change. */
  static final int MOST = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<WorkspaceId, IssueCommits> kept =
      new LinkedHashMap<>(16, 0.75f, true);

  /**
   * The changed fields as the API's {@code FieldChange}, by commit; a commit in which this seat may
   * know of no change has none.
   *
   * @param edits the id of an issue by the id of a commit that edited it
   */
  public Map<String, JsonArray> of(Workspace now, Map<String, String> edits, SeatId reader) {
    Map<String, Set<String>> commits = new HashMap<>();
    edits.forEach((commit, id) -> commits.computeIfAbsent(id, x -> new HashSet<>()).add(commit));
    Map<String, JsonArray> all = new HashMap<>();
    commits.forEach((id, asked) -> read(now, id, asked, reader, all));
    return all;
  }

  /** What one commit changed in one issue; null if this seat may know of no change. */
  public @Nullable JsonArray of(Workspace now, Commit commit, String issue, SeatId reader) {
    return of(now, Map.of(commit.id(), issue), reader).get(commit.id());
  }

  private void read(
      Workspace now, String id, Set<String> asked, SeatId reader, Map<String, JsonArray> all) {
    IssueCommits.@Nullable Changed changed = index(now).issues().get(id);
    @Nullable Issue issue = now.issues().find(id).orElse(null);
    if (changed == null || issue == null) {
      return;
    }
    IssueChanges changes = new IssueChanges(now, issue, reader, changed.first());
    for (int place : changed.places()) {
      if (place >= now.history().size()) {
        break; // another thread has followed the log further
      }
      Commit commit = now.history().get(place);
      JsonArray fields = changes.fields(commit);
      if (asked.contains(commit.id()) && !fields.isEmpty()) {
        all.put(commit.id(), brief(fields));
      }
    }
  }

  private IssueCommits index(Workspace now) {
    IssueCommits was = kept(now.id());
    IssueCommits is = was.with(now);
    if (is.commits() != was.commits()) {
      keep(now.id(), is);
    }
    return is;
  }

  private IssueCommits kept(WorkspaceId workspace) {
    lock.lock();
    try {
      return kept.getOrDefault(workspace, IssueCommits.EMPTY);
    } finally {
      lock.unlock();
    }
  }

  private void keep(WorkspaceId workspace, IssueCommits index) {
    lock.lock();
    try {
      kept.put(workspace, index);
      if (kept.size() > MOST) {
        kept.pollFirstEntry();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a workspace that is destroyed. */
  public void forget(WorkspaceId workspace) {
    lock.lock();
    try {
      kept.remove(workspace);
    } finally {
      lock.unlock();
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
