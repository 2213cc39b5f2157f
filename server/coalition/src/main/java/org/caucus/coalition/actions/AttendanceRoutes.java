package org.caucus.coalition.actions;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Whether one comes oneself, who was there, and the minutes. */
public final class AttendanceRoutes implements Routes {
  private final CommandBus<? extends Actions.Held> floor;

  /** Routes on this floor. */
  public AttendanceRoutes(CommandBus<? extends Actions.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("setRsvp", this::answer);
    operations.submit(201, "recordAttendance", floor, ActionCommand.NoteAttendance.class);
    operations.on("writeMinutes", this::minutes);
  }

  private ApiResponse answer(ApiRequest call) {
    JsonObject body = call.body();
    String seat = body.getString("seat");
    return done(
        call,
        new ActionCommand.Answer(
            call.path("id"),
            seat == null ? null : new SeatId(seat),
            Commitment.Answer.valueOf(body.getString("answer")),
            body.getString("note", "")));
  }

  private ApiResponse minutes(ApiRequest call) {
    JsonObject body = call.body();
    return done(
        call,
        new ActionCommand.WriteMinutes(
            call.path("id"), body.getString("text"), over(body.getString("over"))));
  }

  private static @Nullable Instant over(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.invalid("over", Message.of("give-the-instant-at-which-those"));
    }
  }

  private ApiResponse done(ApiRequest call, Command command) {
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
