package org.caucus.quotes;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.Refused;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.updates.drafts.Draft;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Warns whoever writes in the browser before words said to fewer reach more: nothing is posted, and
 * the answer says how many could read what they cannot read now. Sent again with {@code quoting} it
 * is posted. Who cannot read the source is never warned, so nobody can find out by trying.
 */
public final class QuotedPosts implements Routes {
  /** The type of the problem that is answered. */
  public static final String PROBLEM = "quotes-narrower";

  /** The type of the problem that is answered to a quote of what was said off record. */
  public static final String OFF_RECORD = "quotes-off-record";

  private static final String KNOWINGLY = "quoting";
  private static final List<String> TEXTS =
      List.of(
          "subject", "title", "text", "body", "description", "outcome", "note", "reason", "agenda");

  private final Floor<Workspace> floor;
  private final Quotes quotes;
  private final Routes guarded;

  /** These routes, with the question before each operation that says something. */
  public QuotedPosts(Floor<Workspace> floor, Quotes quotes, Routes guarded) {
    this.floor = floor;
    this.quotes = quotes;
    this.guarded = guarded;
  }

  @Override
  public void mount(Operations operations) {
    guarded.mount(operations.around(this::asking));
  }

  /** Where something is said. */
  @FunctionalInterface
  private interface Place {
    /** Empty if it is not there, which the operation itself says. */
    Optional<Scope> of(Workspace state, Call call);
  }

  /** Where an operation says something, by its name; empty for those that say nothing. */
  private static Optional<Place> place(String operation) {
    return switch (operation) {
      case "startThread" -> at(Ref.Kind.LIST, "l");
      case "answerThread" -> at(Ref.Kind.THREAD, "t");
      case "openIssue" -> Optional.of(QuotedPosts::opening);
      case "importIssues" -> at(Ref.Kind.TRACKER, "key");
      case "editIssue", "closeIssue", "commentIssue" -> Optional.of(QuotedPosts::issue);
      case "commentUpdate", "correctUpdate", "stageUpdate", "retractUpdate" ->
          at(Ref.Kind.UPDATE, "id");
      case "editAction", "commit", "commentAction", "answerAction", "writeMinutes", "recordReply" ->
          at(Ref.Kind.ACTION, "id");
      case "returnDraft" -> Optional.of(QuotedPosts::draft);
      case "postUpdate", "reviseDraft", "planAction" ->
          Optional.of((state, call) -> Optional.of(Scope.place(Audience.everyone())));
      default -> Optional.empty();
    };
  }

  private static Optional<Place> at(Ref.Kind kind, String parameter) {
    return Optional.of((state, call) -> state.scopeOf(Ref.to(kind, call.path(parameter))));
  }

  /** An issue whose author does not say reaches those whom issues usually reach there. */
  private static Optional<Scope> opening(Workspace state, Call call) {
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

  /** Issues are called by their labels as well. */
  private static Optional<Scope> issue(Workspace state, Call call) {
    return state.issues().find(call.path("id")).map(state.issues()::scope);
  }

  /** A draft is its company's alone, and so is what is said of it. */
  private static Optional<Scope> draft(Workspace state, Call call) {
    return state.updates().drafts().find(call.path("id")).map(Draft::scope);
  }

  private Operations.Handling asking(String operation, Operations.Handling handling) {
    return place(operation)
        .<Operations.Handling>map(
            place -> call -> warning(call, place).orElseGet(() -> handling.handle(call)))
        .orElse(handling);
  }

  private static List<String> texts(JsonObject body) {
    List<String> texts = new ArrayList<>();
    TEXTS.stream().map(body::getString).filter(Objects::nonNull).forEach(texts::add);
    if (body.getValue("reference") instanceof JsonObject reference) {
      texts.add(reference.getString("quote", ""));
    }
    for (Object line : body.getJsonArray("checklist", new JsonArray())) {
      texts.add(((JsonObject) line).getString("text", ""));
    }
    return texts;
  }

  private Optional<Answer> warning(Call call, Place place) {
    JsonObject body = call.body();
    List<String> texts = texts(body);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    boolean knowingly = body.getBoolean(KNOWINGLY, false);
    Workspace state = floor.read(call.workspace()).await();
    return answered(state, body)
        .or(() -> place.of(state, call))
        .flatMap(at -> readers(state, call, at))
        .flatMap(readers -> quotes.find(state, call.seat(), readers, texts))
        .filter(found -> found.offRecord() || !knowingly)
        .map(found -> found.offRecord() ? offRecord(call) : warning(call, state, found));
  }

  private static Optional<Scope> answered(Workspace state, JsonObject body) {
    return Optional.ofNullable(body.getString("answers"))
        .flatMap(entry -> state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry)));
  }

  /** Empty for what this seat may not do there anyhow: the operation itself says so. */
  private static Optional<Scope> readers(Workspace state, Call call, Scope place) {
    if (!state.access().canRead(call.seat(), place)) {
      return Optional.empty();
    }
    try {
      Audience chosen = state.access().choose(call.seat(), place, wished(call.body()));
      return Optional.of(new Scope(chosen, null, place));
    } catch (Refused no) {
      return Optional.empty();
    }
  }

  /** Whom it is to reach in the end: under an embargo those to whom it opens. */
  private static @Nullable Audience wished(JsonObject body) {
    JsonObject embargo = body.getJsonObject("embargo", new JsonObject());
    String wish = embargo.getString("to", body.getString("audience"));
    return wish == null ? null : Audience.parse(wish);
  }

  private static Answer warning(Call call, Workspace state, Quotes.Narrower found) {
    int people = found.outside().size();
    String who =
        people == 0
            ? "You quote something that was written for fewer people than would read this."
            : "You quote something that "
                + (people == 1 ? "one of these people" : people + " of these people")
                + " cannot read.";
    JsonArray organisations = new JsonArray();
    parties(state, found.outside()).forEach(organisations::add);
    String way =
        " Nothing was posted. Take the quote out, choose fewer readers, or send it knowingly.";
    JsonObject problem =
        problem(call, PROBLEM, "Quoted for more readers", who + way)
            .put("people", people)
            .put("organisations", organisations);
    return Answer.json(409, problem).with("content-type", "application/problem+json");
  }

  /** Not even knowingly: the company said it on that condition. */
  private static Answer offRecord(Call call) {
    JsonObject problem =
        problem(
            call,
            OFF_RECORD,
            "Said off record",
            "You quote what a company said off record, for people who cannot read it. Nothing"
                + " was posted. Take the quote out, choose fewer readers, or ask the company.");
    return Answer.json(409, problem).with("content-type", "application/problem+json");
  }

  /** In the language of whoever asks. */
  private static JsonObject problem(Call call, String type, String title, String detail) {
    return new JsonObject()
        .put("type", type)
        .put("title", call.told(title))
        .put("status", 409)
        .put("detail", call.told(detail));
  }

  private static Stream<String> parties(Workspace state, List<Seat> seats) {
    return seats.stream().map(s -> state.members().organisationOf(s).name()).distinct().sorted();
  }
}
