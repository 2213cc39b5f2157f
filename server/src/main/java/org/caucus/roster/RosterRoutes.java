package org.caucus.roster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.caucus.command.Key;
import org.caucus.command.Refused;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.http.TooMany;
import org.caucus.members.MemberCommand;
import org.caucus.workspace.InvitationLimits;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code /roster}: what would become of each row of a table of people; then invites them. */
public final class RosterRoutes implements Routes {
  private final Rooms rooms;
  private final InvitationLimits limits;

  /** Routes on these rooms, which invite no more than these limits let. */
  public RosterRoutes(Rooms rooms, InvitationLimits limits) {
    this.rooms = rooms;
    this.limits = limits;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("previewRoster", this::preview);
    operations.on("inviteRoster", this::invite);
  }

  private Answer preview(Call call) {
    return Answer.ok(report(call, plan(call)));
  }

  private List<Plan.Row> plan(Call call) {
    Workspace state = rooms.read(call.workspace()).await();
    state.access().mustConvene(call.seat());
    return Plan.of(
        state,
        Table.read(call.body().getString("csv")),
        call.body().getBoolean("consented", false),
        call.at());
  }

  /** Each row is done or not done by itself, and says which. */
  private Answer invite(Call call) {
    List<Plan.Row> ended = new ArrayList<>();
    for (Plan.Row row : plan(call)) {
      MemberCommand.Invite invite = row.invite();
      ended.add(
          row.state() == Plan.State.REFUSED || invite == null ? row : invited(call, row, invite));
    }
    return Answer.json(201, report(call, ended));
  }

  private Plan.Row invited(Call call, Plan.Row row, MemberCommand.Invite invite) {
    Key key = key(call, row);
    Workspace state = rooms.read(call.workspace()).await();
    if (key != null && state.earlier(call.seat(), key).isPresent()) {
      return row.ended(Plan.State.INVITED, ""); // the same request came before
    }
    if (row.state() == Plan.State.KNOWN) {
      return row;
    }
    try {
      limits.mustBeFew(call, invite.address());
      call.submit(rooms, invite, key).await();
      limits.count(call, invite.address());
      return row.ended(Plan.State.INVITED, "");
    } catch (Refused e) {
      return row.ended(Plan.State.REFUSED, e.why());
    } catch (TooMany e) {
      return row.ended(Plan.State.REFUSED, e.limit().strip());
    }
  }

  private static @Nullable Key key(Call call, Plan.Row row) {
    Key key = call.key();
    return key == null ? null : key.ofLine(row.of().line());
  }

  /** In which mode which list comes, as it was written. */
  private static JsonArray lists(MemberCommand.@Nullable Invite invite) {
    JsonArray lists = new JsonArray();
    if (invite != null && invite.terms() != null) {
      invite
          .terms()
          .mail()
          .forEach(m -> lists.add(new JsonObject().put("list", m.list()).put("mode", m.mode())));
    }
    return lists;
  }

  private static JsonObject report(Call call, List<Plan.Row> rows) {
    JsonArray shown = new JsonArray();
    JsonObject counts = new JsonObject();
    for (Plan.State state : Plan.State.values()) {
      counts.put(state.name(), rows.stream().filter(r -> r.state() == state).count());
    }
    for (Plan.Row row : rows) {
      shown.add(
          new JsonObject()
              .put("line", row.of().line())
              .put("name", row.of().cell("name"))
              .put("address", row.of().cell("address"))
              .put(
                  "organisation",
                  row.organisation().isEmpty() ? row.of().cell("organisation") : row.organisation())
              .put("role", row.role())
              .put("lists", lists(row.invite()))
              .put("state", row.state().name())
              .put("why", call.told(row.why())));
    }
    return new JsonObject().put("rows", shown).put("counts", counts);
  }
}
