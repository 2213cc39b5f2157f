package org.caucus.coalition.access.handover;

import org.caucus.coalition.access.Seat;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

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
    operations.submit(200, "handOverSeat", floor, HandoverCommand.HandOver.class);
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

  private ApiResponse stranded(ApiRequest call) {
    return ApiResponse.ok(
        HandoverPresenter.stranded(floor.read(call.workspace()).await(), call.seat()));
  }
}
