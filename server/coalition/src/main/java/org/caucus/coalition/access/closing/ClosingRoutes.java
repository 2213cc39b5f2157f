package org.caucus.coalition.access.closing;

import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.Members;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;

/** {@code /archive} below a list, a tracker and an organisation, and {@code /closing}. */
public final class ClosingRoutes implements Routes {
  private final CommandBus<? extends Members.Held> floor;

  /** Routes on this floor. */
  public ClosingRoutes(CommandBus<? extends Members.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on(
        "archiveMailingList", call -> archive(call, Ref.to(Ref.Kind.LIST, call.path("l"))));
    operations.on(
        "archiveTracker", call -> archive(call, Ref.to(Ref.Kind.TRACKER, call.path("key"))));
    operations.on(
        "archiveOrganisation",
        call -> archive(call, Ref.to(Ref.Kind.ORGANISATION, call.path("organisation"))));
    operations.on("closeWorkspace", this::close);
  }

  private ApiResponse archive(ApiRequest call, Ref place) {
    return act(call, place, call.body().getBoolean("archived"));
  }

  private ApiResponse close(ApiRequest call) {
    Members members = floor.read(call.workspace()).await().members();
    return act(call, ClosedPlaces.workspace(members), call.body().getBoolean("closed"));
  }

  private ApiResponse act(ApiRequest call, Ref place, boolean closed) {
    ClosingCommand command =
        closed ? new ClosingCommand.ClosePlace(place) : new ClosingCommand.ReopenPlace(place);
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
