package org.caucus.bounces;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.lists.ListCommand;
import org.caucus.lists.Lists;
import org.caucus.members.Role;
import org.caucus.members.Seat;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code /mail-trouble}: whose mail does not arrive; lets it be sent again. */
public final class MailTroubleRoutes implements Routes {
  private final Floor<Workspace> floor;
  private final Suspension suspension;

  MailTroubleRoutes(Floor<Workspace> floor, Suspension suspension) {
    this.floor = floor;
    this.suspension = suspension;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listMailTrouble", this::list);
    operations.on("resumeMail", this::resume);
  }

  /** To convenors all of them, to everybody their own. */
  private Answer list(Call call) {
    Workspace state = floor.read(call.workspace()).await();
    Seat reader = state.access().mustBeActive(call.seat());
    JsonArray shown = new JsonArray();
    for (Seat seat : state.members().active()) {
      Lists.Trouble trouble = state.lists().trouble(seat.id());
      boolean own = seat.id().equals(reader.id());
      if (own || reader.role() == Role.CONVENOR) {
        show(seat.id(), trouble, own, shown);
      }
    }
    return Answer.ok(new JsonObject().put("troubles", shown));
  }

  /** That somebody may have left is for those who care for seats, not for whoever has it. */
  private static void show(SeatId seat, Lists.Trouble trouble, boolean own, JsonArray shown) {
    JsonObject one = new JsonObject().put("seat", seat.value());
    put(one, "suspended", trouble.suspended());
    put(one, "mayHaveLeft", own ? null : trouble.hinted());
    if (one.size() > 1) {
      shown.add(one);
    }
  }

  private static void put(JsonObject json, String name, @Nullable Instant at) {
    if (at != null) {
      json.put(name, at.toString());
    }
  }

  private Answer resume(Call call) {
    Workspace state = floor.read(call.workspace()).await();
    SeatId id = new SeatId(call.path("id"));
    Seat seat = state.members().seats().get(id);
    Committed done =
        floor
            .submit(call.workspace(), call.seat(), new ListCommand.ResumeMail(id), call.key())
            .await();
    if (seat == null) {
      throw Refused.absent();
    }
    suspension.resume(seat.person(), call.workspace());
    return Answer.accepted(200, done);
  }
}
