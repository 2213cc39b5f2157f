package org.caucus.views.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/** {@code /audit}: the audit view, newest first. */
public final class AuditRoutes implements Routes {
  private final Rooms rooms;

  /** Routes on these rooms. */
  public AuditRoutes(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listAuditEvents", this::read);
  }

  /** A page ends with a whole commit, so it may be a little longer than asked for. */
  private ApiResponse read(ApiRequest call) {
    Workspace now = rooms.read(call.workspace()).await();
    int limit = call.query("limit", Paging.DEFAULT_LIMIT);
    int end =
        call.query("before").flatMap(p -> now.placeOf(p, call.seat())).orElse(now.history().size());
    JsonArray items = new JsonArray();
    JsonObject page = new JsonObject().put("items", items);
    for (int i = end - 1; i >= 0; i--) {
      Commit commit = now.history().get(i);
      List<JsonObject> lines = AuditPresenter.lines(now, commit, call.seat());
      if (!lines.isEmpty() && items.size() >= limit) {
        String last = items.getJsonObject(items.size() - 1).getString("position");
        return ApiResponse.ok(page.put("next", last));
      }
      lines.forEach(items::add);
    }
    return ApiResponse.ok(page);
  }
}
