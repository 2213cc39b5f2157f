package org.caucus.views.webhooks;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.jobs.Job;
import org.caucus.workspace.Rooms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A workspace, a book of webhooks, and a program that is told over real connections. */
abstract class AtHooks {
  static final Duration SOON = Clocks.LONG;

  @TempDir Path directory;
  PostOffice office;
  WebhookStore book;
  HttpServer server;
  volatile Duration ahead = Duration.ZERO;
  final InstantSource clock = () -> office.now().plus(ahead);
  final AtomicInteger status = new AtomicInteger(204);

  /** What is the same is one letter, however often it is said. */
  final Set<Told> told = new CopyOnWriteArraySet<>();

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final List<HttpServerRequest> held = new CopyOnWriteArrayList<>();

  record Heard(Map<String, String> headers, String path, JsonObject body, Buffer octets) {
    String said() {
      return body.encode();
    }

    List<String> signatures() {
      return List.of(headers.getOrDefault("webhook-signature", "").split(" "));
    }

    /** What it is signed with by this secret. */
    String signed(String secret) {
      return WebhookSignature.of(
          secret,
          headers.getOrDefault("webhook-id", ""),
          Long.parseLong(headers.getOrDefault("webhook-timestamp", "")),
          octets.getBytes());
    }
  }

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    book = new WebhookStore(office.caucus.mongo(), office.caucus.vault());
    server =
        office
            .vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              Map<String, String> headers =
                                  new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                              request.headers().forEach(h -> headers.put(h.getKey(), h.getValue()));
                              heard.add(
                                  new Heard(headers, request.path(), body.toJsonObject(), body));
                              if (request.path().startsWith("/slow")
                                  || (request.path().startsWith("/both") && held.isEmpty())) {
                                held.add(request);
                                return;
                              }
                              request
                                  .response()
                                  .setStatusCode(status.get())
                                  .putHeader("location", "http://127.0.0.1:" + port() + "/inside")
                                  .end();
                            }))
            .listen(0, "127.0.0.1")
            .await();
  }

  int port() {
    return server.actualPort();
  }

  @AfterEach
  void close() {
    office.close();
  }

  Webhook webhook(String person) {
    return webhook(person, "/caucus?a=b");
  }

  Webhook webhook(String person, String path) {
    return webhook("hook-" + person, office.seat(person), path);
  }

  Webhook webhook(String id, SeatId seat, String path) {
    return book.add(
            new Webhook(
                id,
                office.workspace,
                seat,
                "Ours",
                "http://hooks.example:" + port() + path,
                null,
                WebhookSignature.secret(new byte[32]),
                office.now().minusSeconds(60),
                0,
                null,
                null),
            () -> Future.succeededFuture(true))
        .await();
  }

  WebhookClient line(Predicate<InetAddress> allowed) {
    return new WebhookClient(
        office.vertx,
        WebhookTrustAnchors.USUAL,
        host -> List.of(InetAddress.ofLiteral("127.0.0.1")),
        allowed);
  }

  void follow() {
    Webhooks follower = new Webhooks(office.rooms, book, clock);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 100).await()) {
      follower.handle(office.workspace, record);
    }
  }

  /** Whether the next time an owner is to be told that fails. */
  final AtomicBoolean mute = new AtomicBoolean();

  /** That its owner was told: whose it is, which turn, and whether it waits. */
  record Told(SeatId seat, String turn, boolean kept) {}

  WebhookWorker caller() {
    return caller(office.rooms);
  }

  WebhookWorker caller(Rooms rooms) {
    return new WebhookWorker(
        rooms, book, line(a -> true), "https://caucus.example", this::tellOwner, clock);
  }

  private Future<?> tellOwner(WorkspaceId workspace, SeatId seat, String turn, boolean kept) {
    if (mute.getAndSet(false)) {
      return Future.failedFuture(new IllegalStateException("nobody can be told for now"));
    }
    told.add(new Told(seat, turn, kept));
    return Future.succeededFuture();
  }

  void ring() {
    caller().clock().look();
  }

  String says(String title, @Nullable Audience audience, Update.Attribution attribution) {
    return office.submit(
        "lin",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            title,
            "Words of " + title,
            attribution,
            audience,
            null,
            List.of(),
            UpdateReferences.none()));
  }

  List<Job<WebhookDelivery>> due() {
    return book.calls().due(office.now().plus(Duration.ofDays(30)), 50).await();
  }
}
