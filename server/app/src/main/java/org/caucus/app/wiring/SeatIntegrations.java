package org.caucus.app.wiring;

import io.vertx.core.Future;
import java.util.List;
import org.caucus.coalition.access.Seat;
import org.caucus.http.Integrations;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.views.feeds.FeedKeys;
import org.caucus.views.push.PushStore;
import org.caucus.views.webhooks.WebhookStore;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.SeatIndex;

/** Feeds, webhooks and told devices of all seats of a person, in all workspaces. */
record SeatIntegrations(
    Rooms rooms, SeatIndex seatings, FeedKeys feeds, WebhookStore webhooks, PushStore push)
    implements Integrations {
  @Override
  public Future<List<Outlet>> of(String person) {
    return seatings
        .of(person)
        .compose(all -> Future.all(all.stream().map(w -> in(w, person)).toList()))
        .map(all -> all.<List<Outlet>>list().stream().flatMap(List::stream).toList());
  }

  /** Where nothing can be read, nothing is told. */
  private Future<List<Outlet>> in(WorkspaceId workspace, String person) {
    return rooms
        .read(workspace)
        .map(w -> w.members().seatsOf(person))
        .recover(
            e ->
                e instanceof LogException
                    ? Future.succeededFuture(List.of())
                    : Future.failedFuture(e))
        .compose(seats -> Future.all(seats.stream().map(s -> of(workspace, s)).toList()))
        .map(all -> all.<List<Outlet>>list().stream().flatMap(List::stream).toList());
  }

  private Future<List<Outlet>> of(WorkspaceId workspace, Seat seat) {
    return Future.all(
            feeds.outlets(workspace, seat.id()),
            webhooks.outlets(workspace, seat.id()),
            push.outlets(workspace, seat.id()))
        .map(all -> all.<List<Outlet>>list().stream().flatMap(List::stream).toList());
  }

  @Override
  public Future<Void> end(Outlet outlet) {
    return switch (outlet.kind()) {
      case FEED -> feeds.end(outlet);
      case WEBHOOK -> webhooks.end(outlet);
      case PUSH -> push.end(outlet);
    };
  }
}
