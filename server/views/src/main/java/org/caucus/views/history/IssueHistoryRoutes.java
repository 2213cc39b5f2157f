package org.caucus.views.history;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.coalition.trackers.Issue;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Workspace;

/** {@code /issues/{id}/history}: what became of an issue, newest first. */
public final class IssueHistoryRoutes implements Routes {
  /** Changes of a page: each may hold a long text twice. */
  private static final int PAGE = 20;

  private final CommandBus<Workspace> floor;

  /** Routes on this floor. */
  public IssueHistoryRoutes(CommandBus<Workspace> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listIssueChanges", this::read);
  }

  private ApiResponse read(ApiRequest call) {
    Workspace now = floor.read(call.workspace()).await();
    Issue issue =
        now.issues().find(now.access(), call.seat(), call.path("id")).orElseThrow(Refusal::absent);
    now.access().mustRead(call.seat(), now.issues().scope(issue));
    Paging.Slice<JsonObject> some =
        Paging.last(
            call, IssueChanges.of(now, issue, call.seat()), change -> change.getString("id"), PAGE);
    return ApiResponse.ok(
        some.goOn(new JsonObject().put("items", new JsonArray(some.items().reversed()))));
  }
}
