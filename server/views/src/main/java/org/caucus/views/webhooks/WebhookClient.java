package org.caucus.views.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.caucus.kernel.Message;
import org.caucus.views.outbound.PublicHttpClient;

/** Calls the programs of members, by {@link PublicHttpClient}. */
public final class WebhookClient implements AutoCloseable {
  /** Time for a call, from the first octet to the status. */
  static final Duration PATIENCE = PublicHttpClient.PATIENCE;

  private final PublicHttpClient line;

  /** What came of a call. */
  sealed interface Outcome {
    /** It was taken. */
    record Taken() implements Outcome {}

    /** It was not; {@code gone} if its server says that it wants no more. */
    record Failed(Message why, boolean gone) implements Outcome {}
  }

  /** A line to the public Internet. */
  public WebhookClient(Vertx vertx, WebhookTrustAnchors anchors) {
    this.line = new PublicHttpClient(vertx, anchors.manager());
  }

  WebhookClient(
      Vertx vertx,
      WebhookTrustAnchors anchors,
      PublicHttpClient.Names names,
      Predicate<InetAddress> allowed) {
    this(vertx, anchors, names, allowed, PATIENCE);
  }

  WebhookClient(
      Vertx vertx,
      WebhookTrustAnchors anchors,
      PublicHttpClient.Names names,
      Predicate<InetAddress> allowed,
      Duration patience) {
    this.line = new PublicHttpClient(vertx, anchors.manager(), names, allowed, patience);
  }

  @Override
  public void close() {
    line.close();
  }

  /** Calls. Blocks. */
  Outcome call(URI url, Map<String, String> headers, Buffer body) {
    return switch (line.post(url, headers, body)) {
      case PublicHttpClient.Reply.Answered answered -> outcome(answered.status());
      case PublicHttpClient.Reply.Unreached unreached -> new Outcome.Failed(unreached.why(), false);
    };
  }

  private static Outcome outcome(int status) {
    if (status >= 200 && status < 300) {
      return new Outcome.Taken();
    }
    if (status >= 300 && status < 400) {
      return new Outcome.Failed(Message.of("it-answered-with-a-redirect-which"), false);
    }
    return new Outcome.Failed(Message.of("it-answered", "status", status), status == 410);
  }
}
