package org.caucus.coalition.updates;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * {@code /updates}: the feed with the board of companies, one update, a new one, a draft said
 * otherwise, a comment.
 */
public final class UpdateRoutes implements Routes {
  private final CommandBus<? extends Updates.Held> floor;
  private final NewEntries entries;

  /** Routes on this floor. */
  public UpdateRoutes(CommandBus<? extends Updates.Held> floor, NewEntries entries) {
    this.floor = floor;
    this.entries = entries;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listUpdates", this::list);
    operations.on("createUpdate", this::post);
    operations.on("reviseDraft", this::revise);
    operations.on("getUpdate", this::read);
    operations.on("commentOnUpdate", this::comment);
  }

  private ApiResponse list(ApiRequest call) {
    Updates.Held state = floor.read(call.workspace()).await();
    String company = call.query("company").orElse(null);
    List<JsonObject> feed =
        UpdatePresenter.feed(state, call.seat()).stream()
            .filter(u -> company == null || u.company().equals(company))
            .map(u -> UpdatePresenter.show(state, u, call.seat()))
            .toList();
    return ApiResponse.ok(
        Paging.page(call, feed, u -> u.getString("id"))
            .put("companies", UpdatePresenter.board(state, call.seat(), call.at()))
            .put("position", state.positionFor(call.seat())));
  }

  private ApiResponse post(ApiRequest call) {
    Instant hour = hour(call.body());
    UpdateCommand command =
        hour == null && !call.body().getBoolean("draft", false)
            ? said(call)
            : new UpdateCommand.DraftUpdate(said(call), hour);
    Committed done = call.submit(floor, command).await();
    JsonObject made = new JsonObject().put("id", done.thing()).put("position", done.position());
    // a company that wants a second liaison has one where nobody asked for any
    boolean draft =
        floor.read(call.workspace()).await().updates().drafts().find(done.thing()).isPresent();
    return ApiResponse.json(201, draft ? made.put("draft", true) : made);
  }

  private ApiResponse revise(ApiRequest call) {
    UpdateCommand command =
        new UpdateCommand.ReviseDraft(
            call.path("id"), call.version(), said(call), hour(call.body()), staying(call.body()));
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }

  /** Which files of the draft stay; null for all of them. */
  private static @Nullable List<String> staying(JsonObject body) {
    JsonArray files = body.getJsonArray("files");
    return files == null ? null : files.stream().map(String.class::cast).toList();
  }

  private UpdateCommand.PostUpdate said(ApiRequest call) {
    JsonObject body = call.body();
    String audience = body.getString("audience");
    return new UpdateCommand.PostUpdate(
        body.getString("company"),
        Update.Kind.valueOf(body.getString("kind", "STATUS")),
        Update.Stage.valueOf(body.getString("stage", "NOTED")),
        body.getString("title"),
        body.getString("body"),
        Update.Attribution.valueOf(body.getString("attribution", "ON_RECORD")),
        audience == null ? null : Audience.parse(audience),
        null,
        entries.files(call.workspace(), call.seat(), body),
        particulars(body));
  }

  private ApiResponse read(ApiRequest call) {
    Updates.Held state = floor.read(call.workspace()).await();
    Update update = state.updates().find(call.path("id")).orElseThrow(Refusal::absent);
    state.access().mustRead(call.seat(), update.scope());
    Paging.Slice<Entry> said =
        Paging.last(
            call,
            VisibleEntries.entries(state, update.ref(), update.scope(), call.seat()),
            Entry::id,
            Paging.DEFAULT_LIMIT);
    return ApiResponse.ok(
        said.goOn(
            new JsonObject()
                .put("update", UpdatePresenter.show(state, update, call.seat()))
                .put("links", UpdateLifecyclePresenter.links(state, update, call.seat()))
                .put("earlier", UpdateLifecyclePresenter.earlierLinks(state, update, call.seat()))
                .put(
                    "entries",
                    VisibleEntries.show(state, said.items(), update.scope(), call.seat()))
                .put("position", state.positionFor(call.seat()))));
  }

  private static UpdateReferences particulars(JsonObject body) {
    String due = body.getString("due");
    return new UpdateReferences(
        body.getString("provision"), links(body), due == null ? null : UpdateReferences.day(due));
  }

  /** By the names they are given by. */
  static List<Ref> links(JsonObject body) {
    return body.getJsonArray("links", new JsonArray()).stream()
        .map(link -> ref((JsonObject) link))
        .toList();
  }

  private static Ref ref(JsonObject link) {
    String kind = link.getString("kind").toUpperCase(Locale.ROOT);
    return Ref.to(Ref.Kind.valueOf(kind), link.getString("id"));
  }

  private static @Nullable Instant hour(JsonObject body) {
    String hour = body.getString("publishAt");
    try {
      return hour == null ? null : OffsetDateTime.parse(hour).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.invalid("publishAt", Message.of("there-is-no-such-hour-write"));
    }
  }

  private ApiResponse comment(ApiRequest call) {
    UpdateCommand command =
        new UpdateCommand.CommentUpdate(
            call.path("id"),
            entries.post(call.workspace(), call.seat(), call.body()),
            call.body().getBoolean("question", false));
    return ApiResponse.accepted(201, call.submit(floor, command).await());
  }
}
