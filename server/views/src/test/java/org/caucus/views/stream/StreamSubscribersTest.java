package org.caucus.views.stream;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.parsetools.RecordParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.http.Caller;
import org.caucus.http.CallerScope;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.Snapshots;
import org.caucus.views.inbox.NotificationInbox;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitMeters;
import org.caucus.workspace.PasskeyPolicy;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream goes on while the workspace it shows leaves memory and comes back. */
class StreamSubscribersTest {
  private static final int ISSUES = 30;

  /** Enough that their frames fill the connection's buffers, so that reading on has to wait. */
  private static final int COMMENTS = 1_500;

  /** What a slow line takes before it is full, in bytes. */
  private static final int NARROW_BYTES = 4_096;

  /** No room stays longer than a moment. */
  private static final Rooms.Limits CROWDED =
      new Rooms.Limits(0, Duration.ZERO, Duration.ofMillis(2));

  @TempDir Path directory;
  private final Queue<Long> written = new ConcurrentLinkedQueue<>();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();

  /** Who lets nothing but a passkey in. */
  private final Set<String> passkeys = ConcurrentHashMap.newKeySet();

  /** Lets anyone who asks next in, and nobody after them. */
  private final AtomicBoolean onceMore = new AtomicBoolean();

  private Installation caucus;
  private Vertx vertx;
  // held here: the collector closes a client or a server that nobody holds
  private final List<HttpServer> servers = new ArrayList<>();
  private HttpClient client;
  private HttpClient narrowClient;
  private NetClient netClient;
  private Rooms here;
  private Rooms elsewhere;
  private StreamSubscribers watchers;
  private int port;
  private Instant ends = Instant.MAX;
  private volatile Duration ahead = Duration.ZERO;
  private volatile boolean bellRings;
  private WorkspaceId workspace;
  private SeatId amina;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    vertx = Vertx.vertx();
    client = vertx.createHttpClient();
    InstantSource clock = () -> Instant.now().plus(ahead);
    var bell = caucus.bell(vertx);
    var snapshots = new Snapshots(caucus.mongo(), caucus.vault());
    here = new Rooms(caucus.log(), snapshots, clock, bell, CommitMeters.NONE, CROWDED);
    elsewhere = new Rooms(caucus.log(), clock, caucus.bell(vertx));
    workspace = caucus.workspace();
    elsewhere
        .submit(
            workspace,
            null,
            new MemberCommand.OpenWorkspace(
                "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina"),
            null)
        .await();
    amina = elsewhere.read(workspace).await().members().seatOf("person-amina").orElseThrow().id();
    submit(
        elsewhere,
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    watchers =
        new StreamSubscribers(
            vertx,
            bell,
            here,
            new FrameRenderer("lists.example", clock),
            this::rung,
            new PasskeyPolicy(p -> Future.succeededFuture(lets(p))),
            clock,
            9);
    watch();
  }

  @AfterEach
  void close() {
    here.close();
    elsewhere.close();
    vertx.close().await();
    caucus.close();
  }

  private String submit(Rooms node, IssueCommand command) {
    return node.submit(workspace, amina, command, null).await().position();
  }

  /** Asked for while a commit is written to a stream. */
  private Set<SeatId> rung(Workspace now, Commit commit) {
    written.add(commit.sequence());
    return bellRings ? Set.of(amina) : NotificationInbox.rung(now, commit);
  }

  @Test
  void whoWaitsForScreensGoesOnWhenTheyWereWrittenTo() {
    submit(
        here,
        new IssueCommand.OpenTracker(
            "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone()));
    long sequence = here.read(workspace).await().sequence();

    watchers.shown(workspace).await();

    assertThat(written).contains(sequence);
  }

  /** WebKit keeps what comes together with other things until something else comes. */
  @Test
  void whereABrowserKeepsAnEventBackAFewBytesBringItOut() {
    Queue<String> chunks = new ConcurrentLinkedQueue<>();
    chunksOf("/", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 Safari/605.1.15", chunks);

    var memo =
        new IssueCommand.OpenTracker(
            "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone());
    submit(here, memo);

    Awaitility.await().atMost(Clocks.LONG).until(() -> chunks.contains(Nudge.BYTES.toString()));
    assertThat(chunks.stream().filter(c -> !c.equals(":\n\n")).toList())
        .first(as(STRING))
        .startsWith("id: ");
  }

  /**
   * Of several chunks that come together WebKitGTK hands a page the first, and the others when
   * something else comes.
   */
  @Test
  void anEventIsOneChunkAndOneWriteWithItsKeyAndTheBell() {
    bellRings = true;
    Queue<String> chunks = new ConcurrentLinkedQueue<>();
    chunksOf("/", chunks);

    var memo =
        new IssueCommand.OpenTracker(
            "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone());
    here.submit(workspace, amina, memo, new IdempotencyKey("amina/1", "tracker")).await();

    Awaitility.await()
        .atMost(Clocks.LONG)
        .until(() -> chunks.stream().anyMatch(StreamSubscribersTest::isOfEvents));
    assertThat(chunks.stream().filter(StreamSubscribersTest::isOfEvents).toList())
        .singleElement(as(STRING))
        .startsWith("key: amina/1\nid: ")
        .endsWith("event: bell\ndata: {}\n\n");
  }

  @Test
  void whatIsCaughtUpWithComesInOneChunk() {
    String tracker =
        submit(
            here,
            new IssueCommand.OpenTracker(
                "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone()));
    for (int i = 0; i < ISSUES; i++) {
      submit(
          here,
          new IssueCommand.OpenIssue("COP", "Provision " + i, "", "", List.of(), null, null, null));
    }
    Queue<String> chunks = new ConcurrentLinkedQueue<>();

    chunksOf("/?after=" + tracker, chunks);

    Awaitility.await()
        .atMost(Clocks.LONG)
        .until(() -> chunks.stream().anyMatch(StreamSubscribersTest::isOfEvents));
    assertThat(shown(chunks)).hasSize(ISSUES);
    assertThat(chunks.stream().filter(StreamSubscribersTest::isOfEvents)).hasSize(1);
  }

  private static boolean isOfEvents(String chunk) {
    return !chunk.startsWith(":");
  }

  /** Chunks as they are on the wire (RFC 9112, section 7.1), of an answer without trailers. */
  private void chunksOf(String uri, Queue<String> chunks) {
    chunksOf(uri, "a program", chunks);
  }

  private void chunksOf(String uri, String browser, Queue<String> chunks) {
    int before = watchers.open();
    netClient = vertx.createNetClient();
    NetSocket socket = netClient.connect(port, "127.0.0.1").await();
    RecordParser wire = RecordParser.newDelimited("\r\n\r\n", socket);
    wire.handler(head -> sizes(wire, chunks));
    String head = "GET " + uri + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + browser;
    socket.write(head + "\r\n\r\n").await();
    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == before + 1);
  }

  private static void sizes(RecordParser wire, Queue<String> chunks) {
    wire.delimitedMode("\r\n");
    wire.handler(size -> content(wire, Integer.parseInt(size.toString(), 16), chunks));
  }

  private static void content(RecordParser wire, int size, Queue<String> chunks) {
    wire.fixedSizeMode(size + 2);
    wire.handler(
        content -> {
          chunks.add(content.getString(0, size));
          sizes(wire, chunks);
        });
  }

  /** Also on a node where nobody asked for it, and for who came through the door just before. */
  @Test
  void whereAPasskeyIsAskedForWhoHasNoneIsShownNothingMore() {
    elsewhere.submit(workspace, amina, new MemberCommand.RuleSignIn(true), null).await();

    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 0);
    String before = String.join("", received);
    assertThat(before).as("not even that it was asked for").doesNotContain("sign-in.ruled");
    assertThat(statusOf("/")).isEqualTo(403);

    passkeys.add("person-amina");
    watch("/", received);
    submit(
        elsewhere,
        new IssueCommand.OpenTracker(
            "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone()));
    Awaitility.await().atMost(Clocks.LONG).until(() -> !shown().isEmpty());
  }

  /** Their account lets a mailed code in again: where that is not enough their stream is over. */
  @Test
  void whoLetsACodeInAgainIsShownNothingMoreWhereAPasskeyIsAskedFor() {
    passkeys.add("person-amina");
    elsewhere.submit(workspace, amina, new MemberCommand.RuleSignIn(true), null).await();
    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 0);
    watch("/", received);

    passkeys.clear();
    watchers.sessionEnded("person-amina");

    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 0);
    assertThat(statusOf("/")).isEqualTo(403);
  }

  /** The answer was yes, and is no before the stream stands where its end would find it. */
  @Test
  void aStreamThatOpensWhileACodeIsLetInAgainDoesNotStay() {
    elsewhere.submit(workspace, amina, new MemberCommand.RuleSignIn(true), null).await();
    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 0);
    onceMore.set(true);

    assertThat(statusOf("/")).isEqualTo(200);

    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 0);
  }

  private boolean lets(String person) {
    return onceMore.getAndSet(false) || passkeys.contains(person);
  }

  private int statusOf(String uri) {
    return client
        .request(HttpMethod.GET, port, "127.0.0.1", uri)
        .compose(HttpClientRequest::send)
        .await()
        .statusCode();
  }

  @Test
  void whereNobodyLooksNothingIsWaitedFor() {
    assertThat(watchers.shown(caucus.workspace()).isComplete()).isTrue();
  }

  private void watch() {
    HttpServer server =
        vertx.createHttpServer().requestHandler(this::open).listen(0, "127.0.0.1").await();
    servers.add(server);
    port = server.actualPort();
    watch("/", received);
  }

  private void watch(String uri, Queue<String> received) {
    int before = watchers.open();
    client
        .request(HttpMethod.GET, port, "127.0.0.1", uri)
        .compose(request -> request.send())
        .onSuccess(answer -> answer.handler(bytes -> received.add(bytes.toString())))
        .await();
    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == before + 1);
  }

  private void open(HttpServerRequest request) {
    request.response().setChunked(true);
    watchers.open(
        workspace,
        amina,
        Caller.token("person-amina", "token", CallerScope.ALL, ends),
        request,
        request.params().get("after"));
  }

  private static IssueCommand comment(String issue, int i) {
    String text = "Comment " + i + ": is 24 hours from receipt or from knowledge?";
    return new IssueCommand.CommentIssue(issue, Post.web(text, null, null));
  }

  private List<String> shown() {
    return shown(received);
  }

  private static List<String> shown(Queue<String> received) {
    return String.join("", received)
        .lines()
        .filter(l -> l.startsWith("id: "))
        .map(l -> l.substring(4))
        .toList();
  }

  @Test
  void nothingIsMissedOrDoubledThePersonWhoCommits() throws InterruptedException {
    List<String> committed = new ArrayList<>();
    int timesGone = 0;
    for (int i = 0; i < ISSUES; i++) {
      Thread.sleep(i % 4 * 5L);
      timesGone += here.loaded() == 0 ? 1 : 0;
      var issue =
          new IssueCommand.OpenIssue("COP", "Provision " + i, "", "", List.of(), null, null, null);
      committed.add(submit(i % 3 == 0 ? here : elsewhere, issue));
    }

    Awaitility.await().atMost(Clocks.LONG).until(() -> shown().size() >= ISSUES);

    assertThat(shown()).isEqualTo(committed);
    assertThat(timesGone).as("times it was not in memory").isPositive();
  }

  @Test
  void streamsOfAWorkspaceThatMayNotBeServedAnyMoreAreClosed() {
    watchers.workspaceClosed(caucus.workspace()); // another one's
    submit(
        here,
        new IssueCommand.OpenTracker(
            "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone()));
    Awaitility.await().atMost(Clocks.LONG).until(() -> shown().size() == 1);
    assertThat(watchers.open()).isEqualTo(1);

    watchers.workspaceClosed(workspace);

    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 0);
  }

  @Test
  void aStreamEndsWithTheTokenThatOpenedIt() {
    ends = Instant.now().plus(Duration.ofHours(1));
    watch("/", new ConcurrentLinkedQueue<>());
    assertThat(watchers.open()).isEqualTo(2);

    ahead = Duration.ofHours(1);

    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 1);
    submit(
        here,
        new IssueCommand.OpenTracker(
            "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone()));
    Awaitility.await().until(() -> shown().size() == 1); // the other one goes on
  }

  @Test
  void whatWaitsForASlowBrowserIsNotSentOnceItMayNotReadAnyMore() {
    String tracker =
        submit(
            here,
            new IssueCommand.OpenTracker(
                "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone()));
    var opened =
        new IssueCommand.OpenIssue("MEMO", "Notice period", "", "", List.of(), null, null, null);
    String issue = here.submit(workspace, amina, opened, null).await().thing();
    IntStream.range(0, COMMENTS)
        .mapToObj(i -> here.submit(workspace, amina, comment(issue, i), null))
        .toList()
        .forEach(committed -> committed.await());
    CompletableFuture<Channel> line = new CompletableFuture<>();
    HttpServer narrow =
        vertx
            .createHttpServer(new HttpServerOptions().setSendBufferSize(NARROW_BYTES))
            .requestHandler(
                request -> {
                  line.complete(((ConnectionBase) request.connection()).channel());
                  open(request);
                })
            .listen(0, "127.0.0.1")
            .await();
    servers.add(narrow);
    narrowClient =
        vertx.createHttpClient(new HttpClientOptions().setReceiveBufferSize(NARROW_BYTES));
    HttpClientResponse slow =
        narrowClient
            .request(HttpMethod.GET, narrow.actualPort(), "127.0.0.1", "/?after=" + tracker)
            .compose(HttpClientRequest::send)
            .map(HttpClientResponse::pause)
            .await();
    // asked for now: a connection that is cut off before tells nobody who asks afterwards
    Future<Buffer> whole = slow.body();
    // the system takes some more in its own time: only then does the rest wait here
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .atMost(Clocks.LONG)
        .until(() -> !line.join().isWritable());

    watchers.sessionEnded("token");

    Awaitility.await().atMost(Clocks.LONG).until(() -> watchers.open() == 0);
    slow.resume();
    Awaitility.await().atMost(Clocks.LONG).until(whole::isComplete);
    assertThat(whole.failed()).as("it was cut off, not brought to its end").isTrue();
  }

  @Test
  void whoSleptThroughThousandsOfCommentsReadsEachOnceAndInOrder() {
    String tracker =
        submit(
            elsewhere,
            new IssueCommand.OpenTracker(
                "MEMO", "Memo", "memo", Audience.everyone(), Audience.everyone()));
    var opened =
        new IssueCommand.OpenIssue("MEMO", "Notice period", "", "", List.of(), null, null, null);
    String issue = elsewhere.submit(workspace, amina, opened, null).await().thing();
    List<String> said =
        IntStream.range(0, COMMENTS)
            .mapToObj(i -> elsewhere.submit(workspace, amina, comment(issue, i), null))
            .toList()
            .stream()
            .map(committed -> committed.await().position())
            .toList();
    FrameRenderer frames = new FrameRenderer("lists.example", InstantSource.system());
    watchers =
        new StreamSubscribers(
            vertx,
            caucus.bell(vertx),
            elsewhere,
            frames,
            NotificationInbox::rung,
            new PasskeyPolicy(p -> Future.succeededFuture(true)),
            InstantSource.system(),
            9);
    Queue<String> caughtUp = new ConcurrentLinkedQueue<>();

    watch("/?after=" + tracker, caughtUp);

    Awaitility.await().atMost(Clocks.LONG).until(() -> shown(caughtUp).size() > COMMENTS);
    assertThat(shown(caughtUp).subList(1, COMMENTS + 1)).isEqualTo(said);
  }
}
