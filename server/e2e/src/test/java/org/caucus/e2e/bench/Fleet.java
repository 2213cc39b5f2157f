package org.caucus.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.moderation.ScheduledHoldReminders;
import org.caucus.messaging.notifications.Notices;
import org.caucus.messaging.notifications.digests.Digests;
import org.caucus.messaging.notifications.weekly.WeeklySender;
import org.caucus.platform.crypto.NativeProvider;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.audit.LogTip;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.views.webhooks.Webhooks;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.SeatIndex;
import org.caucus.workspace.scheduled.ScheduledActionReminders;
import org.caucus.workspace.scheduled.ScheduledInvitations;
import org.caucus.workspace.scheduled.ScheduledPolls;
import org.caucus.workspace.scheduled.ScheduledPublication;
import org.jspecify.annotations.Nullable;

/**
 * What {@code infra/bench/fleet} runs: a store with many coalitions, filled directly, whose
 * followers have read all; then a server on it in a process of its own, until it is ready, and
 * until a member of all has asked for each.
 */
public final class Fleet {
  private static final String OPERATOR = "ada@operators.example";
  private static final String TOKEN_FILE = "fleet.token";

  /** Records of a small coalition: its parties, lists and trackers, and little said. */
  static final int SMALL = 33;

  /** Records of a large one, which every tenth is unless all are to be small. */
  private static final int LARGE = 1_000;

  private static final int TEXT_CHARS = 400;
  private static final int FILLED_AT_ONCE = 64;
  private static final int CALLERS = 16;

  /** How often a caller comes again for one coalition before it counts as not woken. */
  private static final int TRIES = 60;

  private static final Duration READY_LIMIT = Duration.ofMinutes(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  /** So few calls in half a second are those of clocks. */
  private static final double QUIET = 50;

  private static final List<String> FOLLOWERS =
      List.of(
          RecipientBatches.SUBSCRIPTION,
          Notices.NAME,
          Digests.NAME,
          SeatIndex.NAME,
          ScheduledHoldReminders.NAME,
          ScheduledActionReminders.NAME,
          ScheduledPublication.NAME,
          ScheduledPolls.NAME,
          ScheduledInvitations.NAME,
          WeeklySender.NAME,
          Webhooks.NAME,
          LogTips.NAME);

  private final int http = freePort();
  private final int smtp = freePort();
  private final int metrics = freePort();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Fleet() {}

  /**
   * {@code fill DIR COALITIONS small|mixed}, or {@code run DIR COALITIONS HEAP COMMAND...} with the
   * command that serves.
   */
  public static void main(String[] args) throws Exception {
    NativeProvider.prefer();
    Path directory = Path.of(args[1]);
    int coalitions = Integer.parseInt(args[2]);
    switch (args[0]) {
      case "fill" -> fill(directory, coalitions, args[3].equals("small"));
      case "run" ->
          new Fleet().run(directory, coalitions, args[3], List.of(args).subList(4, args.length));
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0);
  }

  private static int freePort() {
    try (var socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(Path directory, int http, int smtp, int metrics) {
    return Map.of(
        "CAUCUS_DATA",
        directory.toString(),
        "CAUCUS_HTTP_PORT",
        "" + http,
        "CAUCUS_SMTP_PORT",
        "" + smtp,
        "CAUCUS_METRICS_PORT",
        "" + metrics,
        "CAUCUS_DOMAIN",
        "lists.example.org",
        "CAUCUS_OPERATORS",
        OPERATOR,
        "CAUCUS_SMTP_URL",
        "smtp://127.0.0.1:9",
        "CAUCUS_REQUESTS_PER_MINUTE",
        "10000000");
  }

  private static void fill(Path directory, int coalitions, boolean small) throws Exception {
    Files.createDirectories(directory);
    String person;
    try (Wiring wiring = new Wiring(Settings.from(settings(directory, 0, 0, 0)::get))) {
      person = wiring.persons().ensure(OPERATOR, "Ada").await().id();
      Files.writeString(
          directory.resolve(TOKEN_FILE), wiring.tokens().mint(person, "fleet").await());
    }
    List<byte[]> few = history(SMALL, person);
    List<byte[]> many = small ? few : history(LARGE, person);
    long began = System.nanoTime();
    try (Installation caucus = Installation.open(directory)) {
      Filler filler = new Filler(caucus);
      for (int from = 0; from < coalitions; from += FILLED_AT_ONCE) {
        List<Future<Void>> some = new ArrayList<>();
        for (int i = from; i < Math.min(coalitions, from + FILLED_AT_ONCE); i++) {
          some.add(filler.coalition(slug(i), i % 10 == 0 ? many : few));
        }
        Future.all(some).await();
        filler.checkpoints();
      }
    }
    System.err.printf(Locale.ROOT, "filled in %d ms%n", (System.nanoTime() - began) / 1_000_000);
  }

  static String slug(int number) {
    return "fleet-" + number;
  }

  /** Records of one coalition, convened by this person; the same for all. */
  private static List<byte[]> history(int commits, String person) {
    List<byte[]> records = new ArrayList<>();
    new Years(
            WorkspaceId.random(),
            TEXT_CHARS,
            commit -> {
              String json = new String(CommitCodec.write(commit), UTF_8);
              records.add(json.replace("\"person-0\"", '"' + person + '"').getBytes(UTF_8));
            })
        .founded()
        .until(commits);
    return records;
  }

  /** Writes what a coalition leaves behind when all followers have read it. */
  private static final class Filler {
    private final Installation caucus;
    private final UniqueNames slugs;
    private final LogTips tips;
    private final List<BsonDocument> leases = new ArrayList<>();

    Filler(Installation caucus) {
      this.caucus = caucus;
      this.slugs = new UniqueNames(caucus.mongo(), caucus.vault(), "slug");
      this.tips = new LogTips(caucus.mongo(), caucus.vault());
    }

    Future<Void> coalition(String slug, List<byte[]> records) {
      WorkspaceId id = WorkspaceId.random();
      for (String follower : FOLLOWERS) {
        leases.add(lease(follower + "/" + id, records.size()));
      }
      return caucus
          .vault()
          .create(id)
          .compose(none -> slugs.claim(slug, id.value().getBytes(UTF_8)))
          .compose(none -> appended(id, 1, RecordHash.NONE, records))
          .compose(last -> tips.keep(id, new LogTip(records.size(), last)));
    }

    private Future<RecordHash> appended(
        WorkspaceId id, int first, RecordHash tip, List<byte[]> records) {
      int end = Math.min(records.size(), first - 1 + EventLog.APPEND_LIMIT / 2);
      return caucus
          .log()
          .append(id, first, tip, records.subList(first - 1, end))
          .compose(
              last ->
                  end == records.size()
                      ? Future.succeededFuture(last)
                      : appended(id, end + 1, last, records));
    }

    void checkpoints() {
      caucus.mongo().documents("leases").insertAll(List.copyOf(leases)).await();
      leases.clear();
    }

    private static BsonDocument lease(String name, long value) {
      return new BsonDocument("_id", new BsonString(name))
          .append("v", new BsonInt64(1))
          .append("h", new BsonString("alone"))
          .append("s", new BsonInt64(value));
    }
  }

  private void run(Path directory, int coalitions, String heap, List<String> command)
      throws Exception {
    String token = Files.readString(directory.resolve(TOKEN_FILE));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(directory));
    builder.environment().putAll(settings(directory, http, smtp, metrics));
    long began = System.nanoTime();
    Process server = builder.start();
    try {
      await(server, began);
      long ready = millisSince(began);
      double calls = quietCalls();
      print(
          "start",
          coalitions,
          heap,
          new JsonObject()
              .put("ready_ms", ready)
              .put("calls", (long) calls)
              .put("rss_mib", rss(server)));
      print("awake", coalitions, heap, awake(coalitions, token, server));
    } finally {
      server.destroy();
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  private static java.io.File log(Path directory) {
    return directory.resolve("server.log").toFile();
  }

  private static void print(String what, int coalitions, String heap, JsonObject figures) {
    System.out.println(
        new JsonObject()
            .put("bench", "fleet")
            .put("what", what)
            .put("coalitions", coalitions)
            .mergeIn(figures)
            .put("heap", heap)
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  private static long millisSince(long began) {
    return (System.nanoTime() - began) / 1_000_000;
  }

  private void await(Process server, long began) throws Exception {
    while (!takesMail() || get("/", null).isEmpty()) {
      if (!server.isAlive()) {
        throw new IllegalStateException("The server ended before it was ready.");
      }
      if (millisSince(began) > READY_LIMIT.toMillis()) {
        throw new IllegalStateException("The server was not ready within " + READY_LIMIT + ".");
      }
      Thread.sleep(10);
    }
  }

  private boolean takesMail() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), smtp), 1_000);
      return true;
    } catch (IOException e) {
      return false; // the answer, not a failure
    }
  }

  private Optional<HttpResponse<String>> get(String path, @Nullable String token) {
    return get(http, path, token);
  }

  private Optional<HttpResponse<String>> get(int port, String path, @Nullable String token) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(ANSWER_LIMIT);
      if (token != null) {
        request.header("authorization", "Bearer " + token);
      }
      return Optional.of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      return Optional.empty();
    }
  }

  private double metric(String name) {
    return get(metrics, "/metrics", null).stream()
        .flatMap(answer -> answer.body().lines())
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  /** Calls of the database until the start's own have ended; -1 where none are counted. */
  private double quietCalls() throws InterruptedException {
    double before = metric("caucus_database_calls");
    for (int quiet = 0; quiet < 2; ) {
      Thread.sleep(500);
      double now = metric("caucus_database_calls");
      quiet = now - before < QUIET ? quiet + 1 : 0;
      before = now;
    }
    return before;
  }

  private static double rss(Process server) throws IOException {
    Path status = Path.of("/proc/" + server.pid() + "/status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElse(-1);
  }

  /** Each coalition is asked for by its convenor; who is told to come again does. */
  private JsonObject awake(int coalitions, String token, Process server) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger woken = new AtomicInteger();
    AtomicInteger comeAgain = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicLong[] took =
        Stream.generate(AtomicLong::new).limit(coalitions).toArray(AtomicLong[]::new);
    long began = System.nanoTime();
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int caller = 0; caller < CALLERS; caller++) {
        var unused =
            callers.submit(
                () -> {
                  int mine;
                  while ((mine = next.getAndIncrement()) < coalitions && server.isAlive()) {
                    int status = ask(mine, token, comeAgain, took[mine]);
                    (status == 200 ? woken : failed).incrementAndGet();
                  }
                });
      }
    }
    long[] sorted = Arrays.stream(took).mapToLong(AtomicLong::get).sorted().toArray();
    return new JsonObject()
        .put("woken", woken.get())
        .put("come_again", comeAgain.get())
        .put("failed", failed.get())
        .put("ms", millisSince(began))
        .put("p50_ms", sorted[sorted.length / 2] / 1_000_000)
        .put("p99_ms", sorted[(int) (sorted.length * 0.99)] / 1_000_000)
        .put("in_memory", (long) metric("caucus_rooms_loaded"))
        .put("alive", server.isAlive())
        .put("rss_mib", rss(server));
  }

  private int ask(int number, String token, AtomicInteger comeAgain, AtomicLong took) {
    int status = 0;
    for (int i = 0; i < TRIES; i++) {
      long began = System.nanoTime();
      var answer = get("/api/workspaces/" + slug(number), token);
      took.set(System.nanoTime() - began);
      status = answer.map(HttpResponse::statusCode).orElse(0);
      if (status != 503) {
        return status;
      }
      comeAgain.incrementAndGet();
      try {
        Thread.sleep(1_000 * answer.get().headers().firstValueAsLong("retry-after").orElse(1));
      } catch (InterruptedException e) {
        return status;
      }
    }
    return status;
  }
}
