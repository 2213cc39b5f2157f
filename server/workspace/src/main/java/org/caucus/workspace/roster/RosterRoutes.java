package org.caucus.workspace.roster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.platform.ratelimit.RateLimited;
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

  private ApiResponse preview(ApiRequest call) {
    Plan plan = plan(call);
    return ApiResponse.ok(report(call, plan.rows()).put("ignored", new JsonArray(plan.ignored())));
  }

  private record Plan(List<RosterPreview.Row> rows, List<String> ignored) {}

  private Plan plan(ApiRequest call) {
    Workspace state = rooms.read(call.workspace()).await();
    state.access().mustConvene(call.seat());
    JsonObject body = call.body();
    RosterTable.Table table =
        RosterTable.read(body.getString("csv"), RosterPreview.organisations(state));
    var asked =
        new RosterPreview.Asked(
            body.getBoolean("consented", false), body.getString("organisation", ""), call.seat());
    return new Plan(RosterPreview.of(state, table.rows(), asked, call.at()), table.ignored());
  }

  /** Each row is done or not done by itself, and says which. */
  private ApiResponse invite(ApiRequest call) {
    List<RosterPreview.Row> ended = new ArrayList<>();
    for (RosterPreview.Row row : plan(call).rows()) {
      MemberCommand.Invite invite = row.invite();
      ended.add(
          row.state() == RosterPreview.State.REFUSED || invite == null
              ? row
              : invited(call, row, invite));
    }
    return ApiResponse.json(201, report(call, ended));
  }

  private RosterPreview.Row invited(
      ApiRequest call, RosterPreview.Row row, MemberCommand.Invite invite) {
    IdempotencyKey key = key(call, row);
    Workspace state = rooms.read(call.workspace()).await();
    if (key != null && state.earlier(call.seat(), key).isPresent()) {
      return row.ended(RosterPreview.State.INVITED, null); // the same request came before
    }
    if (row.state() == RosterPreview.State.KNOWN) {
      return row;
    }
    try {
      limits.mustBeFew(call, invite.address());
      call.submit(rooms, invite, key).await();
      limits.count(call, invite.address());
      return row.ended(RosterPreview.State.INVITED, null);
    } catch (Refusal e) {
      return row.ended(RosterPreview.State.REFUSED, e.message());
    } catch (RateLimited e) {
      return row.ended(RosterPreview.State.REFUSED, e.limit());
    }
  }

  private static @Nullable IdempotencyKey key(ApiRequest call, RosterPreview.Row row) {
    IdempotencyKey key = call.key();
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

  private static JsonObject report(ApiRequest call, List<RosterPreview.Row> rows) {
    JsonArray shown = new JsonArray();
    JsonObject counts = new JsonObject();
    for (RosterPreview.State state : RosterPreview.State.values()) {
      counts.put(state.name(), rows.stream().filter(r -> r.state() == state).count());
    }
    for (RosterPreview.Row row : rows) {
      JsonObject told = new JsonObject();
      if (row.why() != null) {
        MessageJson.put(told, row.why());
      }
      shown.add(
          told.put("line", row.of().line())
              .put("name", row.of().cell("name"))
              .put("address", row.of().cell("address"))
              .put(
                  "organisation",
                  row.organisation().isEmpty() ? row.of().cell("organisation") : row.organisation())
              .put("role", row.role())
              .put("lists", lists(row.invite()))
              .put("state", row.state().name())
              .put("why", row.why() == null ? "" : call.told(row.why())));
    }
    return new JsonObject().put("rows", shown).put("counts", counts);
  }
}
