package org.caucus.messaging.inbound.leakguard;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Warns anyone who writes in the browser before words said to fewer reach more: nothing is posted,
 * and the answer says how many could read what they cannot read now. Sent again with {@code
 * quoting} it is posted. Who cannot read the source is never warned, so nobody can find out by
 * trying.
 */
public final class QuoteWarning implements Routes {
  /** The type of the problem that is answered. */
  public static final String PROBLEM = "quotes-narrower";

  /** The type of the problem that is answered to a quote of what was said off record. */
  public static final String OFF_RECORD = "quotes-off-record";

  private static final String KNOWINGLY = "quoting";
  private final CommandBus<Workspace> floor;
  private final QuoteDetector quotes;
  private final NewEntries.Uploaded uploads;
  private final Routes guarded;

  /** These routes, with the question before each operation that says something. */
  public QuoteWarning(
      CommandBus<Workspace> floor,
      QuoteDetector quotes,
      NewEntries.Uploaded uploads,
      Routes guarded) {
    this.floor = floor;
    this.quotes = quotes;
    this.uploads = uploads;
    this.guarded = guarded;
  }

  @Override
  public void mount(Operations operations) {
    guarded.mount(operations.around(this::asking));
  }

  private Operations.Handling asking(String operation, Operations.Handling handling) {
    return PostOperation.of(operation)
        .<Operations.Handling>map(
            place -> call -> warning(call, place).orElseGet(() -> handling.handle(call)))
        .orElse(handling);
  }

  /** Whatever somebody wrote, in whichever field; names of things have no spaces. */
  private static Stream<String> texts(@Nullable Object value) {
    return switch (value) {
      case String text when text.strip().indexOf(' ') > 0 -> Stream.of(text);
      case JsonObject fields -> fields.stream().flatMap(field -> texts(field.getValue()));
      case JsonArray items -> items.stream().flatMap(QuoteWarning::texts);
      case null, default -> Stream.empty();
    };
  }

  private List<String> said(ApiRequest call) {
    Stream<String> named =
        call.body().getJsonArray("attachments", new JsonArray()).stream().map(String.class::cast);
    List<String> ids = named.toList();
    Stream<String> enclosed =
        ids.isEmpty()
            ? Stream.empty()
            : quotes
                .textsOf(call.workspace(), uploads.files(call.workspace(), call.seat(), ids))
                .stream();
    return Stream.concat(texts(call.body()), enclosed).toList();
  }

  private Optional<ApiResponse> warning(ApiRequest call, PostOperation place) {
    JsonObject body = call.body();
    List<String> texts = said(call);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    boolean knowingly = body.getBoolean(KNOWINGLY, false);
    Workspace state = floor.read(call.workspace()).await();
    return answered(state, body)
        .or(() -> place.in(state, call))
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
  private static Optional<Scope> readers(Workspace state, ApiRequest call, Scope place) {
    if (place.equals(PostOperation.STRANGER)) {
      return Optional.of(place);
    }
    if (!state.access().canRead(call.seat(), place)) {
      return Optional.empty();
    }
    try {
      Audience chosen = state.access().choose(call.seat(), place, wished(call.body()));
      return Optional.of(new Scope(chosen, null, place));
    } catch (Refusal no) {
      return Optional.empty();
    }
  }

  /** Whom it is to reach in the end: under an embargo those to whom it opens. */
  private static @Nullable Audience wished(JsonObject body) {
    JsonObject embargo = body.getJsonObject("embargo", new JsonObject());
    String wish = embargo.getString("to", body.getString("audience"));
    return wish == null ? null : Audience.parse(wish);
  }

  private static ApiResponse warning(
      ApiRequest call, Workspace state, QuoteDetector.Narrower found) {
    int people = found.outside().size();
    Message why =
        people == 0
            ? Message.of("you-quote-something-that-was-written")
            : Message.of("quoting", "count", people);
    JsonArray organisations = new JsonArray();
    parties(state, found.outside()).forEach(organisations::add);
    JsonObject problem =
        problem(call, PROBLEM, Message.of("quoted-for-more-readers"), why)
            .put("people", people)
            .put("organisations", organisations);
    return ApiResponse.json(409, problem).with("content-type", "application/problem+json");
  }

  /** Not even knowingly: the company said it on that condition. */
  private static ApiResponse offRecord(ApiRequest call) {
    JsonObject problem =
        problem(
            call,
            OFF_RECORD,
            Message.of("said-off-record"),
            Message.of("you-quote-what-a-company-said"));
    return ApiResponse.json(409, problem).with("content-type", "application/problem+json");
  }

  /** In the language of the person who asks. */
  private static JsonObject problem(ApiRequest call, String type, Message title, Message detail) {
    return MessageJson.put(new JsonObject(), detail)
        .put("type", type)
        .put("title", call.told(title))
        .put("status", 409)
        .put("detail", call.told(detail));
  }

  private static Stream<String> parties(Workspace state, List<Seat> seats) {
    return seats.stream().map(s -> state.members().organisationOf(s).name()).distinct().sorted();
  }
}
