package org.caucus.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatedRequest;
import io.vertx.openapi.validation.impl.RequestParameterImpl;
import io.vertx.openapi.validation.impl.ValidatableRequestImpl;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.http.compression.CompressionCache;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The operations of {@code openapi.yaml}: each request is validated against it before its handling
 * sees it; an operation without a handling answers 501, which a test does not allow.
 */
final class Contract implements Operations {
  /** The parameter of any request that reads: as which company's liaisons see it. */
  private static final String AS = "as";

  /** What any request may have in its query. */
  private static final Set<String> OF_ALL = Set.of(AS, SessionMatch.PARAMETER);

  /** Marks what a personal token may ask outside any workspace. */
  private static final String FOR_TOKENS = "x-tokens";

  /** No parameter here is longer. */
  private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})");

  private static final Pattern PATH = Pattern.compile("\\{(\\w+)}");

  /** The parameter of the path that names the workspace. */
  private static final String WORKSPACE = "w";

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.][0-9.eE+-]*");

  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final RouterBuilder builder;
  private final Callers callers;
  private final WorkspaceAccess doors;
  private final InstantSource clock;
  private final RequestAuthenticator callerOf;
  private final HttpServer.Gate gate;
  private final RefusalLog refusals;

  private Contract(RouterBuilder builder, HttpServer.Parts parts, RequestAuthenticator callerOf) {
    this.builder = builder;
    this.callers = parts.callers();
    this.doors = parts.doors();
    this.clock = parts.clock();
    this.gate = parts.gate();
    this.refusals = new RefusalLog(parts.gate());
    this.callerOf = callerOf;
  }

  /** The router that answers the contract by the routes among these parts. */
  static Router router(Vertx vertx, HttpServer.Parts parts, RequestAuthenticator callerOf) {
    RequestExtractor plain = RequestExtractor.withBodyHandler();
    RouterBuilder builder =
        RouterBuilder.create(
            vertx,
            parts.contract(),
            (ctx, operation) ->
                whole(ctx, operation)
                    .compose(whole -> known(ctx, operation))
                    .compose(known -> plain.extractValidatableRequest(ctx, operation))
                    .map(Contract::asItIs));
    Contract operations = new Contract(builder, parts, callerOf);
    parts.routes().forEach(r -> r.mount(operations));
    return builder.createRouter();
  }

  /**
   * A whole number is written in digits. The validator takes {@code 1e0} and {@code 1.0} for one,
   * and who reads it afterwards does not: in the path it leads nowhere, in the query it is refused.
   */
  private static Future<Void> whole(RoutingContext ctx, Operation operation) {
    for (Parameter parameter : operation.getParameters()) {
      if (!"integer".equals(parameter.getSchema().get("type"))) {
        continue;
      }
      String name = parameter.getName();
      boolean inPath = parameter.getIn() == Location.PATH;
      List<String> given =
          inPath ? List.of(Objects.requireNonNull(ctx.pathParam(name))) : ctx.queryParam(name);
      if (given.stream().anyMatch(Contract::isOddlyWritten)) {
        return Future.failedFuture(
            inPath
                ? Refusal.absent()
                : Refusal.invalid(name, Message.of("this-is-a-whole-number")));
      }
    }
    return Future.succeededFuture();
  }

  private static boolean isOddlyWritten(String text) {
    return NUMBER.matcher(text).matches() && !WHOLE.matcher(text).matches();
  }

  /**
   * A misspelt filter must not answer more than was asked for: what the contract does not name in
   * the query is refused by its name, whether or not what is asked for is there.
   */
  private static Future<Void> known(RoutingContext ctx, Operation operation) {
    Set<String> known =
        operation.getParameters().stream()
            .filter(parameter -> parameter.getIn() == Location.QUERY)
            .map(Parameter::getName)
            .collect(Collectors.toSet());
    return ctx.queryParams().names().stream()
        .filter(name -> !known.contains(name) && !OF_ALL.contains(name))
        .findFirst()
        .map(name -> Future.<Void>failedFuture(SchemaFault.unknown(name, known)))
        .orElseGet(Future::succeededFuture);
  }

  /**
   * The validator reads a word of the query as JSON, and a quote or a backslash in it ends it there
   * or is no JSON at all. Written as JSON it comes out as it was sent.
   */
  private static ValidatableRequest asItIs(ValidatableRequest request) {
    Map<String, RequestParameter> query = new HashMap<>(request.getQuery());
    query.replaceAll((name, value) -> isAwkward(value) ? written(value) : value);
    return new ValidatableRequestImpl(
        request.getCookies(),
        request.getHeaders(),
        request.getPathParameters(),
        query,
        request.getBody(),
        request.getContentType());
  }

  private static boolean isAwkward(RequestParameter value) {
    String text = value.isString() ? value.getString() : null;
    return text != null && text.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ');
  }

  private static RequestParameter written(RequestParameter value) {
    return new RequestParameterImpl(Json.encode(value.getString()));
  }

  @Override
  public void on(String operationId, Handling handling) {
    Handling paced = isHeavy(operationId) ? heavy(handling) : handling;
    boolean stepUp = needsStepUp(operationId);
    guarded(operationId, ctx -> answer(ctx, paced, inWorkspace(ctx, stepUp)));
  }

  @Override
  public <T> CommandReader<T> reader(String operationId, Class<T> type) {
    Operation operation = route(operationId).getOperation();
    List<String> path =
        PATH.matcher(operation.getOpenAPIPath())
            .results()
            .map(parameter -> parameter.group(1))
            .filter(name -> !name.equals(WORKSPACE))
            .toList();
    return CommandReader.of(type, path, body(operation));
  }

  private static JsonObject body(Operation operation) {
    RequestBody body = operation.getRequestBody();
    return body == null || !body.getContent().containsKey("application/json")
        ? new JsonObject()
        : new JsonObject(body.getContent().get("application/json").getOpenAPIModel().getMap())
            .getJsonObject("schema");
  }

  @Override
  public void forPerson(String operationId, Handling handling) {
    boolean stepUp = needsStepUp(operationId);
    boolean tokens = operation(operationId).getBoolean(FOR_TOKENS, false);
    guarded(operationId, ctx -> answer(ctx, handling, forPerson(ctx, stepUp, tokens)));
  }

  @Override
  public void forAnyone(String operationId, Handling handling) {
    handle(operationId, ctx -> answer(ctx, handling, call(ctx, () -> signedIn(ctx), null)));
  }

  /** For those who may; who may not is noted. */
  private void guarded(String operationId, Handler<RoutingContext> handler) {
    handle(
        operationId,
        ctx -> {
          RefusalLog.of(ctx, operationId);
          handler.handle(ctx);
        });
  }

  private void handle(String operationId, Handler<RoutingContext> handler) {
    route(operationId)
        .addHandler(
            ctx -> {
              try {
                handler.handle(ctx);
              } catch (Exception e) {
                refusals.note(ctx, e);
                Problems.answer(ctx, e);
              }
            });
  }

  private boolean needsStepUp(String operationId) {
    return operation(operationId).getBoolean(StepUp.MARK, false);
  }

  private JsonObject operation(String operationId) {
    return route(operationId).getOperation().getOpenAPIModel();
  }

  private OpenAPIRoute route(String operationId) {
    OpenAPIRoute route = builder.getRoute(operationId);
    if (route == null) {
      throw new IllegalStateException("openapi.yaml has no operation " + operationId);
    }
    return route;
  }

  private boolean isHeavy(String operationId) {
    return operation(operationId).getBoolean("x-heavy", false);
  }

  private Handling heavy(Handling handling) {
    return call -> gate.heavy().take(call.caller().person(), () -> handling.handle(call));
  }

  private ApiRequest inWorkspace(RoutingContext ctx, boolean stepUp) {
    Caller caller = caller(ctx, stepUp);
    String slug = Objects.requireNonNull(ctx.pathParam(WORKSPACE));
    if (!caller.reach().holds(slug)) {
      throw Refusal.absent();
    }
    WorkspaceAccess.Place place =
        doors.open(slug, caller.person()).await().orElseThrow(Refusal::absent);
    return call(ctx, () -> Optional.of(caller), seen(ctx, place));
  }

  /** As a company sees it, if that is asked for; then nothing is changed. */
  private WorkspaceAccess.Place seen(RoutingContext ctx, WorkspaceAccess.Place place) {
    String company = ctx.request().getParam(AS);
    if (company == null) {
      return place;
    }
    if (!ctx.request().method().equals(HttpMethod.GET)) {
      throw Refusal.forbidden(Message.of("you-are-looking-as-another-sees"));
    }
    return doors.lookAs(place, company, clock.instant()).await();
  }

  private ApiRequest forPerson(RoutingContext ctx, boolean stepUp, boolean tokens) {
    Caller caller = caller(ctx, stepUp);
    if (caller.session() == null && !tokens) {
      throw new StepUp.Needed(List.of());
    }
    return call(ctx, () -> Optional.of(caller), null);
  }

  /**
   * Asked before anything about the workspace is, so that the answer is the same whether there is
   * one.
   */
  private Caller caller(RoutingContext ctx, boolean stepUp) {
    Caller caller = signedIn(ctx).orElseThrow(Unauthenticated::new);
    if (!caller.reach().acts() && changes(ctx)) {
      throw Refusal.forbidden(Message.of("this-token-only-reads-nothing-was"));
    }
    if (stepUp) {
      mustBeProved(caller);
    }
    return caller;
  }

  private void mustBeProved(Caller caller) {
    if (!StepUp.done(caller, clock.instant())) {
      throw new StepUp.Needed(
          caller.session() == null ? List.of() : callers.ways(caller.person()).await());
    }
  }

  private static boolean changes(RoutingContext ctx) {
    return !SAFE.contains(ctx.request().method());
  }

  private Optional<Caller> signedIn(RoutingContext ctx) {
    return callerOf.request(ctx);
  }

  private ApiRequest call(
      RoutingContext ctx,
      Supplier<Optional<Caller>> caller,
      WorkspaceAccess.@Nullable Place place) {
    ValidatedRequest request =
        Objects.requireNonNull(ctx.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST));
    return new ApiRequest(
        ctx,
        request,
        clock.instant(),
        caller,
        place == null ? null : place.workspace(),
        place == null ? null : place.seat(),
        gate,
        this::mustBeProved);
  }

  private void answer(RoutingContext ctx, Handling handling, ApiRequest call) {
    ApiResponse answer = handling.handle(call);
    if (answer.streaming()) {
      return;
    }
    HttpServerResponse response = ctx.response().setStatusCode(answer.status());
    answer.fields().forEach(response::putHeader);
    Optional.ofNullable(answer.headers().get(SessionMatch.HEADER))
        .ifPresent(s -> response.headers().add("set-cookie", callerOf.cookie(s)));
    answer.secondCookie().ifPresent(c -> response.headers().add("set-cookie", c));
    Buffer body = answer.body();
    if (body == null) {
      response.end();
    } else if (answer.isJson()
        && CompressionCache.takes(body.length(), ctx.request().getHeader("accept-encoding"))) {
      response.putHeader("content-encoding", "gzip").end(gate.press().gzip(body));
    } else {
      response.end(body);
    }
  }
}
