package org.caucus.app.doctor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the running server says of itself at {@code /ready}: nodes and their versions among it. */
final class ReadinessCheck {
  private static final String NAME = "server";
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private ReadinessCheck() {}

  static List<Finding> of(@Nullable Integer port) throws InterruptedException {
    if (port == null || port == 0) {
      return List.of(
          Finding.warn(
              NAME,
              "What the server says of itself cannot be read: CAUCUS_METRICS_PORT is not set.",
              "CAUCUS_METRICS_PORT=9464"));
    }
    URI ready = URI.create("http://127.0.0.1:" + port + "/ready");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(ready).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      return findings(new JsonObject(answer.body()));
    } catch (IOException e) {
      return List.of(
          Finding.fail(
              NAME,
              "No server answers at CAUCUS_METRICS_PORT (" + port + ").",
              "Start it: systemctl start caucus. See its log: journalctl -u caucus"));
    }
  }

  private static List<Finding> findings(JsonObject report) {
    boolean ready = report.getString("status", "").startsWith("ready");
    List<Finding> all = new ArrayList<>();
    for (Object each : report.getJsonArray("reasons", new JsonArray())) {
      JsonObject reason = (JsonObject) each;
      String name = NAME + ": " + reason.getString("check");
      String fault = reason.getString("reason");
      String fix = "See server/docs/ARCHITECTURE.md, What an operator sees.";
      all.add(
          reason.getBoolean("vital", false)
              ? Finding.fail(name, fault, fix)
              : Finding.warn(name, fault, fix));
    }
    if (all.isEmpty()) {
      all.add(
          ready
              ? Finding.ok(NAME, "The server is ready and finds no fault.")
              : Finding.fail(NAME, "The server is not ready.", "See its log."));
    }
    return all;
  }
}
