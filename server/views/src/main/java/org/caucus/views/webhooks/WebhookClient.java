package org.caucus.views.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.caucus.kernel.Message;

/**
 * Calls other people's servers. A name is looked up here, every address it has must be allowed, and
 * the call goes to one of those very addresses: a name that is looked up to something else a moment
 * later (DNS rebinding) changes nothing. No redirect is followed. Only the status of an answer is
 * read.
 */
public final class WebhookClient implements AutoCloseable {
  /** Time for a call, from the first octet to the status. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Names looked up at a time. */
  private static final int LOOKUPS = 32;

  private static final Message NOT_PUBLIC = Message.of("its-name-leads-to-an-address");

  private final HttpClientAgent client;
  private final Names names;
  private final Predicate<InetAddress> allowed;
  private final Duration patience;
  private final ThreadPoolExecutor lookups =
      new ThreadPoolExecutor(
          LOOKUPS,
          LOOKUPS,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("webhook-names").daemon().factory());

  /** Where names lead. */
  @FunctionalInterface
  interface Names {
    /** All addresses of a name. May block. */
    List<InetAddress> of(String host) throws UnknownHostException;
  }

  /** What came of a call. */
  sealed interface Outcome {
    /** It was taken. */
    record Taken() implements Outcome {}

    /** It was not; {@code gone} if its server says that it wants no more. */
    record Failed(Message why, boolean gone) implements Outcome {}
  }

  /** A line to the public Internet. */
  public WebhookClient(Vertx vertx, WebhookTrustAnchors anchors) {
    this(vertx, anchors, host -> List.of(InetAddress.getAllByName(host)), PublicAddress::is);
  }

  WebhookClient(
      Vertx vertx, WebhookTrustAnchors anchors, Names names, Predicate<InetAddress> allowed) {
    this(vertx, anchors, names, allowed, PATIENCE);
  }

  WebhookClient(
      Vertx vertx,
      WebhookTrustAnchors anchors,
      Names names,
      Predicate<InetAddress> allowed,
      Duration patience) {
    this.patience = patience;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setTrustOptions(TrustOptions.wrap(anchors.manager()))
                .setMaxHeaderSize(16 * 1024)
                .setConnectTimeout(Math.toIntExact(patience.toMillis())));
    this.names = names;
    this.allowed = allowed;
    lookups.allowCoreThreadTimeOut(true);
  }

  /** Cuts what is being said. Without it the client, and all it knows of, stays for ever. */
  @Override
  public void close() {
    lookups.shutdownNow();
    client.close().await();
  }

  /** Calls. Blocks. */
  Outcome call(URI url, Map<String, String> headers, Buffer body) {
    try {
      List<InetAddress> addresses = addresses(url.getHost());
      if (addresses.isEmpty() || !addresses.stream().allMatch(allowed)) {
        return new Outcome.Failed(NOT_PUBLIC, false);
      }
      return outcome(send(url, addresses.getFirst(), headers, body));
    } catch (Exception e) {
      // whatever a stranger's server does, among it what waiting throws undeclared: TLS, time
      return new Outcome.Failed(why(e), false);
    }
  }

  /**
   * Where a name leads, on a thread of its own: the runtime's look-up holds on to the one that
   * carries a virtual thread. A few names whose servers never answer would stop all others.
   */
  private List<InetAddress> addresses(String host) {
    Promise<List<InetAddress>> found = Promise.promise();
    lookups.execute(
        () -> {
          try {
            found.tryComplete(names.of(host));
          } catch (UnknownHostException | RuntimeException e) {
            found.tryFail(e);
          }
        });
    return found.future().timeout(patience.toMillis(), TimeUnit.MILLISECONDS).await();
  }

  /** In our own words: a stranger's server says nothing here. */
  private static Message why(Throwable error) {
    return switch (error) {
      case UnknownHostException e -> Message.of("its-name-is-not-known");
      case SSLException e -> Message.of("its-certificate-is-not-one-that");
      case TimeoutException e ->
          Message.of("it-did-not-answer-within-seconds", "seconds", PATIENCE.toSeconds());
      case ConnectException e -> Message.of("nothing-takes-calls-there");
      case Throwable e when e.getCause() != null && e.getCause() != e -> why(e.getCause());
      default -> Message.of("it-could-not-be-reached");
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

  private int send(URI url, InetAddress address, Map<String, String> headers, Buffer body) {
    boolean secure = "https".equals(url.getScheme());
    int port = url.getPort() < 0 ? (secure ? 443 : 80) : url.getPort();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(url.getHost())
            .setPort(port)
            .setSsl(secure)
            .setFollowRedirects(false)
            .setIdleTimeout(patience.toMillis())
            .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    return client
        .request(options)
        .compose(request -> status(request, headers, body))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .await();
  }

  /** The connection ends with the status: nothing else of an answer is taken in. */
  private static Future<Integer> status(
      HttpClientRequest request, Map<String, String> headers, Buffer body) {
    headers.forEach(request::putHeader);
    return request
        .send(body)
        .map(response -> response.statusCode())
        .onComplete(done -> request.connection().close());
  }
}
