package org.caucus.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.caucus.Clocks;
import org.caucus.command.SeatId;
import org.caucus.entries.Post;
import org.caucus.issues.IssueCommand;
import org.caucus.lists.ListCommand;
import org.caucus.lists.MailContent;
import org.caucus.log.LogRecord;
import org.caucus.members.Audience;
import org.caucus.members.MemberCommand;
import org.caucus.notices.PostOffice;
import org.caucus.updates.Particulars;
import org.caucus.updates.Update;
import org.caucus.updates.UpdateCommand;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.nodes.Rounds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs are told of updates, over real connections. */
class WebhooksTest {
  private static final Duration SOON = Clocks.LONG;

  @TempDir Path directory;
  private final Vertx elsewhere = Vertx.vertx(); // no bus leads there
  private PostOffice office;
  private Book book;
  private HttpServer server;
  private volatile Duration ahead = Duration.ZERO;
  private final InstantSource clock = () -> Instant.now().plus(ahead);
  private final AtomicInteger status = new AtomicInteger(204);
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  private record Heard(Map<String, String> headers, String path, JsonObject body, Buffer octets) {
    String said() {
      return body.encode();
    }
  }

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    book = new Book(office.caucus.mongo(), office.caucus.vault());
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
                              if (request.path().startsWith("/slow")) {
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

  private int port() {
    return server.actualPort();
  }

  @AfterEach
  void close() {
    office.close();
    elsewhere.close().await();
  }

  private Webhook webhook(String person) {
    return webhook(person, "/caucus?a=b");
  }

  private Webhook webhook(String person, String path) {
    return webhook("hook-" + person, office.seat(person), path);
  }

  private Webhook webhook(String id, SeatId seat, String path) {
    return book.add(
            new Webhook(
                id,
                office.workspace,
                seat,
                "Ours",
                "http://hooks.example:" + port() + path,
                null,
                Signature.secret(new byte[32]),
                Instant.now().minusSeconds(60),
                0,
                null,
                null),
            () -> Future.succeededFuture(true))
        .await();
  }

  private Line line(Predicate<InetAddress> allowed) {
    return new Line(
        office.vertx, Anchors.USUAL, host -> List.of(InetAddress.ofLiteral("127.0.0.1")), allowed);
  }

  private void follow() {
    Webhooks follower = new Webhooks(office.rooms, book, clock);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 100).await()) {
      follower.handle(office.workspace, record);
    }
  }

  private void ring() {
    new Caller(office.rooms, book, line(a -> true), "https://caucus.example", clock).clock().look();
  }

  private String says(String title, @Nullable Audience audience, Update.Attribution attribution) {
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
            Particulars.none()));
  }

  private List<Ring.Kept> due() {
    return book.due(Instant.now().plus(Duration.ofDays(30)), 50).await();
  }

  @Test
  void anUpdateIsToldOnceSignedAsACloudEvent() {
    Webhook hook = webhook("ben");
    String id = says("Appeals", null, Update.Attribution.ON_RECORD);
    follow();
    follow(); // it reads again after a crash
    ring();

    await().atMost(SOON).until(() -> heard.size() == 1 && due().isEmpty());
    Heard one = heard.getFirst();
    assertThat(one.body().getString("specversion")).isEqualTo("1.0");
    assertThat(one.body().getString("type")).isEqualTo("org.caucus.update.posted");
    assertThat(one.body().getString("subject")).isEqualTo("updates/" + id);
    assertThat(one.body().getString("source")).startsWith("https://caucus.example/w/");
    assertThat(one.body().getString("id")).isEqualTo(one.headers().get("webhook-id"));
    assertThat(Instant.parse(one.body().getString("time"))).isNotNull();
    assertThat(one.body().getJsonObject("data").getString("attribution")).isEqualTo("on_record");
    assertThat(one.headers().get("content-type")).startsWith("application/cloudevents+json");
    assertThat(one.headers().get("host")).isEqualTo("hooks.example:" + port());
    assertThat(one.headers().get("webhook-signature"))
        .isEqualTo(
            Signature.of(
                hook.secret(),
                one.headers().get("webhook-id"),
                Long.parseLong(one.headers().get("webhook-timestamp")),
                one.octets().getBytes()));
  }

  @Test
  void aWebhookForwardsNoPrivateNotes() {
    webhook("ben");
    webhook("lin");
    String open = says("Open", null, Update.Attribution.ON_RECORD);
    says("Among us", Audience.companyOnly("platform"), Update.Attribution.ON_RECORD);
    says("Between us", null, Update.Attribution.OFF_RECORD);
    office.submit(
        "ben",
        new UpdateCommand.CommentUpdate(
            open, Post.web("A private note", null, Audience.civilSociety())));
    office.submit(
        "ben", new UpdateCommand.CommentUpdate(open, Post.web("An open comment", null, null)));
    office.submit(
        "ada", new IssueCommand.OpenTracker("COP", "Provisions", "cop", Audience.civilSociety()));
    follow();
    ring();

    // to ben: open, and that something was said off record; to lin: what is among them as well
    await().atMost(SOON).until(() -> heard.size() == 5 && due().isEmpty());
    String all = String.join("\n", heard.stream().map(Heard::said).toList());
    assertThat(all).contains("Words of Open").contains("off record");
    assertThat(all).doesNotContain("private note", "open comment", "Between us", "Provisions");
    assertThat(heard.stream().filter(h -> h.said().contains("Among us"))).hasSize(1);
  }

  /** No bell reached it, and its round has not come. */
  @Test
  void aNodeThatIsBehindMakesTheCallAsSoonAsItIsNot() {
    webhook("ben");
    try (Rooms behind = new Rooms(office.caucus.log(), clock, office.caucus.ownBell(elsewhere))) {
      behind.read(office.workspace).await();
      says("Appeals", null, Update.Attribution.ON_RECORD);
      follow();
      try (Rounds rounds = new Rounds(behind)) {
        assertThat(rounds).isNotNull();
        new Caller(behind, book, line(a -> true), "https://caucus.example", clock).clock().look();

        await().atMost(SOON).until(() -> heard.size() == 1 && due().isEmpty());
      }
    }
  }

  /** The clock of the node where it was made is ahead of the one where updates are posted. */
  @Test
  void whatIsPostedAfterAWebhookWasMadeIsToldWhateverClocksSay() {
    says("Before", null, Update.Attribution.ON_RECORD);
    Instant ahead = Instant.now().plusSeconds(60);
    book.add(
            new Webhook(
                "hook",
                office.workspace,
                office.seat("ben"),
                "Ours",
                "http://hooks.example:" + port() + "/caucus",
                null,
                Signature.secret(new byte[32]),
                ahead,
                office.state().sequence(),
                null,
                null),
            () -> Future.succeededFuture(true))
        .await();
    says("After", null, Update.Attribution.ON_RECORD);
    follow();
    ring();

    await().atMost(SOON).until(() -> heard.size() == 1 && due().isEmpty());
    assertThat(heard.getFirst().said()).contains("Words of After");
  }

  @Test
  void whatWasNarrowedMeanwhileIsNotTold() {
    webhook("ben");
    says("Open", null, Update.Attribution.ON_RECORD);
    follow();
    assertThat(due()).hasSize(1);
    String seat = office.seat("ben").value();
    office.submit("ada", new MemberCommand.EndSeat(new SeatId(seat)));
    ring();

    await().atMost(SOON).until(() -> due().isEmpty());
    assertThat(heard).isEmpty();
  }

  @Test
  void theWebhooksOfASeatThatEndsEndWithIt() {
    SeatId ben = office.seat("ben");
    webhook("ben");
    webhook("lin");
    office.submit("ada", new MemberCommand.EndSeat(ben));
    follow();

    assertThat(book.of(office.workspace).await())
        .extracting(Webhook::id)
        .containsExactly("hook-lin");
    assertThat(book.of(office.workspace, ben).await()).isEmpty();
  }

  @Test
  void serversThatAnswerSlowlyKeepNoOtherFromItsTurn() {
    webhook("ben", "/slow");
    for (int i = 0; i < 40; i++) {
      says("Slow " + i, null, Update.Attribution.ON_RECORD);
    }
    follow();
    webhook("lin", "/quick");
    says("Quick", null, Update.Attribution.ON_RECORD);
    lastOnly();
    Caller caller =
        new Caller(office.rooms, book, line(a -> true), "https://caucus.example", clock);
    caller.clock().look();

    await().atMost(SOON).until(() -> heard.stream().anyMatch(h -> h.path().equals("/quick")));
    assertThat(heard.stream().filter(h -> h.path().equals("/slow")))
        .hasSizeLessThanOrEqualTo(Caller.OF_WEBHOOK);
    assertThat(due()).as("none is lost, and none counts as tried").hasSizeGreaterThanOrEqualTo(40);
  }

  /** The follower goes on: it reads the newest record. */
  private void lastOnly() {
    List<LogRecord> all = office.caucus.log().read(office.workspace, 0, 100).await();
    new Webhooks(office.rooms, book, clock).handle(office.workspace, all.getLast());
  }

  @Test
  void whereMailHoldsNoWordsAWebhookIsToldNone() {
    webhook("ben");
    office.submit(
        "ada", new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.ALL, List.of())));
    String id = says("Appeals", null, Update.Attribution.ON_RECORD);
    follow();
    ring();

    await().atMost(SOON).until(() -> heard.size() == 1);
    assertThat(heard.getFirst().body().getJsonObject("data").fieldNames())
        .containsExactlyInAnyOrder("id", "url");
    assertThat(heard.getFirst().octets().toString())
        .contains(id)
        .doesNotContainIgnoringCase("appeals", "words of", "platform", "record", "everyone");
  }

  @Test
  void aCallThatFailsIsMadeAgainLaterAndInTheEndIsADeadLetterThatCanBeSentAgain() {
    Webhook hook = webhook("ben");
    status.set(503);
    says("Open", null, Update.Attribution.ON_RECORD);
    follow();
    for (int tries = 1; tries <= Caller.AGAIN.size() + 1; tries++) {
      int so = tries;
      ring();
      await().atMost(SOON).until(() -> heard.size() == so && settled(so));
      ring(); // too soon: nothing is due
      ahead = ahead.plus(Duration.ofHours(37));
    }

    assertThat(due()).isEmpty();
    assertThat(book.dead(hook).await()).isEqualTo(1);
    assertThat(book.find(hook.id()).await().orElseThrow().failed()).isEqualTo("it answered 503");
    assertThat(heard.stream().map(h -> h.headers().get("webhook-id")).distinct()).hasSize(1);

    status.set(200);
    assertThat(book.revive(hook, clock.instant()).await()).isEqualTo(1);
    ring();
    await().atMost(SOON).until(() -> heard.size() == Caller.AGAIN.size() + 2 && due().isEmpty());
    assertThat(book.dead(hook).await()).isZero();
  }

  /** Whether the call waits for its next time, or is a dead letter. */
  private boolean settled(int tries) {
    List<Ring.Kept> all = due();
    if (tries > Caller.AGAIN.size()) {
      return all.isEmpty();
    }
    Instant next = clock.instant().plus(Caller.AGAIN.get(tries - 1));
    return all.stream()
        .allMatch(k -> Math.abs(k.due().orElse(0) - next.toEpochMilli()) < SOON.toMillis());
  }

  @Test
  void aServerThatIsGoneIsToldNoMore() {
    Webhook hook = webhook("ben");
    status.set(410);
    says("Open", null, Update.Attribution.ON_RECORD);
    follow();
    ring();

    await().atMost(SOON).until(() -> book.find(hook.id()).await().orElseThrow().stopped() != null);
    says("More", null, Update.Attribution.ON_RECORD);
    follow();
    ring();
    assertThat(heard).hasSize(1);
  }
}
