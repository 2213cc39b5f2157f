package org.caucus.coalition.actions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.query.ActionFilter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** {@code /actions}: the agenda, one action, plans, edits, commitments, comments. */
public final class ActionRoutes implements Routes {
  /** Actions of a page unless stated. */
  private static final int PAGE = 1_000;

  private final CommandBus<? extends Actions.Held> floor;
  private final NewEntries entries;

  /** Routes on this floor. */
  public ActionRoutes(CommandBus<? extends Actions.Held> floor, NewEntries entries) {
    this.floor = floor;
    this.entries = entries;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listActions", this::list);
    operations.on("createAction", this::plan);
    operations.on("getAction", this::read);
    operations.on("updateAction", this::edit);
    operations.submit(201, "setCommitment", floor, ActionCommand.Commit.class);
    operations.on("commentOnAction", this::comment);
    operations.on("setEmbargo", this::embargo);
  }

  private ApiResponse list(ApiRequest call) {
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
    return ApiResponse.ok(
        slice.goOn(
            new JsonObject().put("items", items).put("position", state.positionFor(call.seat()))));
  }

  private static Filter<Action> filter(Actions.Held state, ApiRequest call) {
    FilterContext asker = FilterContext.at(state.members(), call.seat(), call.at());
    return call.query(Filter.FIELD)
        .map(q -> ActionFilter.parse(q, asker, state.access().asked(call.seat())))
        .orElse(Filter.all());
  }

  private ApiResponse plan(ApiRequest call) {
    JsonObject body = call.body();
    String audience = body.getString("audience");
    return ApiResponse.accepted(
        201,
        submit(
            call,
            new ActionCommand.PlanAction(
                Action.Kind.valueOf(body.getString("kind")),
                body.getString("title"),
                body.getString("description", ""),
                seat(body.getString("owner")),
                ActionTimeFields.when(body, null),
                body.getString("place", ""),
                audience == null ? null : Audience.parse(audience),
                ActionDetailFields.read(body, ActionDetails.none()),
                opening(body.getJsonObject("embargo")),
                entries.files(call.workspace(), call.seat(), body))));
  }

  private ApiResponse read(ApiRequest call) {
    Actions.Held state = floor.read(call.workspace()).await();
    Action action = state.mustReadAction(call.path("id"), call.seat());
    Paging.Slice<Entry> said =
        Paging.last(
            call,
            VisibleEntries.entries(state, action.ref(), action.scope(), call.seat()),
            Entry::id,
            Paging.DEFAULT_LIMIT);
    return ApiResponse.ok(
            said.goOn(
                new JsonObject()
                    .put("action", ActionPresenter.show(state, action, call.seat()))
                    .put(
                        "entries",
                        VisibleEntries.show(state, said.items(), action.scope(), call.seat()))
                    .put("position", state.positionFor(call.seat()))))
        .with("etag", "\"" + version(state, action, call) + "\"");
  }

  private static int version(Actions.Held state, Action action, ApiRequest call) {
    return action.seenBy(state.access().asked(call.seat())).version();
  }

  private ApiResponse edit(ApiRequest call) {
    JsonObject body = call.body();
    Actions.Held now = floor.read(call.workspace()).await();
    Action action = now.mustReadAction(call.path("id"), call.seat());
    String state = body.getString("state");
    boolean detailed = ActionDetailFields.named(body);
    // details go over those that are there, which must therefore still be these
    @Nullable Integer version = call.version();
    if (detailed && version == null) {
      version = version(now, action, call);
    }
    return ApiResponse.accepted(
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
                ActionTimeFields.named(body) ? ActionTimeFields.when(body, action.when()) : null,
                body.getString("place"),
                body.getString("outcome"),
                detailed ? ActionDetailFields.read(body, action.details()) : null)));
  }

  private ApiResponse comment(ApiRequest call) {
    return ApiResponse.accepted(
        201,
        submit(
            call,
            new ActionCommand.CommentAction(
                call.path("id"), entries.post(call.workspace(), call.seat(), call.body()))));
  }

  private ApiResponse embargo(ApiRequest call) {
    JsonObject body = call.body();
    return ApiResponse.accepted(
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
    Instant until = ActionTimeFields.instant(body, "until");
    String to = body.getString("to");
    if (until == null || to == null) {
      throw Refusal.invalid(
          until == null ? "until" : "to", Message.of("say-when-the-embargo-ends-and"));
    }
    return new ActionCommand.Opening(until, Audience.parse(to));
  }

  private Committed submit(ApiRequest call, Command command) {
    return call.submit(floor, command).await();
  }

  private static @Nullable SeatId seat(@Nullable String id) {
    return id == null ? null : new SeatId(id);
  }
}
