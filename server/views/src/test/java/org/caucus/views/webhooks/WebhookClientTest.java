package org.caucus.views.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.caucus.kernel.Message;
import org.caucus.kernel.support.Clocks;
import org.caucus.views.outbound.PublicAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a call reaches, over real connections. */
class WebhookClientTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger status = new AtomicInteger(204);
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /** What nothing but a variable holds the collector may close before it has answered. */
  private final List<Object> held = new ArrayList<>();

  @TempDir Path directory;
  private HttpServer server;
  private HttpServer secure;

  @BeforeEach
  void open() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  heard.add(request.path());
                  request
                      .response()
                      .setStatusCode(status.get())
                      .putHeader("location", "http://127.0.0.1:" + port() + "/inside")
                      .end();
                })
            .listen(0, "127.0.0.1")
            .await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private int port() {
    return server.actualPort();
  }

  private <T> T held(T one) {
    held.add(one);
    return one;
  }

  private WebhookClient line(Predicate<InetAddress> allowed) {
    return line(WebhookTrustAnchors.USUAL, allowed);
  }

  private WebhookClient line(WebhookTrustAnchors anchors, Predicate<InetAddress> allowed) {
    return held(
        new WebhookClient(
            vertx, anchors, host -> List.of(InetAddress.ofLiteral("127.0.0.1")), allowed));
  }

  @Test
  void aRedirectIsNotFollowed() {
    status.set(302);

    WebhookClient.Outcome outcome = line(a -> true).call(url("/moved"), Map.of(), body());

    assertThat(outcome).isInstanceOf(WebhookClient.Outcome.Failed.class);
    assertThat(heard).containsExactly("/moved");
  }

  @Test
  void noPrivateAddressIsReachedWhateverItsNameIs() {
    WebhookClient line = line(PublicAddress::is);

    assertThat(line.call(url("/"), Map.of(), body()))
        .isEqualTo(
            new WebhookClient.Outcome.Failed(Message.of("its-name-leads-to-an-address"), false));
    // one public address beside it does not help
    WebhookClient both =
        held(
            new WebhookClient(
                vertx,
                WebhookTrustAnchors.USUAL,
                host ->
                    List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("127.0.0.1")),
                PublicAddress::is));
    assertThat(both.call(url("/"), Map.of(), body()))
        .isInstanceOf(WebhookClient.Outcome.Failed.class);
    assertThat(
            held(new WebhookClient(vertx, WebhookTrustAnchors.USUAL))
                .call(URI.create("http://localhost:" + port() + "/"), Map.of(), body()))
        .isInstanceOf(WebhookClient.Outcome.Failed.class);
    assertThat(
            held(new WebhookClient(vertx, WebhookTrustAnchors.USUAL))
                .call(URI.create("http://[::1]:" + port() + "/"), Map.of(), body()))
        .isInstanceOf(WebhookClient.Outcome.Failed.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void aNameThatLeadsElsewhereAMomentLaterChangesNothing() {
    // looked up once: the call goes to what was looked at, not to what the name leads to by then
    AtomicInteger asked = new AtomicInteger();
    WebhookClient line =
        held(
            new WebhookClient(
                vertx,
                WebhookTrustAnchors.USUAL,
                host ->
                    List.of(
                        InetAddress.ofLiteral(
                            asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")),
                a -> a.getHostAddress().equals("127.0.0.1")));

    assertThat(line.call(url("/first"), Map.of(), body()))
        .isInstanceOf(WebhookClient.Outcome.Taken.class);
    assertThat(asked).hasValue(1);
    assertThat(line.call(url("/second"), Map.of(), body()))
        .isInstanceOf(WebhookClient.Outcome.Failed.class);
    assertThat(heard).containsExactly("/first");
  }

  /** The runtime looks a name up on the thread that carries virtual ones, which wait for it. */
  @Test
  void aNameThatIsLookedUpForEverHoldsUpNothingElse() throws Exception {
    AtomicInteger virtual = new AtomicInteger();
    CountDownLatch never = new CountDownLatch(1);
    List<WebhookClient.Outcome> outcomes = new CopyOnWriteArrayList<>();
    try (WebhookClient line =
        held(
            new WebhookClient(
                vertx,
                WebhookTrustAnchors.USUAL,
                host -> {
                  virtual.addAndGet(Thread.currentThread().isVirtual() ? 1 : 0);
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return List.of();
                },
                a -> true,
                Duration.ofMillis(200)))) {
      Thread caller =
          Thread.startVirtualThread(() -> outcomes.add(line.call(url("/"), Map.of(), body())));
      assertThat(caller.join(Clocks.LONG)).isTrue();
    }

    assertThat(outcomes).singleElement().isInstanceOf(WebhookClient.Outcome.Failed.class);
    assertThat(virtual).hasValue(0);
  }

  @Test
  void aNameThatNobodyKnowsIsSaidToBeUnknown() {
    WebhookClient line =
        held(
            new WebhookClient(
                vertx,
                WebhookTrustAnchors.USUAL,
                host -> {
                  throw new UnknownHostException(host);
                },
                a -> true));

    assertThat(line.call(url("/"), Map.of(), body()))
        .isEqualTo(new WebhookClient.Outcome.Failed(Message.of("its-name-is-not-known"), false));
  }

  private URI secured(String host) {
    return URI.create("https://" + host + ":" + secure.actualPort() + "/told");
  }

  private void secure(Authority authority, String name) throws Exception {
    secure =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(
                        new PfxOptions()
                            .setPath(authority.certify(name).toString())
                            .setPassword(Authority.PASSWORD)))
            .requestHandler(
                request -> {
                  heard.add(request.authority().host() + request.path());
                  request.response().setStatusCode(204).end();
                })
            .listen(0, "127.0.0.1")
            .await();
  }

  @Test
  void anAuthorityOfTheirOwnIsBelievedWhereTheOperatorSaysSoAndForItsNamesOnly() throws Exception {
    Authority theirs = Authority.in(directory);
    secure(theirs, "hooks.example");
    WebhookClient.Outcome untrusted =
        new WebhookClient.Outcome.Failed(Message.of("its-certificate-is-not-one-that"), false);

    assertThat(line(a -> true).call(secured("hooks.example"), Map.of(), body()))
        .isEqualTo(untrusted);
    WebhookClient believing = line(WebhookTrustAnchors.read(theirs.pem()), a -> true);
    assertThat(believing.call(secured("hooks.example"), Map.of(), body()))
        .isInstanceOf(WebhookClient.Outcome.Taken.class);
    assertThat(believing.call(secured("other.example"), Map.of(), body())).isEqualTo(untrusted);
    assertThat(heard).containsExactly("hooks.example/told");
    // and those of the runtime are believed as before
    assertThat(WebhookTrustAnchors.read(theirs.pem()).manager().getAcceptedIssuers())
        .contains(WebhookTrustAnchors.USUAL.manager().getAcceptedIssuers());
  }

  @Test
  void aFileWithoutAnAuthorityIsNamedAtTheStart() throws Exception {
    Path nothing = Files.writeString(directory.resolve("nothing.pem"), "");
    for (Path bad : List.of(nothing, directory.resolve("nowhere.pem"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> WebhookTrustAnchors.read(bad))
          .withMessageContaining(bad.toString());
    }
  }

  @Test
  void whoDoesNotAnswerIsToldApartFromWhoIsNotThere() {
    server.close().await();

    assertThat(line(a -> true).call(url("/"), Map.of(), body()))
        .isEqualTo(
            new WebhookClient.Outcome.Failed(Message.of("nothing-takes-calls-there"), false));
  }

  /** A server may say for ever that it is not ready yet. */
  @ParameterizedTest
  @ValueSource(ints = {100, 103})
  void whoOnlySaysWaitIsCutOff(int says) {
    Promise<Void> cut = Promise.promise();
    NetServer waiting =
        vertx
            .createNetServer()
            .connectHandler(
                socket -> {
                  long again =
                      vertx.setPeriodic(
                          20, t -> socket.write("HTTP/1.1 " + says + " Wait\r\n\r\n"));
                  socket.closeHandler(
                      closed -> {
                        vertx.cancelTimer(again);
                        cut.complete();
                      });
                })
            .listen(0, "127.0.0.1")
            .await();
    held(waiting);
    WebhookClient line =
        held(
            new WebhookClient(
                vertx,
                WebhookTrustAnchors.USUAL,
                host -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                a -> true,
                Duration.ofMillis(300)));

    URI there = URI.create("http://hooks.example:" + waiting.actualPort() + "/");

    assertThat(line.call(there, Map.of(), body())).isInstanceOf(WebhookClient.Outcome.Failed.class);
    cut.future().timeout(Clocks.LONG.toSeconds(), TimeUnit.SECONDS).await();
  }

  private URI url(String path) {
    return URI.create("http://hooks.example:" + port() + path);
  }

  private static Buffer body() {
    return new JsonObject().put("a", 1).toBuffer();
  }
}
