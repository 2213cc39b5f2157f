package org.caucus.letters;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;

/**
 * {@code /holds}: the letters that wait for this seat or are its own, and its decision; and what
 * convenors choose about who is asked.
 */
public final class HoldRoutes implements Routes {
  private final Floor<? extends Letters.Held> floor;

  /** Routes on this floor. */
  public HoldRoutes(Floor<? extends Letters.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listHolds", this::list);
    operations.on("readHold", this::read);
    operations.on("approveHold", this::approve);
    operations.on("refuseHold", this::refuse);
    operations.on("discardHold", call -> about(call, new LetterCommand.DiscardHold(hold(call))));
    operations.on("withdrawHold", call -> about(call, new LetterCommand.WithdrawHold(hold(call))));
    operations.on("readModeration", this::moderation);
    operations.on("ruleList", this::rule);
    operations.on("stopList", this::stop);
    operations.on("moderateSeat", this::moderate);
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    Letters.Held state = floor.read(call.workspace()).await();
    HoldPresenter.readable(state, call.seat())
        .forEach(h -> items.add(HoldPresenter.show(state, h, call.seat())));
    return Answer.ok(new JsonObject().put("items", items));
  }

  /** Whatever became of it, for the person who was asked and the person who wrote it. */
  private Answer read(Call call) {
    Letters.Held state = floor.read(call.workspace()).await();
    Hold hold = state.letters().find(hold(call)).orElseThrow(Refused::absent);
    state.access().mustRead(call.seat(), Letters.scope(state, hold));
    return Answer.ok(HoldPresenter.show(state, hold, call.seat()));
  }

  private static String hold(Call call) {
    return call.path("id");
  }

  private Answer approve(Call call) {
    return about(call, new LetterCommand.ApproveHold(hold(call)));
  }

  private Answer refuse(Call call) {
    return about(call, new LetterCommand.RefuseHold(hold(call), call.body().getString("note", "")));
  }

  private Answer moderation(Call call) {
    return Answer.ok(HoldPresenter.moderation(floor.read(call.workspace()).await(), call.seat()));
  }

  private Answer rule(Call call) {
    return about(
        call,
        new LetterCommand.RuleList(
            call.path("l"),
            Moderation.Strangers.valueOf(call.body().getString("strangers")),
            Moderation.Proof.valueOf(call.body().getString("proof"))));
  }

  private Answer stop(Call call) {
    return about(call, new LetterCommand.StopList(call.path("l"), isOn(call)));
  }

  /** Whether somebody is to read first; that nobody does any more takes a fresh proof. */
  private static boolean isOn(Call call) {
    boolean on = call.body().getBoolean("enabled");
    if (!on) {
      call.mustBeProved();
    }
    return on;
  }

  private Answer moderate(Call call) {
    SeatId seat = new SeatId(call.path("id"));
    return about(call, new LetterCommand.ModerateSeat(seat, isOn(call)));
  }

  private Answer about(Call call, LetterCommand command) {
    return Answer.accepted(201, call.submit(floor, command).await());
  }
}
