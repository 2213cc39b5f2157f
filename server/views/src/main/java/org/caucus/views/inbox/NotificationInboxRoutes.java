package org.caucus.views.inbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.views.history.EditedFields;
import org.caucus.views.stream.ActivityRoutes;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;

/** {@code /bell}: what concerns the seat in particular, what of it is unread, and reading it. */
public final class NotificationInboxRoutes implements Routes {
  private final Rooms rooms;
  private final ReadStates readings;
  private final EditedFields edited;

  /** Routes on these rooms. */
  public NotificationInboxRoutes(Rooms rooms, ReadStates readings, EditedFields edited) {
    this.rooms = rooms;
    this.edited = edited;
    this.readings = readings;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listInboxItems", this::show);
    operations.on("markInboxItems", this::mark);
    operations.on("undoMarkInboxItems", this::takeBack);
  }

  private ApiResponse show(ApiRequest call) {
    Workspace now = rooms.read(call.workspace()).await();
    List<NotificationInbox.Ring> rings = NotificationInbox.rings(now, call.seat(), call.at());
    ReadState reading =
        rings.isEmpty() ? ReadState.NOTHING : readings.of(call.workspace(), call.seat());
    int limit = call.query("limit", Paging.DEFAULT_LIMIT);
    JsonArray items = new JsonArray();
    rings.stream().limit(limit).forEach(ring -> items.add(item(now, ring, call.seat(), reading)));
    ActivityRoutes.changes(edited, now, items, call.seat());
    return ApiResponse.ok(
        new JsonObject()
            .put("unread", unread(rings, reading))
            .put("total", rings.size())
            .put("canUndo", reading.before() != null)
            .put("items", items));
  }

  private static long unread(List<NotificationInbox.Ring> rings, ReadState reading) {
    return rings.stream().filter(ring -> !reading.isRead(ring.sequence())).count();
  }

  private static JsonObject item(
      Workspace now, NotificationInbox.Ring ring, SeatId seat, ReadState reading) {
    return ActivityRoutes.line(now, ring.commit(), ring.happening(), seat)
        .put("why", ring.why().name())
        .put("about", EntryPresenter.ref(ring.thing()))
        .put("unread", !reading.isRead(ring.sequence()));
  }

  private ApiResponse mark(ApiRequest call) {
    JsonObject body = call.body();
    Instant at = call.at();
    WorkspaceId workspace = call.workspace();
    // what is named may have been shown by a node that is ahead of this one
    Workspace now = rooms.again(workspace).await();
    now.access().mustBeActive(call.seat());
    List<NotificationInbox.Ring> rings = NotificationInbox.rings(now, call.seat(), at);
    ReadState is =
        readings.change(
            workspace, call.seat(), was -> marked(was, rings, body).since(oldest(rings)));
    return ApiResponse.json(201, new JsonObject().put("unread", unread(rings, is)));
  }

  /** What is named and does not ring for this seat is passed over: nobody learns of it that way. */
  private static ReadState marked(
      ReadState was, List<NotificationInbox.Ring> rings, JsonObject body) {
    String upTo = body.getString("upTo");
    if (upTo != null) {
      return rings.stream()
          .filter(ring -> ring.commit().id().equals(upTo))
          .findFirst()
          .map(ring -> was.allUpTo(ring.sequence()))
          .orElse(was);
    }
    Predicate<NotificationInbox.Ring> meant = named(body.getJsonArray("items", new JsonArray()));
    JsonObject thing = body.getJsonObject("thing");
    if (thing != null) {
      meant = meant.or(ring -> EntryPresenter.ref(ring.thing()).equals(thing));
    }
    return was.with(
        rings.stream().filter(meant).map(NotificationInbox.Ring::sequence).toList(),
        body.getBoolean("read", true));
  }

  private static Predicate<NotificationInbox.Ring> named(JsonArray items) {
    Set<String> ids = items.stream().map(String.class::cast).collect(Collectors.toSet());
    return ring -> ids.contains(ring.commit().id());
  }

  private static long oldest(List<NotificationInbox.Ring> rings) {
    return rings.isEmpty() ? 0 : rings.getLast().sequence();
  }

  private ApiResponse takeBack(ApiRequest call) {
    Workspace now = rooms.read(call.workspace()).await();
    now.access().mustBeActive(call.seat());
    List<NotificationInbox.Ring> rings = NotificationInbox.rings(now, call.seat(), call.at());
    ReadState is =
        readings.change(
            call.workspace(), call.seat(), was -> was.before() == null ? was : was.before());
    return ApiResponse.ok(new JsonObject().put("unread", unread(rings, is)));
  }
}
