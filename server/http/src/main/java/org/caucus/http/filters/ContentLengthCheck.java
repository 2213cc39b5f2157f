package org.caucus.http.filters;

import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * A request says in one way where it ends: by its {@code Content-Length}. One with {@code
 * Transfer-Encoding} is refused and its connection closed (RFC 9112, sections 6.1 and 11.2): the
 * HTTP parser below forgives a second length beside it and codings it does not know, and a proxy in
 * front that read the other length would take what follows for somebody else's request. Browsers
 * send none.
 */
public final class ContentLengthCheck implements Handler<RoutingContext> {
  /** Length Required (RFC 9110, section 15.5.12). */
  private static final int LENGTH_REQUIRED = 411;

  /** Marks a connection on which nothing more is answered: what follows may be no request. */
  private static final AttributeKey<Boolean> OVER = AttributeKey.valueOf("caucus.over");

  @Override
  public void handle(RoutingContext ctx) {
    HttpConnection connection = ctx.request().connection();
    Attribute<Boolean> over = ((ConnectionBase) connection).channel().attr(OVER);
    if (over.get() != null) {
      connection.close();
    } else if (ctx.request().getHeader("transfer-encoding") == null) {
      ctx.next();
    } else {
      over.set(true);
      ctx.response().putHeader("connection", "close");
      ctx.addEndHandler(ended -> connection.close());
      ctx.fail(LENGTH_REQUIRED);
    }
  }
}
