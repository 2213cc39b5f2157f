package org.caucus.coalition.trackers;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.views.SavedView;
import org.caucus.coalition.trackers.views.ViewJson;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** {@code /trackers}: opens a tracker, arranges it, saves views of it. */
public final class TrackerRoutes implements Routes {
  private static final String USUAL = "usual";

  private final CommandBus<? extends Issues.Held> floor;
  private final AddressRegistry addresses;

  /** Routes on this floor; a new tracker claims its address. */
  public TrackerRoutes(CommandBus<? extends Issues.Held> floor, AddressRegistry addresses) {
    this.floor = floor;
    this.addresses = addresses;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("createTracker", this::open);
    operations.on("setTrackerSettings", this::arrange);
    operations.submit(201, "updateTracker", floor, IssueCommand.DescribeTracker.class);
    operations.on("createSavedView", this::saveView);
    operations.on("updateSavedView", this::changeView);
    operations.submit(200, "deleteSavedView", floor, IssueCommand.RemoveView.class);
  }

  private ApiResponse arrange(ApiRequest call) {
    JsonObject body = call.body();
    return submit(
        call,
        201,
        new IssueCommand.ArrangeTracker(
            call.path("key"),
            IssueFieldsJson.arrangement(body),
            body.containsKey(USUAL),
            usual(body)));
  }

  private static @Nullable Audience usual(JsonObject body) {
    String usual = body.getString(USUAL);
    return usual == null ? null : Audience.parse(usual);
  }

  /** Answers with the id of the view: by its name, since what a log tells of is its tracker. */
  private ApiResponse saveView(ApiRequest call) {
    JsonObject body = call.body();
    String audience = body.getString("audience");
    IssueCommand command =
        new IssueCommand.SaveView(
            call.path("key"),
            body.getString("name"),
            ViewJson.showing(body.getJsonObject("showing")),
            audience == null ? null : Audience.parse(audience));
    Committed done = call.submit(floor, command).await();
    Issues.Held state = floor.read(call.workspace()).await();
    Tracker tracker = state.issues().tracker(call.path("key")).orElseThrow(Refusal::absent);
    String id =
        state
            .issues()
            .views()
            .of(tracker.key(), tracker.scope(), state.access().asked(call.seat()))
            .stream()
            .filter(v -> v.by().equals(call.seat()))
            .filter(v -> v.name().equals(body.getString("name").strip()))
            .filter(v -> audience == null ? v.own() : v.audience().wire().equals(audience))
            .map(SavedView::id)
            .findFirst()
            .orElse(done.thing());
    return ApiResponse.json(201, new JsonObject().put("id", id).put("position", done.position()));
  }

  private ApiResponse changeView(ApiRequest call) {
    JsonObject body = call.body();
    JsonObject showing = body.getJsonObject("showing");
    String audience = body.getString("audience");
    String keeper = body.getString("by");
    return submit(
        call,
        200,
        new IssueCommand.ChangeView(
            call.path("key"),
            call.path("id"),
            body.getString("name"),
            showing == null ? null : ViewJson.showing(showing),
            audience == null ? null : Audience.parse(audience),
            keeper == null ? null : new SeatId(keeper)));
  }

  private ApiResponse submit(ApiRequest call, int status, IssueCommand command) {
    return ApiResponse.accepted(status, call.submit(floor, command).await());
  }

  /** Asked again under the same key it is the same. */
  private static String random(ApiRequest call) {
    String mark = call.mark();
    return mark == null
        ? RandomIds.random()
        : RandomIds.from(call.workspace().value() + call.seat().value() + mark);
  }

  private ApiResponse open(ApiRequest call) {
    floor.read(call.workspace()).await().access().mustConvene(call.seat());
    Audience audience = Audience.parse(call.body().getString("audience"));
    String key = IssueLabels.key(call.body().getString("key"), audience, random(call));
    String localPart = key.toLowerCase(Locale.ROOT);
    IssueCommand command =
        new IssueCommand.OpenTracker(
            key, call.body().getString("name"), localPart, audience, usual(call.body()));
    call.ask(floor, command).await(); // what is refused takes no address
    addresses.claim(localPart, call.workspace(), Ref.to(Ref.Kind.TRACKER, key)).await();
    return submit(call, 201, command);
  }
}
