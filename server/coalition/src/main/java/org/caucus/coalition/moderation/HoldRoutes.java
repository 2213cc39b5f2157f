package org.caucus.coalition.moderation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;

/**
 * {@code /holds}: the letters that wait for this seat or are its own, and its decision; and what
 * convenors choose about who is asked.
 */
public final class HoldRoutes implements Routes {
  private final CommandBus<? extends HeldLetters.Held> floor;

  /** Routes on this floor. */
  public HoldRoutes(CommandBus<? extends HeldLetters.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listHolds", this::list);
    operations.on("getHold", this::read);
    operations.submit(201, "approveHold", floor, LetterCommand.ApproveHold.class);
    operations.submit(201, "refuseHold", floor, LetterCommand.RefuseHold.class);
    operations.submit(201, "discardHold", floor, LetterCommand.DiscardHold.class);
    operations.submit(201, "withdrawHold", floor, LetterCommand.WithdrawHold.class);
    operations.on("getModeration", this::moderation);
    operations.submit(201, "setListModerationRule", floor, LetterCommand.RuleList.class);
    operations.on("setListStopped", this::stop);
    operations.on("setSeatModeration", this::moderate);
  }

  private ApiResponse list(ApiRequest call) {
    JsonArray items = new JsonArray();
    HeldLetters.Held state = floor.read(call.workspace()).await();
    HoldPresenter.readable(state, call.seat())
        .forEach(h -> items.add(HoldPresenter.show(state, h, call.seat())));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  /** Whatever became of it, for the person who was asked and the person who wrote it. */
  private ApiResponse read(ApiRequest call) {
    HeldLetters.Held state = floor.read(call.workspace()).await();
    Hold hold = state.letters().find(call.path("id")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), HeldLetters.scope(state, hold));
    return ApiResponse.ok(HoldPresenter.show(state, hold, call.seat()));
  }

  private ApiResponse moderation(ApiRequest call) {
    return ApiResponse.ok(
        HoldPresenter.moderation(floor.read(call.workspace()).await(), call.seat()));
  }

  private ApiResponse stop(ApiRequest call) {
    return about(call, new LetterCommand.StopList(call.path("l"), isOn(call)));
  }

  /** Whether somebody is to read first; that nobody does any more takes a fresh proof. */
  private static boolean isOn(ApiRequest call) {
    boolean on = call.body().getBoolean("enabled");
    if (!on) {
      call.mustBeProved();
    }
    return on;
  }

  private ApiResponse moderate(ApiRequest call) {
    SeatId seat = new SeatId(call.path("id"));
    return about(call, new LetterCommand.ModerateSeat(seat, isOn(call)));
  }

  private ApiResponse about(ApiRequest call, LetterCommand command) {
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
