package org.caucus.coalition.trackers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.query.Filter;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.query.IssueFilter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.JsonEncoder;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * {@code /trackers/{key}/issues} and {@code /issues}: lists, opens, edits, closes, reopens,
 * comments.
 */
public final class IssueRoutes implements Routes {
  private final CommandBus<? extends Issues.Held> floor;
  private final NewEntries entries;
  private final IssueRowCache rows = new IssueRowCache(JsonEncoder::of);

  /** Routes on this floor. */
  public IssueRoutes(CommandBus<? extends Issues.Held> floor, NewEntries entries) {
    this.floor = floor;
    this.entries = entries;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listIssues", this::list);
    operations.on("createIssue", this::open);
    operations.on("getIssue", this::read);
    operations.on("updateIssue", this::edit);
    operations.on("closeIssue", this::close);
    operations.submit(200, "reopenIssue", floor, IssueCommand.ReopenIssue.class);
    operations.on("commentOnIssue", this::comment);
    operations.on("watchIssue", call -> watch(call, true));
    operations.on("unwatchIssue", call -> watch(call, false));
    operations.submit(201, "relateIssue", floor, IssueCommand.RelateIssue.class);
  }

  private ApiResponse list(ApiRequest call) {
    Issues.Held state = floor.read(call.workspace()).await();
    Tracker tracker = state.issues().tracker(call.path("key")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), tracker.scope());
    Set<String> states =
        call.query("state")
            .map(s -> Arrays.stream(s.split(",")).collect(Collectors.toSet()))
            .orElse(Set.of());
    var wanted =
        new IssuePresenter.Wanted(
            states,
            call.query("q").map(q -> IssueFilter.parse(q, asker(state, call))).orElse(Filter.all()),
            call.query("before").orElse(""),
            call.query("limit", IssuePresenter.Wanted.PAGE));
    return ApiResponse.ok(IssuePresenter.board(state, tracker, wanted, call.seat(), rows));
  }

  private static FilterContext asker(Issues.Held state, ApiRequest call) {
    return FilterContext.at(state.members(), call.seat(), call.at());
  }

  private ApiResponse open(ApiRequest call) {
    JsonObject body = call.body();
    String audience = body.getString("audience");
    var opened =
        new IssueCommand.OpenIssue(
            call.path("key"),
            body.getString("title"),
            body.getString("description", ""),
            body.getString("provision", ""),
            seats(body.getJsonArray("assignees", new JsonArray())),
            due(body.getString("due")),
            audience == null ? null : Audience.parse(audience),
            null,
            entries.files(call.workspace(), call.seat(), body),
            IssueFieldsJson.change(body),
            body.getBoolean("quiet", false));
    String from = body.getString("fromMessage");
    Committed done =
        submit(
            call,
            from == null
                ? opened
                : new IssueCommand.OpenFrom(opened, Ref.to(Ref.Kind.ENTRY, from)));
    String label =
        floor.read(call.workspace()).await().issues().find(done.thing()).orElseThrow().label();
    return ApiResponse.json(
        201,
        new JsonObject()
            .put("id", done.thing())
            .put("label", label)
            .put("position", done.position()));
  }

  private ApiResponse read(ApiRequest call) {
    Issues.Held state = floor.read(call.workspace()).await();
    Issue issue =
        state
            .issues()
            .find(state.access(), call.seat(), call.path("id"))
            .orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), state.issues().scope(issue));
    Scope scope = state.issues().scope(issue);
    Paging.Slice<Entry> said =
        Paging.last(
            call,
            VisibleEntries.entries(state, issue.ref(), scope, call.seat()),
            Entry::id,
            Paging.DEFAULT_LIMIT);
    return ApiResponse.ok(
            said.goOn(
                new JsonObject()
                    .put("issue", IssuePresenter.show(state, issue, call.seat()))
                    .put("entries", VisibleEntries.show(state, said.items(), scope, call.seat()))
                    .put("relations", IssuePresenter.relations(state, issue, call.seat()))
                    .put("position", state.positionFor(call.seat()))))
        .with(
            "etag", "\"" + issue.seenBy(state.access().asked(call.seat()), scope).version() + "\"");
  }

  private ApiResponse edit(ApiRequest call) {
    JsonObject body = call.body();
    String stateName = body.getString("state");
    return ApiResponse.accepted(
        200,
        submit(
            call,
            new IssueCommand.EditIssue(
                call.path("id"),
                call.version(),
                body.getString("title"),
                body.getString("description"),
                body.getString("provision"),
                stateName == null ? null : IssueState.valueOf(stateName),
                body.containsKey("assignees") ? seats(body.getJsonArray("assignees")) : null,
                body.containsKey("due"),
                due(body.getString("due")),
                IssueFieldsJson.change(body))));
  }

  private ApiResponse watch(ApiRequest call, boolean on) {
    return ApiResponse.accepted(
        on ? 201 : 200, submit(call, new IssueCommand.WatchIssue(call.path("id"), on)));
  }

  private ApiResponse close(ApiRequest call) {
    return ApiResponse.accepted(
        201,
        submit(
            call,
            new IssueCommand.CloseIssue(
                call.path("id"),
                IssueState.valueOf(call.body().getString("as", "DONE")),
                call.body().getString("note"))));
  }

  private ApiResponse comment(ApiRequest call) {
    return ApiResponse.accepted(
        201,
        submit(
            call,
            new IssueCommand.CommentIssue(
                call.path("id"), entries.post(call.workspace(), call.seat(), call.body()))));
  }

  private Committed submit(ApiRequest call, IssueCommand command) {
    return call.submit(floor, command).await();
  }

  private static List<SeatId> seats(JsonArray ids) {
    return ids.stream().map(id -> new SeatId((String) id)).distinct().toList();
  }

  private static @Nullable LocalDate due(@Nullable String date) {
    return date == null ? null : IssuePatch.day(date);
  }
}
