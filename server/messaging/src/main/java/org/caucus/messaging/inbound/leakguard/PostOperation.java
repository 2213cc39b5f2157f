package org.caucus.messaging.inbound.leakguard;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.reviews.PositionDecider;
import org.caucus.coalition.updates.drafts.Draft;
import org.caucus.http.ApiRequest;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** Where an operation of the browser says something. */
@FunctionalInterface
interface PostOperation {
  /** Of what is told to a stranger. */
  Scope STRANGER = Scope.place(Audience.named(List.of()));

  /** Empty if it is not there, which the operation itself says. */
  Optional<Scope> in(Workspace state, ApiRequest call);

  /** Where an operation says something, by its name; empty for those that say nothing. */
  static Optional<PostOperation> of(String operation) {
    return switch (operation) {
      case "updateEntry", "deleteEntry" -> at(Ref.Kind.ENTRY, "id");
      case "createThread" -> at(Ref.Kind.LIST, "l");
      case "replyToThread", "updateThread", "splitThread" -> at(Ref.Kind.THREAD, "t");
      case "createIssue" -> Optional.of(PostOperation::opening);
      case "importIssues", "createSavedView", "updateSavedView", "updateTracker" ->
          at(Ref.Kind.TRACKER, "key");
      case "setListStyle", "updateMailingList" -> at(Ref.Kind.LIST, "l");
      case "updateIssue", "closeIssue", "commentOnIssue" -> Optional.of(PostOperation::issue);
      case "commentOnUpdate", "correctUpdate", "setUpdateStage", "retractUpdate" ->
          at(Ref.Kind.UPDATE, "id");
      case "updateAction",
          "setCommitment",
          "commentOnAction",
          "setRsvp",
          "writeMinutes",
          "recordAgencyReply" ->
          at(Ref.Kind.ACTION, "id");
      case "refuseHold" -> Optional.of(PostOperation::refused);
      case "returnDraft" -> Optional.of(PostOperation::draft);
      case "createUpdate", "reviseDraft", "createAction" -> Optional.of(PostOperation::fresh);
      case "openPoll" -> Optional.of(PostOperation::poll);
      case "castBallot", "resolveObjection", "decidePoll", "reviewPoll", "commentOnPoll" ->
          at(Ref.Kind.POLL, "id");
      case "adoptEdition" -> Optional.of(PostOperation::fresh);
      case "openReview" -> Optional.of(PostOperation::review);
      case "addPositions", "declineReview" -> Optional.of(PostOperation::position);
      case "addReviewReport" -> at(Ref.Kind.REVIEW, "id");
      case "updateInstrument", "withdrawEdition" -> at(Ref.Kind.INSTRUMENT, "slug");
      case "createMailingList",
          "createTracker",
          "updateWorkspace",
          "updateOrganisation",
          "updateProfile" ->
          Optional.of((state, call) -> Optional.of(Scope.place(Audience.everyone())));
      default -> Optional.empty();
    };
  }

  private static Optional<PostOperation> at(Ref.Kind kind, String parameter) {
    return Optional.of((state, call) -> state.scopeOf(Ref.to(kind, call.path(parameter))));
  }

  /** An issue whose author does not say reaches those whom issues usually reach there. */
  private static Optional<Scope> opening(Workspace state, ApiRequest call) {
    boolean said = call.body().getString("audience") != null;
    return state
        .issues()
        .tracker(call.path("key"))
        .map(
            tracker ->
                said
                    ? tracker.scope()
                    : new Scope(
                        tracker.opensFor(state.access(), call.seat()), null, tracker.scope()));
  }

  /** An update or an action whose author does not say reaches those whom theirs usually do. */
  private static Optional<Scope> fresh(Workspace state, ApiRequest call) {
    return fresh(state, call, Scope.place(Audience.everyone()));
  }

  /** A poll is within what it hangs on. */
  private static Optional<Scope> poll(Workspace state, ApiRequest call) {
    JsonObject on = call.body().getJsonObject("on");
    return on == null
        ? fresh(state, call)
        : state.item(named(on), call.seat()).flatMap(item -> fresh(state, call, item.scope()));
  }

  /** A review is within its text. */
  private static Optional<Scope> review(Workspace state, ApiRequest call) {
    return state
        .scopeOf(Ref.to(Ref.Kind.INSTRUMENT, call.path("slug")))
        .flatMap(place -> fresh(state, call, place));
  }

  /** A position whose author does not say reaches those whom theirs usually do. */
  private static Optional<Scope> position(Workspace state, ApiRequest call) {
    boolean said = call.body().getString("audience") != null;
    return state
        .reviews()
        .find(call.path("id"))
        .map(
            review ->
                said
                    ? review.scope(state)
                    : PositionDecider.usual(
                        state, review, call.seat(), call.body().getBoolean("draft", false)));
  }

  private static Ref named(JsonObject thing) {
    String kind = thing.getString("kind").toUpperCase(Locale.ROOT);
    return Ref.to(Ref.Kind.valueOf(kind), thing.getString("id"));
  }

  private static Optional<Scope> fresh(Workspace state, ApiRequest call, Scope place) {
    boolean said = call.body().getString("audience") != null || call.body().containsKey("embargo");
    return Optional.of(
        said ? place : new Scope(state.access().usual(call.seat(), place), null, place));
  }

  /** Issues are called by their labels as well. */
  private static Optional<Scope> issue(Workspace state, ApiRequest call) {
    return state.issues().find(call.path("id")).map(state.issues()::scope);
  }

  /** A draft is its company's alone, and so is what is said of it. */
  private static Optional<Scope> draft(Workspace state, ApiRequest call) {
    return state.updates().drafts().find(call.path("id")).map(Draft::scope);
  }

  /** Why a letter is turned away is told to its sender, who may have no seat: nobody here. */
  private static Optional<Scope> refused(Workspace state, ApiRequest call) {
    return state
        .letters()
        .find(call.path("id"))
        .map(hold -> hold.seat() == null ? STRANGER : told(call, hold.seat()));
  }

  private static Scope told(ApiRequest call, SeatId sender) {
    return Scope.place(Audience.named(List.of(call.seat(), sender)));
  }
}
