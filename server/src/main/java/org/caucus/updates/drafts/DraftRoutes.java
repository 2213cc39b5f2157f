package org.caucus.updates.drafts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import org.caucus.command.Floor;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.members.Seat;
import org.caucus.updates.Updates;

/**
 * {@code /drafts}: a company's own, one confirmed, one discarded, the rule about a second liaison.
 */
public final class DraftRoutes implements Routes {
  private final Floor<? extends Updates.Held> floor;

  /** Routes on this floor. */
  public DraftRoutes(Floor<? extends Updates.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listDrafts", this::list);
    operations.on(
        "confirmDraft",
        call -> submit(call, new DraftCommand.ConfirmDraft(call.path("id"), call.version())));
    operations.on(
        "discardDraft", call -> submit(call, new DraftCommand.DiscardDraft(call.path("id"))));
    operations.on(
        "ruleCompany",
        call -> submit(call, new DraftCommand.RuleCompany(call.body().getBoolean("second"))));
  }

  private Answer list(Call call) {
    Updates.Held state = floor.read(call.workspace()).await();
    JsonArray items = new JsonArray();
    state.updates().drafts().byId().values().stream()
        .filter(d -> d.isOpen() && state.access().canRead(call.seat(), d.scope()))
        .sorted(Comparator.comparing(Draft::at).thenComparing(Draft::id))
        .forEach(d -> items.add(shown(state, d, call)));
    Seat seat = state.members().seats().get(call.seat());
    boolean second = seat != null && DraftDecider.needsSecond(state, seat.organisation());
    return Answer.ok(new JsonObject().put("items", items).put("second", second));
  }

  private static JsonObject shown(Updates.Held state, Draft draft, Call call) {
    JsonObject shown = DraftPresenter.show(state, draft, call.seat());
    return draft.why() == null ? shown : shown.put("why", call.told(draft.why()));
  }

  private Answer submit(Call call, DraftCommand command) {
    return Answer.accepted(201, call.submit(floor, command).await());
  }
}
