package org.caucus.actions.replies;

import io.vertx.core.json.JsonObject;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.Actions;
import org.caucus.actions.plans.DetailFields;
import org.caucus.command.Floor;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;

/** {@code /actions/{id}/replies}: what the agency answered. */
public final class ReplyRoutes implements Routes {
  private final Floor<? extends Actions.Held> floor;

  /** Routes on this floor. */
  public ReplyRoutes(Floor<? extends Actions.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("recordReply", this::record);
  }

  private Answer record(Call call) {
    JsonObject body = call.body();
    var reply =
        new ActionCommand.RecordReply(
            call.path("id"),
            DetailFields.reply("on", body),
            DetailFields.day("replyDue", body.getString("replyDue")));
    return Answer.accepted(201, call.submit(floor, reply).await());
  }
}
