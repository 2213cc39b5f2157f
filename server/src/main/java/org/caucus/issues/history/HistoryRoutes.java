package org.caucus.issues.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.issues.Issue;
import org.caucus.workspace.Workspace;

/** {@code /issues/{id}/history}: what became of an issue, newest first. */
public final class HistoryRoutes implements Routes {
  /** Changes of a page: each may hold a long text twice. */
  private static final int PAGE = 20;

  private final Floor<Workspace> floor;

  /** Routes on this floor. */
  public HistoryRoutes(Floor<Workspace> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("readIssueHistory", this::read);
  }

  private Answer read(Call call) {
    Workspace now = floor.read(call.workspace()).await();
    Issue issue =
        now.issues().find(now.access(), call.seat(), call.path("id")).orElseThrow(Refused::absent);
    now.access().mustRead(call.seat(), now.issues().scope(issue));
    Paging.Slice<JsonObject> some =
        Paging.last(
            call, Changes.of(now, issue, call.seat()), change -> change.getString("id"), PAGE);
    return Answer.ok(
        some.goOn(new JsonObject().put("items", new JsonArray(some.items().reversed()))));
  }
}
