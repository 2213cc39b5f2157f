package org.caucus.views.outbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
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
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;
import org.caucus.kernel.Message;

/**
 * Calls other people's servers, at addresses that members name. A name is looked up here, every
 * address it has must be allowed, and the call goes to one of those very addresses: a name that is
 * looked up to something else a moment later (DNS rebinding) changes nothing. No redirect is
 * followed. Only the status of an answer is read, and when to come back.
 */
public final class PublicHttpClient implements AutoCloseable {
  /** Time for a call, from the first octet to the status. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Names looked up at a time. */
  private static final int LOOKUPS = 32;

  /** Largest head of an answer that is read, in bytes. */
  private static final int MAX_HEADER_BYTES = 16 * 1024;

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
          Thread.ofPlatform().name("outbound-names").daemon().factory());

  /** Where names lead. */
  @FunctionalInterface
  public interface Names {
    /** All addresses of a name. May block. */
    List<InetAddress> of(String host) throws UnknownHostException;
  }

  /** What came of a call. */
  public sealed interface Reply {
    /**
     * It was answered.
     *
     * @param retryAfter when its server asks to come back, as it says so
     */
    record Answered(int status, Optional<String> retryAfter) implements Reply {}

    /** No answer came; why, in our own words. */
    record Unreached(Message why) implements Reply {}
  }

  /** A line to the public Internet. */
  public PublicHttpClient(Vertx vertx, X509TrustManager trusted) {
    this(
        vertx,
        trusted,
        host -> List.of(InetAddress.getAllByName(host)),
        PublicAddress::is,
        PATIENCE);
  }

  /**
   * One that may go elsewhere, for tests.
   *
   * @param allowed which addresses may be called
   */
  public PublicHttpClient(
      Vertx vertx,
      X509TrustManager trusted,
      Names names,
      Predicate<InetAddress> allowed,
      Duration patience) {
    this.patience = patience;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setTrustOptions(TrustOptions.wrap(trusted))
                .setMaxHeaderSize(MAX_HEADER_BYTES)
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
  public Reply post(URI url, Map<String, String> headers, Buffer body) {
    try {
      List<InetAddress> addresses = addresses(url.getHost());
      if (addresses.isEmpty() || !addresses.stream().allMatch(allowed)) {
        return new Reply.Unreached(NOT_PUBLIC);
      }
      return send(url, addresses.getFirst(), headers, body);
    } catch (Exception e) {
      // whatever a stranger's server does, among it what waiting throws undeclared: TLS, time
      return new Reply.Unreached(why(e));
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

  private Reply send(URI url, InetAddress address, Map<String, String> headers, Buffer body) {
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
        .compose(request -> answered(request, headers, body))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .await();
  }

  /** The connection ends with the status: nothing else of an answer is taken in. */
  private static Future<Reply> answered(
      HttpClientRequest request, Map<String, String> headers, Buffer body) {
    headers.forEach(request::putHeader);
    return request
        .send(body)
        .map(PublicHttpClient::reply)
        .onComplete(done -> request.connection().close());
  }

  private static Reply reply(HttpClientResponse response) {
    return new Reply.Answered(
        response.statusCode(), Optional.ofNullable(response.getHeader("retry-after")));
  }
}
