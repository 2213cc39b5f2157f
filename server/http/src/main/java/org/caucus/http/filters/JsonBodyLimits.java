package org.caucus.http.filters;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.limits.JsonComplexity;
import org.caucus.platform.limits.WorkBudget;

/**
 * What a JSON body may be made of. Its length is bounded by octets; its parts and their depth are
 * counted here in one pass, before anything makes objects of them: the validator compares what an
 * object has with what it may have, and takes seconds for fifty thousand names.
 */
public final class JsonBodyLimits implements Handler<RoutingContext> {
  /** Names and items of one body. */
  public static final int MAX_PARTS = 20_000;

  /** Objects and arrays in each other. */
  public static final int MAX_DEPTH = 32;

  private static final WorkBudget.Limits LIMITS = new WorkBudget.Limits(0, MAX_PARTS, 0, MAX_DEPTH);

  @Override
  public void handle(RoutingContext ctx) {
    Buffer body = ctx.body().buffer();
    if (body == null
        || !StrictJson.isJson(ctx)
        || JsonComplexity.fits(body.toString(), WorkBudget.of(LIMITS))) {
      ctx.next();
    } else {
      ctx.fail(Refusal.invalid(null, Message.of("the-body-has-too-many")));
    }
  }
}
