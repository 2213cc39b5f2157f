package org.caucus.http;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.http.filters.HostHeaderCheck;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.platform.i18n.Messages;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.store.DatabaseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where errors become answers (RFC 9457): what happened, what was kept, what to do.
 * What may not be read and what does not exist get the same bytes.
 */
final class Problems {
  /** The same when a workspace cannot be loaded. */
  private static final long NOT_LOADED_RETRY_SECONDS = 30;

  /** Seconds after which a page tries again when the database is away. */
  static final int RETRY_AFTER_SECONDS = 2;

  /** Seconds after which somebody comes again where the memory is full. */
  static final int CROWDED_RETRY_AFTER_SECONDS = 5;

  /** What Netty says of a field of a form that is too long. */
  private static final String FIELD_FULL = "Size exceed allowed maximum capacity";

  /** The classes of Netty that read a form, or what is asked for in an address. */
  private static final Pattern FORM_READER =
      Pattern.compile("^io\\.netty\\.handler\\.codec\\.http\\.(multipart\\.|QueryStringDecoder)");

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** Answers a failed request. */
  static void answer(RoutingContext ctx) {
    if (ctx.response().closed()) {
      return; // who left hears nothing, and it is no fault
    }
    if (ctx.response().headWritten()) {
      ctx.response().reset();
      return;
    }
    send(ctx, problem(ctx.failure(), ctx.statusCode()));
  }

  /** What is said of an error, for tests. */
  static JsonObject said(Throwable error, Language language) {
    return problem(error, 500).in(language);
  }

  /** Answers with the problem an error is. */
  static void answer(RoutingContext ctx, Throwable error) {
    send(ctx, problem(error, 500));
  }

  /**
   * What is answered.
   *
   * @param body what the problem is, for programs
   * @param details its sentences, one after the other; the first has the code
   */
  private record Problem(
      int status, JsonObject body, Message title, List<Message> details, long retryAfter) {
    static Problem of(int status, Message title, Message... details) {
      JsonObject body = new JsonObject().put("type", "about:blank").put("status", status);
      MessageJson.put(body, details[0]);
      return new Problem(status, body, title, List.of(details), 0);
    }

    /** In the language of the person who asked; everything else is for programs. */
    JsonObject in(Language language) {
      return body.copy()
          .put("title", Messages.say(language, title))
          .put(
              "detail",
              details.stream()
                  .map(detail -> Messages.say(language, detail))
                  .collect(Collectors.joining(" ")));
    }

    Problem field(@Nullable String field) {
      if (field != null) {
        body.put("field", field);
      }
      return this;
    }

    Problem later(long seconds) {
      return new Problem(status, body, title, details, seconds);
    }
  }

  private static void send(RoutingContext ctx, Problem problem) {
    HttpServerResponse response = ctx.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    if (problem.retryAfter() > 0) {
      response.putHeader("retry-after", Long.toString(problem.retryAfter()));
    }
    if (problem.status() == 405) {
      response.putHeader("allow", HostHeaderCheck.NoMethod.ALLOWED);
    }
    Language language = Language.accepted(ctx.request().getHeader("accept-language"));
    response
        .setStatusCode(problem.status())
        .putHeader("content-type", "application/problem+json")
        .putHeader("content-language", language.tag())
        .end(problem.in(language).toBuffer());
  }

  private static Problem problem(@Nullable Throwable error, int status) {
    return switch (error) {
      case Refusal r -> refused(r);
      case Unauthenticated u ->
          Problem.of(401, Message.of("sign-in-first"), Message.of("you-are-not-signed-in-or"));
      case StepUp.Needed n -> stepUp(n);
      case PasskeyRequired p -> passkey();
      case SessionMatch.Other o -> typed(o.isOfOldPage() ? oldPage() : otherSignIn());
      case RateLimited t -> tooMany(t);
      case DatabaseException.Unwritable u -> unwritable();
      case DatabaseException.Away a -> away();
      case Overloaded b ->
          again(
              Message.of("too-many-are-at-work-here"),
              Message.of("more-requests-wait-than-can-be"));
      case Loading n ->
          Problem.of(503, Message.of("not-ready-yet"), n.what()).later(RETRY_AFTER_SECONDS);
      case LogException.NotLoaded n -> notLoaded();
      case LogException.Crowded c -> crowded();
      case LogException.Newer n ->
          again(
              Message.of("the-server-is-being-updated"),
              Message.of("a-newer-version-already-runs"));
      case LogException.Behind n ->
          again(
              Message.of("the-server-is-catching-up"),
              Message.of("another-server-saved-changes-that"));
      case LogException.UnknownWorkspace w -> refused(Refusal.absent());
      case LogException.Unreadable u -> damaged();
      case LogException.Gap g -> damaged();
      case LogException.Broken b -> damaged();
      case LogException.TooLarge l ->
          Problem.of(
              413,
              Message.of("too-large"),
              Message.of("this-is-larger-than-can-be-2", "what", l.what()));
      case ValidatorException v when isAboutThePath(v) -> refused(Refusal.absent());
      case SchemaValidationException v -> invalid(v);
      case ValidatorException v -> invalid(SchemaFault.of(v));
      // the router's own: a request that says no host, or none that can be one
      case VertxException v when status == 400 -> byStatus(400);
      case HttpPostRequestDecoder.TooManyFormFieldsException f -> byStatus(413);
      case HttpPostRequestDecoder.TooLongFormFieldException f -> byStatus(413);
      case IOException f when FIELD_FULL.equals(f.getMessage()) -> byStatus(413);
      case DecoderException f -> byStatus(400); // a form that cannot be read
      case IllegalArgumentException f when isOfForm(f) -> byStatus(400);
      case HostHeaderCheck.NoMethod m ->
          Problem.of(405, Message.of("no-such-method"), Message.of("this-is-done-nowhere-here"));
      case HttpException h when h.getCause() instanceof ValidatorException v ->
          problem(v, h.getStatusCode());
      case HttpException h -> byStatus(h.getStatusCode());
      case null -> byStatus(status);
      default -> unexpected(error);
    };
  }

  private static Problem stepUp(StepUp.Needed needed) {
    boolean token = needed.ways().isEmpty();
    Problem problem =
        Problem.of(
            403,
            token ? Message.of("not-with-a-token") : Message.of("confirm-that-it-is-you"),
            token
                ? Message.of("a-personal-token-cannot-do-this")
                : Message.of("this-asks-for-a-fresh-proof"));
    problem.body().put("type", StepUp.TYPE).put("ways", new JsonArray(needed.ways()));
    return problem;
  }

  private static Problem tooMany(RateLimited t) {
    Message title = Message.of("too-many-tries");
    Message later = Message.of("wait-a-little-and-try-again-2");
    Message limit = t.limit();
    Problem problem =
        limit == null ? Problem.of(429, title, later) : Problem.of(429, title, limit, later);
    return problem.later(t.retryAfterSeconds());
  }

  private static Problem passkey() {
    Problem problem =
        Problem.of(
            403,
            Message.of("a-passkey-is-needed"),
            Message.of("the-convenors-of-this-workspace-let"));
    problem.body().put("type", PasskeyRequired.TYPE);
    return problem;
  }

  /** Of a request that is not one: its first line or its head is too long, or is no HTTP. */
  static void unreadable(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    int status =
        switch (cause) {
          case TooLongHttpLineException l -> 414;
          case TooLongHttpHeaderException h -> 431;
          case null, default -> 400;
        };
    Buffer body = byStatus(status).in(Language.ENGLISH).toBuffer();
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .putHeader("connection", "close")
        .end(body)
        .onComplete(ended -> request.connection().close());
  }

  private static Problem otherSignIn() {
    return Problem.of(
        409, Message.of("someone-else-is-signed-in"), Message.of("this-page-belongs-to-another"));
  }

  private static Problem oldPage() {
    return Problem.of(
        409, Message.of("caucus-was-updated"), Message.of("this-page-was-loaded-before"));
  }

  private static Problem typed(Problem problem) {
    problem.body().put("type", SessionMatch.Other.TYPE);
    return problem;
  }

  private static Problem refused(Refusal r) {
    return switch (r.kind()) {
      case ABSENT -> Problem.of(404, Message.of("nothing-here"), r.message());
      case FORBIDDEN ->
          Problem.of(403, Message.of("not-for-this-seat"), r.message()).field(r.field());
      case UNPROVEN -> Problem.of(403, Objects.requireNonNull(r.title()), r.message());
      case INVALID ->
          Problem.of(400, Message.of("not-acceptable-as-sent"), r.message()).field(r.field());
      case TOO_LARGE ->
          Problem.of(413, Message.of("too-large"), r.message(), Message.of("nothing-was-changed"))
              .field(r.field());
      case UNSUPPORTED -> Problem.of(415, Message.of("not-taken-here"), r.message());
      case CONFLICT -> {
        // a name that is taken, or something that is so already, did not change meanwhile
        Message title =
            r.current() == null
                ? Message.of("not-possible-as-it-stands")
                : Message.of("changed-meanwhile");
        Problem problem = Problem.of(409, title, r.message());
        if (r.current() != null) {
          problem.body().put("current", new JsonObject(r.current()));
        }
        if (r.isWidened()) {
          problem.body().put("type", "more-readers");
        }
        yield problem;
      }
    };
  }

  private static Problem away() {
    return again(
        Message.of("the-database-is-away"), Message.of("nothing-was-lost-and-nothing-was"));
  }

  /** What passes in a moment. */
  private static Problem again(Message title, Message detail) {
    return Problem.of(503, title, detail).later(RETRY_AFTER_SECONDS);
  }

  private static Problem unwritable() {
    return Problem.of(
            503,
            Message.of("the-server-disk-is-full"),
            Message.of("the-server-cannot-save-anything-its"))
        .later(RETRY_AFTER_SECONDS);
  }

  private static Problem notLoaded() {
    return Problem.of(
            503,
            Message.of("this-workspace-cannot-be-opened-now"),
            Message.of("it-could-not-be-read-into"))
        .later(NOT_LOADED_RETRY_SECONDS);
  }

  private static Problem crowded() {
    return Problem.of(
            503,
            Message.of("too-many-are-at-work-here"),
            Message.of("the-memory-of-this-server-is"))
        .later(CROWDED_RETRY_AFTER_SECONDS);
  }

  private static Problem damaged() {
    return Problem.of(
        503, Message.of("closed-for-repair"), Message.of("a-record-behind-this-was-changed"));
  }

  /** A URL that cannot be of anything is like one that is of nothing. The words are Vert.x's. */
  private static boolean isAboutThePath(ValidatorException e) {
    return String.valueOf(e.getMessage()).contains("path parameter");
  }

  private static Problem invalid(SchemaValidationException e) {
    return invalid(SchemaFault.of(e));
  }

  private static Problem invalid(SchemaFault fault) {
    return Problem.of(400, Message.of("not-acceptable-as-sent"), fault.reason())
        .field(fault.field());
  }

  private static Problem byStatus(int status) {
    return switch (status) {
      case 404, 405 -> refused(Refusal.absent());
      case 411 ->
          Problem.of(
              411,
              Message.of("without-a-length"),
              Message.of("send-the-body-content-length-nothing"));
      case 413 ->
          Problem.of(
              413,
              Message.of("too-large"),
              Message.of("a-request-has-at-most-bytes", "limit", HttpServer.MAX_BODY_BYTES));
      case 414 ->
          Problem.of(
              414,
              Message.of("address-too-long"),
              Message.of("an-address-has-at-most", "limit", HttpServer.MAX_ADDRESS_BYTES));
      case 431 ->
          Problem.of(
              431,
              Message.of("head-too-long"),
              Message.of("the-head-of-a-request", "limit", HttpServer.MAX_HEADER_BYTES));
      case 415 ->
          Problem.of(415, Message.of("not-json"), Message.of("send-the-body-as-application-json"));
      case 503 -> away();
      default ->
          status >= 400 && status < 500
              ? Problem.of(
                  status,
                  Message.of("not-acceptable-as-sent"),
                  Message.of("the-request-could-not-be-understood"))
              : unexpected(null);
    };
  }

  /**
   * A form with a broken escape or a field without a name: thrown while it is decoded. Any other
   * argument that Netty refuses is a fault of ours.
   */
  static boolean isOfForm(IllegalArgumentException fault) {
    StackTraceElement[] at = fault.getStackTrace();
    return at.length > 0
        && at[0].getClassName().startsWith("io.netty.")
        && Stream.of(at).map(StackTraceElement::getClassName).anyMatch(FORM_READER.asPredicate());
  }

  private static Problem unexpected(@Nullable Throwable error) {
    if (error != null) {
      LOG.error("a request failed unexpectedly", error);
    }
    return Problem.of(
        500, Message.of("something-went-wrong-here"), Message.of("this-is-a-fault-of-the"));
  }
}
