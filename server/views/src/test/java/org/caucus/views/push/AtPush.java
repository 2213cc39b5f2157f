package org.caucus.views.push;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.i18n.Language;
import org.caucus.views.inbox.ReadStates;
import org.caucus.views.outbound.PublicHttpClient;
import org.caucus.views.webhooks.Authority;
import org.caucus.views.webhooks.WebhookTrustAnchors;
import org.caucus.workspace.PasskeyPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A coalition, devices of its people, and a push service of our own over real TLS. */
abstract class AtPush {
  static final Duration SOON = Clocks.LONG;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String HOST = "push.example";

  @TempDir static Path authorities;
  private static Authority authority;
  private static Path certified;

  @TempDir Path directory;
  PostOffice office;
  PushStore store;
  VapidKeys keys;
  ReadStates readings;
  PublicHttpClient line;
  private HttpServer server;
  volatile Duration ahead = Duration.ZERO;
  final InstantSource clock = () -> office.now().plus(ahead);
  final AtomicInteger status = new AtomicInteger(201);
  volatile String retryAfter = "";
  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final Set<String> ended = ConcurrentHashMap.newKeySet();
  volatile boolean passkeyAlone;
  private final Set<String> tracked = new HashSet<>();
  private final Map<String, KeyPair> browsers = new HashMap<>();

  /** What the push service was told. */
  record Heard(String path, Map<String, String> headers, Buffer body) {}

  @BeforeAll
  static void vouch() throws IOException, InterruptedException {
    authority = Authority.in(authorities);
    certified = authority.certify(HOST);
  }

  @AfterAll
  static void forget() {
    certified = Path.of("");
  }

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    store = new PushStore(office.caucus.mongo(), office.caucus.vault());
    keys = new VapidKeys(office.caucus.mongo(), office.caucus.vault(), clock);
    readings =
        new ReadStates(
            new EncryptedEventBus(office.vertx, new ClusterSecret(office.caucus.vault(), "")),
            office.caucus.mongo(),
            office.caucus.vault());
    line =
        new PublicHttpClient(
            office.vertx,
            WebhookTrustAnchors.read(authority.pem()).manager(),
            host -> List.of(InetAddress.ofLiteral("127.0.0.1")),
            address -> true,
            PublicHttpClient.PATIENCE);
    HttpServerOptions secure =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(
                new PfxOptions().setPath(certified.toString()).setPassword(Authority.PASSWORD));
    server =
        office
            .vertx
            .createHttpServer(secure)
            .requestHandler(this::hear)
            .listen(0, "127.0.0.1")
            .await();
  }

  private void hear(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              Map<String, String> headers = new HashMap<>();
              request
                  .headers()
                  .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue()));
              heard.add(new Heard(request.path(), headers, body));
              if (!retryAfter.isEmpty()) {
                request.response().putHeader("retry-after", retryAfter);
              }
              request
                  .response()
                  .setStatusCode(status.get())
                  .putHeader("location", "https://" + HOST + ":" + server.actualPort() + "/inside")
                  .end();
            });
  }

  @AfterEach
  void close() {
    line.close();
    office.close();
  }

  /** A browser of this person is told from now on. */
  PushDevice device(String person) {
    return device(person, "1");
  }

  PushDevice device(String person, String number) {
    KeyPair browser = P256.pair();
    String path = "/push/" + person + number;
    browsers.put(path, browser);
    return store
        .add(
            new PushDevice(
                person + "-" + number,
                office.workspace,
                office.seat(person),
                "sign-in-" + person + number,
                new PushDevice.Target(
                    "https://" + HOST + ":" + server.actualPort() + path,
                    URL.encodeToString(P256.point((ECPublicKey) browser.getPublic())),
                    AUTH,
                    keys.current().publicKey()),
                "Chrome, Android",
                "t".repeat(31) + number,
                office.now().minusSeconds(60),
                null,
                null,
                List.of()))
        .await();
  }

  List<PushDevice> devices(String person) {
    return store.of(office.workspace, office.seat(person)).await();
  }

  void choose(String person, boolean titles, NotificationReason... kinds) {
    Set<NotificationReason> chosen = kinds.length == 0 ? PushChoices.USUAL.kinds() : Set.of(kinds);
    store.choose(office.workspace, office.seat(person), new PushChoices(titles, chosen)).await();
  }

  /** An issue that ada gives to this person. */
  String gives(String person, String title, Audience audience) {
    if (tracked.add("COP")) {
      office.submit(
          "ada", new IssueCommand.OpenTracker("COP", "Provisions", "cop", Audience.everyone()));
    }
    return office.submit(
        "ada",
        new IssueCommand.OpenIssue(
            "COP", title, "", "", List.of(office.seat(person)), null, audience, null));
  }

  /** The log is followed from its beginning, once more; then so much time passes. */
  void follow() {
    PushNotifications follower =
        new PushNotifications(
            office.rooms,
            store,
            PushNotifications.Bell.NONE,
            (workspace, seat) -> Future.succeededFuture(),
            clock);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 200).await()) {
      follower.handle(office.workspace, record);
    }
  }

  PushWorker worker() {
    return new PushWorker(
        office.vertx,
        office.rooms,
        store,
        readings,
        sender(),
        (person, signIn) -> Future.succeededFuture(!ended.contains(signIn)),
        new PasskeyPolicy(person -> Future.succeededFuture(passkeyAlone)),
        person -> Language.ENGLISH,
        clock);
  }

  PushSender sender() {
    return new PushSender(
        line, keys, new PushHosts(List.of(HOST)), "mailto:postmaster@lists.example");
  }

  /** What is due after the grace is sent. */
  void send() {
    ahead = ahead.plusSeconds(1);
    worker().clock().look();
  }

  List<PushJob> waiting() {
    Instant ever = office.now().plus(Duration.ofDays(30));
    return store.jobs().due(ever, 50).await().stream().map(job -> job.what()).toList();
  }

  /** Whether nothing is due, or in the hand of who tries it, within this time from now. */
  boolean restFor(Duration time) {
    return store.jobs().due(clock.instant().plus(time), 50).await().isEmpty();
  }

  /** All that the push service was told, as the browsers read it. */
  List<JsonObject> shown() throws IOException, InterruptedException {
    List<JsonObject> pushes =
        heard.stream()
            .map(
                h ->
                    new JsonObject()
                        .put("body", URL.encodeToString(h.body().getBytes()))
                        .put("authorization", h.headers().getOrDefault("authorization", ""))
                        .put("key", keys.current().publicKey())
                        .put("audience", "https://" + HOST + ":" + server.actualPort())
                        .put("now", clock.instant().getEpochSecond())
                        .put("auth", AUTH)
                        .put(
                            "secret",
                            URL.encodeToString(
                                P256.number((ECPrivateKey) browsers.get(h.path()).getPrivate()))))
            .toList();
    return OpenedPushes.of(pushes);
  }

  SeatId seat(String person) {
    return office.seat(person);
  }

  void ends(String person) {
    office.submit("ada", new MemberCommand.EndSeat(office.seat(person)));
  }
}
