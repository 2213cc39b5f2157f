package org.caucus.coalition.access.handover;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.handover.HandoverCommand.HandOver;
import org.caucus.coalition.access.handover.HandoverCommand.Passing;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** {@code /seats/{id}/handover} and {@code /stranded}: leaving, and what was left. */
public final class HandoverRoutes implements Routes {
  private final CommandBus<? extends HeldLetters.Held> floor;

  /** Routes on this floor. */
  public HandoverRoutes(CommandBus<? extends HeldLetters.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getHandover", this::read);
    operations.on("handOverSeat", this::handOver);
    operations.on("listStrandedDuties", this::stranded);
  }

  private ApiResponse read(ApiRequest call) {
    HeldLetters.Held state = floor.read(call.workspace()).await();
    Seat seat = state.members().seats().get(new SeatId(call.path("id")));
    if (seat == null) {
      throw Refusal.absent();
    }
    if (!seat.id().equals(call.seat())) {
      state.access().mustConvene(call.seat());
    }
    return ApiResponse.ok(HandoverPresenter.show(state, seat, call.seat()));
  }

  private ApiResponse handOver(ApiRequest call) {
    JsonArray duties = call.body().getJsonArray("duties", new JsonArray());
    List<Passing> passings =
        duties.stream().map(JsonObject.class::cast).map(HandoverRoutes::passing).toList();
    HandOver command =
        new HandOver(
            new SeatId(call.path("id")), seat(call.body().getString("successor")), passings);
    return ApiResponse.accepted(200, call.submit(floor, command).await());
  }

  private static Passing passing(JsonObject duty) {
    JsonObject ref = duty.getJsonObject("ref");
    Ref.Kind kind = Ref.Kind.valueOf(ref.getString("kind").toUpperCase(Locale.ROOT));
    return new Passing(Ref.to(kind, ref.getString("id")), seat(duty.getString("to")));
  }

  private static @Nullable SeatId seat(@Nullable String id) {
    return id == null ? null : new SeatId(id);
  }

  private ApiResponse stranded(ApiRequest call) {
    return ApiResponse.ok(
        HandoverPresenter.stranded(floor.read(call.workspace()).await(), call.seat()));
  }
}
