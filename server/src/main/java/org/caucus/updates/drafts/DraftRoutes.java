package org.caucus.updates.drafts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import org.caucus.command.Floor;
import org.caucus.command.SeatId;
import org.caucus.entries.EntryPresenter;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.members.Seat;
import org.caucus.updates.Particulars;
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
        "confirmDraft", call -> submit(call, new DraftCommand.ConfirmDraft(call.path("id"))));
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
        .forEach(d -> items.add(show(state, d, call)));
    Seat seat = state.members().seats().get(call.seat());
    boolean second = seat != null && DraftDecider.needsSecond(state, seat.organisation());
    return Answer.ok(new JsonObject().put("items", items).put("second", second));
  }

  private static JsonObject show(Updates.Held state, Draft draft, Call call) {
    SeatId reader = call.seat();
    Said said = draft.said();
    boolean own = state.members().isSamePerson(said.by(), reader);
    JsonObject shown =
        new JsonObject()
            .put("id", draft.id())
            .put("company", draft.company())
            .put("state", draft.state().name())
            .put("kind", said.kind().name())
            .put("stage", said.stage().name())
            .put("title", said.title())
            .put("body", said.body())
            .put("attribution", said.attribution().name())
            .put("audience", said.audience().wire())
            .put("readers", state.access().count(Updates.FEED.holds(said.audience(), draft.at())))
            .put("seat", said.by().value())
            .put("at", draft.at().toString())
            .put("mine", own)
            .put(
                "confirmable",
                draft.state() == Draft.State.WAITING
                    && !(own && DraftDecider.needsSecond(state, draft.company())));
    if (draft.publishAt() != null) {
      shown.put("publishAt", draft.publishAt().toString());
    }
    if (draft.confirmedBy() != null) {
      shown.put("confirmedBy", draft.confirmedBy().value());
    }
    particulars(state, said.particulars(), reader, shown);
    return draft.why() == null ? shown : shown.put("why", call.told(draft.why()));
  }

  /** What it refers to, as far as this reader can read that. */
  private static void particulars(
      Updates.Held state, Particulars refers, SeatId reader, JsonObject shown) {
    if (refers.provision() != null) {
      shown.put("provision", refers.provision());
    }
    if (refers.due() != null) {
      shown.put("due", refers.due().toString());
    }
    JsonArray links = new JsonArray();
    refers.links().stream()
        .flatMap(ref -> state.linked(ref).stream())
        .filter(to -> state.access().canRead(reader, to.scope()))
        .forEach(to -> links.add(EntryPresenter.ref(to.ref())));
    if (!links.isEmpty()) {
      shown.put("links", links);
    }
  }

  private Answer submit(Call call, DraftCommand command) {
    return Answer.accepted(201, call.submit(floor, command).await());
  }
}
