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
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.http.filters.HostHeaderCheck;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.ReasonTranslator;
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

  private static final String TITLE = "title";
  private static final String DETAIL = "detail";

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

  /** Answers with the problem an error is. */
  static void answer(RoutingContext ctx, Throwable error) {
    send(ctx, problem(error, 500));
  }

  private record Problem(int status, JsonObject body, long retryAfter) {
    static Problem of(int status, String title, String detail) {
      JsonObject body =
          new JsonObject()
              .put("type", "about:blank")
              .put(TITLE, title)
              .put("status", status)
              .put(DETAIL, detail);
      return new Problem(status, body, 0);
    }

    /** In the language of the person who asked; the field and the type are for programs. */
    JsonObject in(Language language) {
      return body.copy()
          .put(TITLE, ReasonTranslator.refused(language, body.getString(TITLE)))
          .put(DETAIL, ReasonTranslator.refused(language, body.getString(DETAIL)));
    }

    Problem field(@Nullable String field) {
      if (field != null) {
        body.put("field", field);
      }
      return this;
    }

    Problem later(long seconds) {
      return new Problem(status, body, seconds);
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
          Problem.of(
              401,
              "Sign in first",
              "You are not signed in, or your session has ended. Sign in and try again.");
      case StepUp.Needed n -> stepUp(n);
      case PasskeyRequired p -> passkey();
      case SessionMatch.Other o -> typed(o.isOfOldPage() ? oldPage() : otherSignIn());
      case RateLimited t -> tooMany(t);
      case DatabaseException.Unwritable u -> unwritable();
      case DatabaseException.Away a -> away();
      case Overloaded b -> away();
      case Loading n ->
          Problem.of(503, "Not ready yet", String.valueOf(n.getMessage()))
              .later(RETRY_AFTER_SECONDS);
      case LogException.NotLoaded n -> notLoaded();
      case LogException.Crowded c -> crowded();
      case LogException.Newer n -> away();
      case LogException.Behind n -> away();
      case LogException.UnknownWorkspace w -> refused(Refusal.absent());
      case LogException.Unreadable u -> damaged();
      case LogException.Gap g -> damaged();
      case LogException.Broken b -> damaged();
      case LogException.TooLarge l ->
          Problem.of(
              413,
              "Too large",
              "This is larger than can be kept: " + l.getMessage() + ". Nothing was changed.");
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
          Problem.of(
              405,
              "No such method",
              "This is done nowhere here. Use " + HostHeaderCheck.NoMethod.ALLOWED + ".");
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
            token ? "Not with a token" : "Confirm that it is you",
            token
                ? "A personal token cannot do this: it says nothing of who holds it. Nothing was"
                    + " changed. Do it in the browser."
                : "This asks for a fresh proof that it is you. Nothing was changed yet: confirm,"
                    + " then send the same again, with the same Idempotency-Key.");
    problem.body().put("type", StepUp.TYPE).put("ways", new JsonArray(needed.ways()));
    return problem;
  }

  private static Problem tooMany(RateLimited t) {
    return Problem.of(
            429, "Too many tries", t.limit() + "Wait a little and try again. Nothing was lost.")
        .later(t.retryAfterSeconds());
  }

  private static Problem passkey() {
    Problem problem =
        Problem.of(
            403,
            "A passkey is needed",
            "The convenors of this workspace let only those in whose account nothing but a passkey"
                + " opens. On your account page add a passkey, then let only a passkey in.");
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
        409,
        "Someone else is signed in here now",
        "This page belongs to another sign-in than the one in this browser now. Nothing was"
            + " changed and nothing was read. Load the page again.");
  }

  private static Problem oldPage() {
    return Problem.of(
        409,
        "Caucus was updated",
        "This page was loaded before the update. Nothing was changed. Load the page again: a post"
            + " that was not sent is sent then.");
  }

  private static Problem typed(Problem problem) {
    problem.body().put("type", SessionMatch.Other.TYPE);
    return problem;
  }

  private static Problem refused(Refusal r) {
    return switch (r.kind()) {
      case ABSENT -> Problem.of(404, "Nothing here", r.why());
      case FORBIDDEN -> Problem.of(403, "Not for this seat", r.why()).field(r.field());
      case UNPROVEN -> Problem.of(403, Objects.requireNonNull(r.field()), r.why());
      case INVALID -> Problem.of(400, "Not acceptable as sent", r.why()).field(r.field());
      case TOO_LARGE ->
          Problem.of(413, "Too large", r.why() + " Nothing was changed.").field(r.field());
      case UNSUPPORTED -> Problem.of(415, "Not taken here", r.why());
      case CONFLICT -> {
        // a name that is taken, or something that is so already, did not change meanwhile
        String title = r.current() == null ? "Not possible as it stands" : "Changed meanwhile";
        Problem problem = Problem.of(409, title, r.why());
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
    return Problem.of(
            503,
            "The database is away",
            "Nothing was lost and nothing was changed for certain: send the same again, with the"
                + " same Idempotency-Key, in a moment.")
        .later(RETRY_AFTER_SECONDS);
  }

  private static Problem unwritable() {
    return Problem.of(
            503,
            "The server's disk is full",
            "The server cannot save anything: its disk is full or cannot be written. Your last"
                + " change was not saved. Keep what you wrote, tell the operator, and try again"
                + " when there is room.")
        .later(RETRY_AFTER_SECONDS);
  }

  private static Problem notLoaded() {
    return Problem.of(
            503,
            "This workspace cannot be opened now",
            "It could not be read into memory. Nothing in it was lost, and mail for it waits. The"
                + " operator has been told; it is tried again by itself.")
        .later(NOT_LOADED_RETRY_SECONDS);
  }

  private static Problem crowded() {
    return Problem.of(
            503,
            "Too many are at work here",
            "The memory of this server is full, so this workspace cannot be opened just now."
                + " Nothing was lost and nothing was changed: try again in a few seconds.")
        .later(CROWDED_RETRY_AFTER_SECONDS);
  }

  private static Problem damaged() {
    return Problem.of(
        503,
        "Closed for repair",
        "A record behind this was changed or is missing in the database, so it is not shown. The"
            + " operator has been told; trying again does not help before it is repaired.");
  }

  /** A URL that cannot be of anything is like one that is of nothing. The words are Vert.x's. */
  private static boolean isAboutThePath(ValidatorException e) {
    return String.valueOf(e.getMessage()).contains("path parameter");
  }

  private static Problem invalid(SchemaValidationException e) {
    return invalid(SchemaFault.of(e));
  }

  private static Problem invalid(SchemaFault fault) {
    return Problem.of(400, "Not acceptable as sent", fault.reason()).field(fault.field());
  }

  private static Problem byStatus(int status) {
    return switch (status) {
      case 404, 405 -> refused(Refusal.absent());
      case 411 ->
          Problem.of(
              411, "Without a length", "Send the body's Content-Length. Nothing was changed.");
      case 413 ->
          Problem.of(
              413,
              "Too large",
              "A request has at most "
                  + HttpServer.MAX_BODY_BYTES
                  + " bytes. Nothing was changed.");
      case 414 ->
          Problem.of(
              414,
              "Address too long",
              "An address has at most "
                  + HttpServer.MAX_ADDRESS_BYTES
                  + " bytes. Nothing was changed.");
      case 431 ->
          Problem.of(
              431,
              "Head too long",
              "The head of a request has at most "
                  + HttpServer.MAX_HEADER_BYTES
                  + " bytes. Nothing was changed.");
      case 415 -> Problem.of(415, "Not JSON", "Send the body as application/json.");
      case 503 -> away();
      default ->
          status >= 400 && status < 500
              ? Problem.of(
                  status,
                  "Not acceptable as sent",
                  "The request could not be understood. Nothing was changed.")
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
        500,
        "Something went wrong here",
        "This is a fault of the server; it was noted. What you sent may not have been kept: look"
            + " before you send it again.");
  }
}
