package org.caucus.e2e.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.caucus.coalition.entries.NewEntries;
import org.caucus.coalition.trackers.IssuePresenter;
import org.caucus.coalition.trackers.IssueRoutes;
import org.caucus.coalition.trackers.IssueRowCache;
import org.caucus.http.ApiResponse;
import org.caucus.http.ContractFile;
import org.caucus.http.Health;
import org.caucus.http.HttpServer;
import org.caucus.http.JsonEncoder;
import org.caucus.http.compression.CompressionCache;
import org.caucus.http.filters.CostlyRequestLimiter;
import org.caucus.http.filters.RateLimiter;
import org.caucus.http.filters.TrustedProxies;
import org.caucus.identity.CallerLookup;
import org.caucus.identity.Sessions;
import org.caucus.identity.Tokens;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.observability.security.SecurityLog;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.PasskeyPolicy;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.SeatIndex;
import org.caucus.workspace.SeatResolver;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceDirectory;

/**
 * What {@code infra/bench/board} runs: {@code process} reads a board in this process; {@code serve
 * DIR PORT [ISSUES]} serves one until its input ends, and prints a token per kind of reader; {@code
 * ask PORT TOKEN ENCODING READER} reads it over HTTP. Prints lines of JSON.
 */
public final class BoardBench {
  private static final int ISSUES = 1_000;
  private static final int EARLIER_COMMITS = 5_000;
  private static final int CHARS = 400;
  private static final int WARM_UP = 500;
  private static final int READS = 2_000;
  private static final double MICROS_PER_MILLI = 1_000;

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private BoardBench() {}

  /** One step. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "process" -> inProcess();
      case "serve" ->
          serve(
              Path.of(args[1]),
              Integer.parseInt(args[2]),
              args.length > 3 ? Integer.parseInt(args[3]) : ISSUES);
      case "ask" -> ask(Integer.parseInt(args[1]), args[2], args[3], args[4]);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static Years years(WorkspaceId id, List<byte[]> records, int issues) {
    return new Years(id, CHARS, commit -> records.add(CommitCodec.write(commit)))
        .founded()
        .until(EARLIER_COMMITS)
        .board(issues);
  }

  private static SeatId seat(Workspace state, String organisation) {
    return state.members().active().stream()
        .filter(s -> s.organisation().equals(organisation))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static void inProcess() {
    Workspace state = years(WorkspaceId.random(), new ArrayList<>(), ISSUES).state();
    IssueRowCache remembered = new IssueRowCache(JsonEncoder::of);
    var tracker = state.issues().tracker("COP").orElseThrow();
    for (String organisation : List.of("rights", "chirp")) {
      SeatId reader = seat(state, organisation);
      long[] micros = new long[READS];
      long[] cpu = new long[READS];
      int bytes = 0;
      int rows = 0;
      for (int i = -WARM_UP; i < READS; i++) {
        long began = System.nanoTime();
        long beganCpu = CPU.getCurrentThreadCpuTime();
        Buffer board =
            IssuePresenter.board(state, tracker, IssuePresenter.Wanted.ALL, reader, remembered);
        bytes = ApiResponse.ok(board).body().length();
        if (i >= 0) {
          micros[i] = (System.nanoTime() - began) / 1_000;
          cpu[i] = (CPU.getCurrentThreadCpuTime() - beganCpu) / 1_000;
        }
        rows = i < 0 ? new JsonObject(board).getJsonArray("items").size() : rows;
      }
      print("process", organisation, rows, bytes, micros, cpu);
    }
  }

  private static void print(
      String where, String reader, int rows, int bytes, long[] micros, long[] cpu) {
    Arrays.sort(micros);
    Arrays.sort(cpu);
    JsonObject line =
        new JsonObject().put("bench", "board").put("where", where).put("reader", reader);
    if (rows > 0) {
      line.put("issues", rows);
      line.put("cpu_p50_ms", at(cpu, 0.5)).put("cpu_p99_ms", at(cpu, 0.99));
    }
    line.put("bytes", bytes).put("p50_ms", at(micros, 0.5)).put("p99_ms", at(micros, 0.99));
    line.put("reads", micros.length).put("cores", Runtime.getRuntime().availableProcessors());
    System.out.println(line.encode());
  }

  private static double at(long[] sorted, double share) {
    double ms = sorted[(int) Math.ceil(share * sorted.length) - 1] / MICROS_PER_MILLI;
    return Double.parseDouble(String.format(Locale.ROOT, "%.2f", ms));
  }

  private static void serve(Path directory, int port, int issues) throws IOException {
    InstantSource clock = InstantSource.system();
    Vertx vertx = Vertx.vertx();
    try (Installation caucus = Installation.open(directory);
        Rooms rooms = new Rooms(caucus.log(), clock, caucus.bell(vertx))) {
      Workspace state = fill(caucus, issues);
      Tokens tokens = new Tokens(caucus.mongo(), caucus.vault(), id -> {}, clock);
      vertx
          .deployVerticle(() -> server(vertx, caucus, rooms, tokens, clock, port), OPTIONS)
          .await();
      JsonObject minted = new JsonObject();
      for (String organisation : List.of("rights", "chirp")) {
        String person = state.members().seats().get(seat(state, organisation)).person();
        minted.put(organisation, tokens.mint(person, "bench").await());
      }
      System.out.println(minted.encode());
      System.in.read();
    }
    vertx.close().await();
  }

  private static final DeploymentOptions OPTIONS =
      new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD).setInstances(2);

  private static HttpServer server(
      Vertx vertx, Installation caucus, Rooms rooms, Tokens tokens, InstantSource clock, int port) {
    return new HttpServer(
        new HttpServer.Parts(
            "127.0.0.1",
            port,
            URI.create("http://127.0.0.1:" + port),
            ContractFile.load(vertx).await(),
            new CallerLookup(
                new Sessions(bus(vertx, caucus), caucus.mongo(), caucus.vault(), clock),
                tokens,
                p -> io.vertx.core.Future.succeededFuture(List.of("code"))),
            new SeatResolver(
                directory(caucus),
                rooms,
                seatings(caucus, rooms),
                new PasskeyPolicy(p -> Future.succeededFuture(true)),
                clock),
            clock,
            List.of(new IssueRoutes(rooms, new NewEntries((w, s, ids) -> List.of()))),
            new Health(() -> Future.succeededFuture(), () -> false, List::of),
            List.of(),
            new HttpServer.Gate(
                new TrustedProxies(peer -> false),
                new RateLimiter(clock, Integer.MAX_VALUE),
                new CostlyRequestLimiter(),
                new CompressionCache(),
                SecurityLog.in(caucus.vault(), clock),
                words -> words)));
  }

  private static Workspace fill(Installation caucus, int issues) {
    WorkspaceId id = caucus.workspace();
    List<byte[]> records = new ArrayList<>();
    Workspace state = years(id, records, issues).state();
    RecordHash tip = RecordHash.NONE;
    for (int i = 0; i < records.size(); i += EventLog.APPEND_LIMIT) {
      int end = Math.min(records.size(), i + EventLog.APPEND_LIMIT);
      tip = caucus.log().append(id, i + 1L, tip, records.subList(i, end)).await();
    }
    directory(caucus).claimSlug("cop", id).await();
    return state;
  }

  private static EncryptedEventBus bus(Vertx vertx, Installation caucus) {
    return new EncryptedEventBus(vertx, new ClusterSecret(caucus.vault(), ""));
  }

  private static SeatIndex seatings(Installation caucus, Rooms rooms) {
    return new SeatIndex(
        new SealedCollection(
            caucus.mongo().documents("seatings"), caucus.vault(), WorkspaceId.SYSTEM),
        rooms);
  }

  private static WorkspaceDirectory directory(Installation caucus) {
    return new WorkspaceDirectory(
        new UniqueNames(caucus.mongo(), caucus.vault(), "slug"),
        new UniqueNames(caucus.mongo(), caucus.vault(), "address"),
        "lists.example");
  }

  private static void ask(int port, String token, String encoding, String reader) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/workspaces/cop/trackers/COP/issues"))
            .header("authorization", "Bearer " + token)
            .header("accept-encoding", encoding)
            .build();
    long[] micros = new long[READS];
    int bytes = 0;
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int i = -WARM_UP; i < READS; i++) {
        long began = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (i >= 0) {
          micros[i] = (System.nanoTime() - began) / 1_000;
        }
        if (answer.statusCode() != 200) {
          throw new IllegalStateException("answered " + answer.statusCode());
        }
        bytes = answer.body().length;
      }
    }
    print("http " + encoding, reader, 0, bytes, micros, new long[] {0});
  }
}
