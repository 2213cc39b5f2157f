package org.caucus.coalition.reviews;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.access.ViewAs;
import org.caucus.coalition.instruments.Edition;
import org.caucus.coalition.instruments.Instrument;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** {@code /reviews}: who is asked, positions, the matrix, the end, the report. */
public final class ReviewRoutes implements Routes {
  private final CommandBus<? extends Reviews.Held> floor;

  /** Routes on this floor. */
  public ReviewRoutes(CommandBus<? extends Reviews.Held> floor) {
    this.floor = floor;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listReviews", this::list);
    operations.on("openReview", this::open);
    operations.on("getReview", this::read);
    operations.on("listPositions", this::positions);
    operations.on(
        "addPositions", call -> act(call, 201, ReviewRequest.give(call.path("id"), call.body())));
    operations.on(
        "declineReview",
        call ->
            act(
                call,
                200,
                new ReviewCommand.DeclineReview(
                    call.path("id"), call.body().getString("reason", ""))));
    operations.on("extendReview", this::extend);
    operations.on(
        "remindAsked", call -> act(call, 200, new ReviewCommand.RemindAsked(call.path("id"))));
    operations.on(
        "closeReview", call -> act(call, 200, new ReviewCommand.CloseReview(call.path("id"))));
    operations.on(
        "addReviewReport",
        call ->
            act(
                call,
                200,
                new ReviewCommand.ReportReview(
                    call.path("id"), call.body().getString("text", ""))));
    operations.on(
        "moveSession",
        call ->
            act(
                call,
                200,
                new ReviewCommand.MoveSession(
                    call.path("id"), call.body().getString("provision"))));
    operations.on("getMatrix", this::matrix);
    operations.on("exportMatrix", this::export);
    operations.on("getUptake", this::uptake);
  }

  private ApiResponse act(ApiRequest call, int status, Command command) {
    return ApiResponse.accepted(status, call.submit(floor, command).await());
  }

  private Reviews.Held state(ApiRequest call) {
    return floor.read(call.workspace()).await();
  }

  private ApiResponse open(ApiRequest call) {
    Command command = ReviewRequest.open(call.path("slug"), call.body());
    String id = call.submit(floor, command).await().thing();
    return ApiResponse.json(201, whole(call, state(call), id));
  }

  private static JsonObject whole(ApiRequest call, Reviews.Held state, String id) {
    Review review = state.mustReadReview(id, call.seat());
    return ReviewPresenter.whole(state, review, call.seat(), call.at())
        .put("position", state.positionFor(call.seat()));
  }

  private ApiResponse list(ApiRequest call) {
    Reviews.Held state = state(call);
    Optional<String> instrument = call.query("instrument");
    List<Review> all =
        ReviewPresenter.all(state, call.seat()).stream()
            .filter(r -> instrument.isEmpty() || instrument.get().equals(r.terms().instrument()))
            .toList();
    Paging.Slice<Review> slice = Paging.slice(call, all, Review::id, Paging.DEFAULT_LIMIT);
    JsonArray items = new JsonArray();
    slice.items().forEach(r -> items.add(ReviewPresenter.whole(state, r, call.seat(), call.at())));
    return ApiResponse.ok(
        slice.goOn(
            new JsonObject().put("items", items).put("position", state.positionFor(call.seat()))));
  }

  private ApiResponse read(ApiRequest call) {
    return ApiResponse.ok(whole(call, state(call), call.path("id")));
  }

  private ApiResponse positions(ApiRequest call) {
    Reviews.Held state = state(call);
    Review review = state.mustReadReview(call.path("id"), call.seat());
    return ApiResponse.ok(
        new JsonObject()
            .put("positions", ReviewPresenter.positions(state, review, call.seat()))
            .put("position", state.positionFor(call.seat())));
  }

  private ApiResponse uptake(ApiRequest call) {
    Reviews.Held state = state(call);
    Review review = state.mustReadReview(call.path("id"), call.seat());
    Instrument text =
        state.instruments().find(review.terms().instrument()).orElseThrow(Refusal::absent);
    Edition later =
        call.query("edition")
            .map(n -> text.edition(Integer.parseInt(n)).orElseThrow(Refusal::absent))
            .orElseGet(text::shown);
    if (later.number() <= review.terms().edition()) {
      throw Refusal.conflict(Message.of("there-is-no-later-edition"));
    }
    return ApiResponse.ok(
        new JsonObject()
            .put("edition", later.number())
            .put("requests", Uptake.of(state, review, later, call.seat()).shown())
            .put("position", state.positionFor(call.seat())));
  }

  private ApiResponse extend(ApiRequest call) {
    return act(
        call,
        200,
        new ReviewCommand.ExtendReview(
            call.path("id"), ReviewRequest.instant("closes", call.body().getString("closes"))));
  }

  private static Matrix matrix(ApiRequest call, Reviews.Held state) {
    Review review = state.mustReadReview(call.path("id"), call.seat());
    Side side = call.query("side").map(Side::valueOf).orElse(null);
    boolean byOpposition = call.query("sort").filter("opposed"::equals).isPresent();
    return Matrix.of(state, review, call.seat(), side, byOpposition);
  }

  private ApiResponse matrix(ApiRequest call) {
    Reviews.Held state = state(call);
    return ApiResponse.ok(
        matrix(call, state).json().put("position", state.positionFor(call.seat())));
  }

  /** That a copy is taken is in the log before the first byte of it leaves. */
  private ApiResponse export(ApiRequest call) {
    if (ViewAs.of(call.seat()).isPresent()) {
      throw Refusal.forbidden(Message.of("a-copy-is-of-what-one"));
    }
    Reviews.Held state = state(call);
    String csv = matrix(call, state).csv(state);
    var noted = new MemberCommand.NoteExport(MemberEvent.Export.REVIEW);
    floor.submit(call.workspace(), call.seat(), noted, null).await();
    return ApiResponse.file("text/csv; charset=utf-8", "matrix.csv", Buffer.buffer(csv));
  }
}
