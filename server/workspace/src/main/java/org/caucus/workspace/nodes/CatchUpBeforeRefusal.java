package org.caucus.workspace.nodes;

import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Rooms;

/**
 * Nobody is refused for want of what another node did a moment ago: a browser that is led from node
 * to node finds what it has just made, and may go on with it. Before a refusal the log is asked;
 * where it has more, the call is answered once more. Anyone who is refused anyway is refused as
 * before, after the same work whatever the reason.
 */
public final class CatchUpBeforeRefusal implements Routes {
  private final Rooms rooms;
  private final Routes routes;

  /** These routes, at this node. */
  public CatchUpBeforeRefusal(Rooms rooms, Routes routes) {
    this.rooms = rooms;
    this.routes = routes;
  }

  @Override
  public void mount(Operations operations) {
    routes.mount(
        rooms.shared()
            ? operations.around((name, handling) -> call -> answered(call, handling))
            : operations);
  }

  private ApiResponse answered(ApiRequest call, Operations.Handling handling) {
    long known = rooms.read(call.workspace()).await().sequence();
    try {
      return handling.handle(call);
    } catch (Refusal refused) {
      if (rooms.again(call.workspace()).await().sequence() == known) {
        throw refused;
      }
      return handling.handle(call);
    }
  }
}
