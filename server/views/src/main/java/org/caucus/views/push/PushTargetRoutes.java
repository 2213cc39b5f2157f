package org.caucus.views.push;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Integrations;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.views.inbox.NotificationInbox;
import org.caucus.views.inbox.ReadStates;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Workspace;

/**
 * {@code /api/push}: of a notification on a device only a random id is known there. Here its person
 * learns which page it is about, and a browser whose address changed says the new one.
 */
public final class PushTargetRoutes implements Routes {
  private final CommandBus<Workspace> floor;
  private final PushStore store;
  private final Integrations outlets;
  private final ReadStates readings;
  private final PushRoutes routes;

  /**
   * Routes on this floor.
   *
   * @param outlets among which are the devices of a person
   */
  public PushTargetRoutes(
      CommandBus<Workspace> floor,
      PushStore store,
      Integrations outlets,
      ReadStates readings,
      PushRoutes routes) {
    this.floor = floor;
    this.store = store;
    this.outlets = outlets;
    this.readings = readings;
    this.routes = routes;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("getPushTarget", this::target);
    operations.forPerson("updatePushDevices", this::move);
  }

  private Stream<PushDevice> devices(ApiRequest call) {
    String signIn = call.caller().signIn();
    return outlets.of(call.caller().person()).await().stream()
        .filter(outlet -> outlet.kind() == Integrations.Kind.PUSH)
        .flatMap(outlet -> store.find(outlet).await().stream())
        .filter(device -> device.signIn().equals(signIn));
  }

  /** The newest of what it told that is not read, as far as its seat can read it now. */
  private ApiResponse target(ApiRequest call) {
    PushDevice device =
        devices(call)
            .filter(d -> d.id().equals(call.path("id")))
            .findFirst()
            .orElseThrow(Refusal::absent);
    Workspace now = floor.read(device.workspace()).await();
    Seat seat =
        Optional.ofNullable(now.members().seats().get(device.seat()))
            .filter(Seat::active)
            .orElseThrow(Refusal::absent);
    List<Long> unread = readings.unread(now.id(), seat.id(), device.shown());
    String page =
        unread.stream()
            .sorted(Comparator.reverseOrder())
            .map(sequence -> now.history().get(Math.toIntExact(sequence - 1)))
            .flatMap(commit -> NotificationInbox.ring(now, commit, seat.id()).stream())
            .findFirst()
            .map(ring -> Capabilities.page(ring.thing()))
            .orElse("");
    String path = "/w/" + now.members().pathOf(seat) + (page.isEmpty() ? "" : "/" + page);
    return ApiResponse.ok(new JsonObject().put("path", path));
  }

  /** All of this sign-in that were at the one address are at the other. */
  private ApiResponse move(ApiRequest call) {
    PushDevice.Target to = routes.target(call.body());
    String from = call.body().getString("from");
    List<PushDevice> moved =
        devices(call).filter(device -> device.target().endpoint().equals(from)).toList();
    moved.forEach(device -> store.change(device, is -> is.at(to)).await());
    return ApiResponse.json(201, new JsonObject().put("moved", moved.size()));
  }
}
