package org.caucus.http;

import io.vertx.ext.web.RoutingContext;
import org.caucus.kernel.Refusal;
import org.caucus.platform.ratelimit.RateLimited;
import org.jspecify.annotations.Nullable;

/**
 * Notes each refusal for the person who looks after the installation. What is open to anybody, such
 * as signing in, notes its own.
 */
final class RefusalLog {
  /** Under this a request has the name of its operation, once it is one. */
  private static final String OPERATION = "caucus.operation";

  /** Under this a request has who sent it, once that is known. */
  private static final String PERSON = "caucus.person";

  private final HttpServer.Gate gate;

  RefusalLog(HttpServer.Gate gate) {
    this.gate = gate;
  }

  /** Remembers what is asked for, and that it is for somebody who may be refused. */
  static void of(RoutingContext ctx, String operation) {
    ctx.put(OPERATION, operation);
  }

  /** Remembers who asks. */
  static void by(RoutingContext ctx, String person) {
    ctx.put(PERSON, person);
  }

  /** Notes it, if this is a refusal. */
  void note(RoutingContext ctx, @Nullable Throwable failure) {
    String operation = ctx.get(OPERATION);
    String reason = reason(ctx, failure, operation != null);
    if (reason != null) {
      String peer = gate.proxies().peer(ctx.request());
      gate.security()
          .refused(reason, operation == null ? "none" : operation, ctx.get(PERSON), peer);
    }
  }

  private static @Nullable String reason(
      RoutingContext ctx, @Nullable Throwable failure, boolean known) {
    return switch (failure) {
      case RateLimited t -> "too-often";
      case StepUp.Needed s -> "step-up";
      case PasskeyRequired p -> "passkey-needed";
      case SessionMatch.Other o -> "other-sign-in";
      case Unauthenticated u -> isWithout(ctx) ? "not-signed-in" : "ended-or-unknown";
      case Refusal r ->
          known ? reason(r) : r.kind() == Refusal.Kind.FORBIDDEN ? "other-site" : null;
      case null, default -> null;
    };
  }

  private static boolean isWithout(RoutingContext ctx) {
    return ctx.request().getHeader("authorization") == null && ctx.request().cookies().isEmpty();
  }

  /** What is not there is told like what may not be read, so it is noted like that, too. */
  private static @Nullable String reason(Refusal refused) {
    return switch (refused.kind()) {
      case FORBIDDEN -> "forbidden";
      case UNPROVEN -> "unproven";
      case ABSENT -> "absent";
      case INVALID, TOO_LARGE, UNSUPPORTED, CONFLICT -> null;
    };
  }
}
