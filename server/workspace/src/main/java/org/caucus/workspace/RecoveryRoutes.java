package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Seat;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.RecoveryRequests;
import org.caucus.http.Routes;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.ratelimit.RateLimited;

/**
 * {@code /recoveries}: who of a workspace has lost all passkeys; a convenor confirms that it is
 * them who ask to be let in.
 */
public final class RecoveryRoutes implements Routes {
  private final Rooms rooms;
  private final RecoveryRequests recoveries;

  /** Routes on these rooms. */
  public RecoveryRoutes(Rooms rooms, RecoveryRequests recoveries) {
    this.rooms = rooms;
    this.recoveries = recoveries;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listRecoveries", this::list);
    operations.on("confirmRecovery", this::confirm);
  }

  private record Lost(Seat seat, Optional<RecoveryRequests.Asked> asked) {}

  private ApiResponse list(ApiRequest call) {
    List<Future<Lost>> all =
        convened(call).members().active().stream()
            .map(s -> recoveries.of(s.person()).map(a -> new Lost(s, a)))
            .toList();
    JsonArray items = new JsonArray();
    Future.all(all).await().<Lost>list().stream()
        .flatMap(
            l ->
                l
                    .asked()
                    .filter(a -> asks(call, l.seat(), a))
                    .map(a -> shown(call, l.seat(), a))
                    .stream())
        .forEach(items::add);
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private static JsonObject shown(ApiRequest call, Seat seat, RecoveryRequests.Asked asked) {
    boolean confirmed = asked.words().containsKey(call.workspace().value());
    return new JsonObject()
        .put("seat", seat.id().value())
        .put("asked", asked.at().toString())
        .put("until", asked.until().toString())
        .put("confirmed", confirmed);
  }

  /** Who was let in asks where they wait, and nowhere else. */
  private static boolean asks(ApiRequest call, Seat seat, RecoveryRequests.Asked asked) {
    return !asked.entered() || seat.waits(call.at());
  }

  private Workspace convened(ApiRequest call) {
    Workspace w = rooms.read(call.workspace()).await();
    w.access().mustConvene(call.seat());
    return w;
  }

  private ApiResponse confirm(ApiRequest call) {
    Seat seat =
        convened(call).members().active().stream()
            .filter(s -> s.id().value().equals(call.path("id")))
            .findFirst()
            .orElseThrow(Refusal::absent);
    if (seat.person().equals(call.caller().person())) {
      throw Refusal.forbidden(Message.of("nobody-confirms-themself-ask-another-convenor"));
    }
    RecoveryRequests.Asked asked =
        recoveries
            .of(seat.person())
            .await()
            .filter(a -> asks(call, seat, a))
            .orElseThrow(RecoveryRoutes::over);
    String number = call.body().getString("number");
    String workspace = call.workspace().value();
    if (asked.isBy(workspace, number)) {
      return ApiResponse.empty(204);
    }
    long wait = recoveries.typed(seat.person(), call.caller().person()).await();
    if (wait > 0) {
      throw new RateLimited(wait);
    }
    if (!asked.shows(number)) {
      throw Refusal.invalid("number", Message.of("no-browser-that-asks-for-this"));
    }
    // whose word it was stands in the record before it lets anybody in
    MemberCommand word = new MemberCommand.ConfirmRecovery(seat.id(), seat.waits());
    call.submit(rooms, word).await();
    if (!asked.entered()
        && !recoveries.confirm(seat.person(), workspace, number).await()
        && recoveries.of(seat.person()).await().filter(a -> a.isBy(workspace, number)).isEmpty()) {
      throw over();
    }
    return ApiResponse.empty(204);
  }

  private static Refusal over() {
    return Refusal.conflict(Message.of("nobody-asks-to-be-let-in"));
  }
}
