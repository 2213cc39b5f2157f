package org.caucus.e2e.bench;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code PORT TOKEN SECONDS}: asks a tracker of a running {@link BoardBench} at 50 requests a
 * second over HTTP, in turn for what a program, a filter and a browser ask for. A request is due at
 * its time whether the one before it was answered or not, and its time begins when it was due: what
 * waits behind a slow one counts as slow. Prints a line of JSON for each kind and one of all.
 */
public final class BoardRate {
  private static final int A_SECOND = 50;
  private static final int WARM_UP_SECONDS = 6;
  private static final double NANOS_PER_MS = 1_000_000;
  private static final String ISSUES = "/api/workspaces/cop/trackers/COP/issues?";

  private static final Map<String, String> ASKED = new LinkedHashMap<>();

  static {
    ASKED.put("page of 100", "limit=100");
    ASKED.put("filter by words over all", "limit=100&q=" + q("is:open notice"));
    ASKED.put("filter that finds nothing", "limit=100&q=" + q("\"never said by anybody\""));
    ASKED.put("board: one state", "limit=100&state=OPEN");
    ASKED.put("page of 1,000, as a browser asks", "limit=1000");
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, ConcurrentLinkedQueue<Long>> took = new ConcurrentHashMap<>();
  private final String base;
  private final String token;

  private BoardRate(String port, String token) {
    this.base = "http://127.0.0.1:" + port + ISSUES;
    this.token = token;
  }

  /** One run. */
  public static void main(String[] args) throws InterruptedException {
    BoardRate rate = new BoardRate(args[0], args[1]);
    rate.run(WARM_UP_SECONDS);
    rate.took.clear();
    rate.run(Integer.parseInt(args[2]));
    List<Long> all = new ArrayList<>();
    for (String kind : ASKED.keySet()) {
      all.addAll(rate.took.get(kind));
      print(kind, List.copyOf(rate.took.get(kind)));
    }
    print("all of these in turn", all);
  }

  private static String q(String filter) {
    return URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  private void run(int seconds) throws InterruptedException {
    List<Map.Entry<String, String>> kinds = List.copyOf(ASKED.entrySet());
    long began = System.nanoTime();
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < seconds * A_SECOND; i++) {
        long due = began + i * 1_000_000_000L / A_SECOND;
        long early = due - System.nanoTime();
        if (early > 0) {
          Thread.sleep(early / 1_000_000, (int) (early % 1_000_000));
        }
        var kind = kinds.get(i % kinds.size());
        asking.execute(() -> ask(kind.getKey(), kind.getValue(), due));
      }
    }
  }

  private void ask(String kind, String query, long due) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + query))
            .header("authorization", "Bearer " + token)
            .build();
    int status =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join().statusCode();
    if (status != 200) {
      System.err.println(kind + ": answered " + status);
      System.exit(1);
    }
    took.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - due);
  }

  private static void print(String kind, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.println(
        new JsonObject()
            .put("bench", "board")
            .put("where", "http at " + A_SECOND + " requests/s")
            .put("of", kind)
            .put("p50_ms", at(sorted, 0.5))
            .put("p99_ms", at(sorted, 0.99))
            .put("max_ms", at(sorted, 1))
            .put("reads", sorted.length)
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  private static double at(long[] sorted, double share) {
    double ms = sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MS;
    return Double.parseDouble(String.format(Locale.ROOT, "%.2f", ms));
  }
}
