package org.caucus.actions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.actions.filter.ActionFilter;
import org.caucus.actions.plans.DetailFields;
import org.caucus.actions.plans.Details;
import org.caucus.command.Command;
import org.caucus.command.Committed;
import org.caucus.command.Floor;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.NewEntries;
import org.caucus.entries.Visible;
import org.caucus.filters.Asker;
import org.caucus.filters.Filter;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** {@code /actions}: the agenda, one action, plans, edits, commitments, comments. */
public final class ActionRoutes implements Routes {
  /** Actions of a page unless stated. */
  private static final int PAGE = 1_000;

  private final Floor<? extends Actions.Held> floor;
  private final NewEntries entries;

  /** Routes on this floor. */
  public ActionRoutes(Floor<? extends Actions.Held> floor, NewEntries entries) {
    this.floor = floor;
    this.entries = entries;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listActions", this::list);
    operations.on("planAction", this::plan);
    operations.on("readAction", this::read);
    operations.on("editAction", this::edit);
    operations.on("commit", this::commit);
    operations.on("commentAction", this::comment);
    operations.on("setEmbargo", this::embargo);
  }

  private Answer list(Call call) {
    Actions.Held state = floor.read(call.workspace()).await();
    Set<String> states =
        call.query("state")
            .map(s -> Arrays.stream(s.split(",")).collect(Collectors.toSet()))
            .orElse(Set.of());
    Filter<Action> filter = filter(state, call);
    List<Action> agenda =
        ActionPresenter.agenda(state, call.seat()).stream()
            .filter(a -> states.isEmpty() || states.contains(a.state().name()))
            .filter(filter::test)
            .toList();
    Paging.Slice<Action> slice = Paging.slice(call, agenda, Action::id, PAGE);
    JsonArray items = new JsonArray();
    slice.items().forEach(a -> items.add(ActionPresenter.show(state, a, call.seat())));
    return Answer.ok(
        slice.goOn(
            new JsonObject().put("items", items).put("position", state.positionFor(call.seat()))));
  }

  private static Filter<Action> filter(Actions.Held state, Call call) {
    Asker asker = Asker.at(state.members(), call.seat(), call.at());
    return call.query(Filter.FIELD)
        .map(q -> ActionFilter.parse(q, asker, state.access().asked(call.seat())))
        .orElse(Filter.all());
  }

  private Answer plan(Call call) {
    JsonObject body = call.body();
    String audience = body.getString("audience");
    return Answer.accepted(
        201,
        submit(
            call,
            new ActionCommand.PlanAction(
                Action.Kind.valueOf(body.getString("kind")),
                body.getString("title"),
                body.getString("description", ""),
                seat(body.getString("owner")),
                Times.when(body, null),
                body.getString("place", ""),
                audience == null ? null : Audience.parse(audience),
                DetailFields.read(body, Details.none()),
                opening(body.getJsonObject("embargo")),
                entries.files(call.workspace(), call.seat(), body))));
  }

  private Answer read(Call call) {
    Actions.Held state = floor.read(call.workspace()).await();
    Action action = state.mustReadAction(call.path("id"), call.seat());
    Paging.Slice<Entry> said =
        Paging.last(
            call,
            Visible.entries(state, action.ref(), action.scope(), call.seat()),
            Entry::id,
            Paging.DEFAULT_LIMIT);
    return Answer.ok(
            said.goOn(
                new JsonObject()
                    .put("action", ActionPresenter.show(state, action, call.seat()))
                    .put("entries", Visible.show(state, said.items(), action.scope(), call.seat()))
                    .put("position", state.positionFor(call.seat()))))
        .with("etag", "\"" + version(state, action, call) + "\"");
  }

  private static int version(Actions.Held state, Action action, Call call) {
    return action.seenBy(state.access().asked(call.seat())).version();
  }

  private Answer edit(Call call) {
    JsonObject body = call.body();
    Actions.Held now = floor.read(call.workspace()).await();
    Action action = now.mustReadAction(call.path("id"), call.seat());
    String state = body.getString("state");
    boolean detailed = DetailFields.named(body);
    // details go over those that are there, which must therefore still be these
    @Nullable Integer version = call.version();
    if (detailed && version == null) {
      version = version(now, action, call);
    }
    return Answer.accepted(
        200,
        submit(
            call,
            new ActionCommand.EditAction(
                action.id(),
                version,
                body.getString("title"),
                body.getString("description"),
                state == null ? null : Action.State.valueOf(state),
                seat(body.getString("owner")),
                Times.named(body) ? Times.when(body, action.when()) : null,
                body.getString("place"),
                body.getString("outcome"),
                detailed ? DetailFields.read(body, action.details()) : null)));
  }

  private Answer commit(Call call) {
    JsonObject body = call.body();
    return Answer.accepted(
        201,
        submit(
            call,
            new ActionCommand.Commit(
                call.path("id"),
                body.getString("organisation"),
                Commitment.Answer.valueOf(body.getString("answer")),
                body.getString("note", ""))));
  }

  private Answer comment(Call call) {
    return Answer.accepted(
        201,
        submit(
            call,
            new ActionCommand.CommentAction(
                call.path("id"), entries.post(call.workspace(), call.seat(), call.body()))));
  }

  private Answer embargo(Call call) {
    JsonObject body = call.body();
    return Answer.accepted(
        201,
        submit(
            call,
            new ActionCommand.SetEmbargo(
                call.path("id"), body.getString("until") == null ? null : opening(body))));
  }

  private static ActionCommand.@Nullable Opening opening(@Nullable JsonObject body) {
    if (body == null) {
      return null;
    }
    Instant until = Times.instant(body, "until");
    String to = body.getString("to");
    if (until == null || to == null) {
      throw Refused.invalid(
          until == null ? "until" : "to", "Say when the embargo ends, and who reads it then.");
    }
    return new ActionCommand.Opening(until, Audience.parse(to));
  }

  private Committed submit(Call call, Command command) {
    return call.submit(floor, command).await();
  }

  private static @Nullable SeatId seat(@Nullable String id) {
    return id == null ? null : new SeatId(id);
  }
}
