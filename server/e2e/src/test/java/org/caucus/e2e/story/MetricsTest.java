package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's port: numbers that move with what happens, and the reason for what is wrong. */
@Tag("slow")
class MetricsTest {
  private static final String W = "/api/workspaces/code-of-practice";

  @TempDir Path data;

  @Test
  void countsWhatHappensAndNamesNobody() throws Exception {
    int port = Ports.free();
    int metrics = Ports.free();
    URI base = URI.create("http://127.0.0.1:" + port);
    Map<String, String> settings = StoryServer.environment(data, port, "");
    settings.put("CAUCUS_METRICS_PORT", Integer.toString(metrics));
    Founded.into(data);
    try (Child demo = new Child("demo", data, settings).started(base)) {
      JsonObject seat = demo.demo().getJsonArray("seats").getJsonObject(0);
      Browser operator = new Browser(URI.create("http://127.0.0.1:" + metrics));
      // the numbers come after the pages
      await().untilAsserted(() -> assertThat(operator.get("/health").status()).isEqualTo(200));
      double before = number(operator, "caucus_commit_seconds_count");

      new Browser(base, seat.getString("token"))
          .post(
              W + "/lists/coalition/threads",
              new JsonObject().put("subject", "Removal notice").put("text", "Within 24 hours?"),
              "Idempotency-Key",
              "removal-notice-1");

      assertThat(number(operator, "caucus_commit_seconds_count")).isEqualTo(before + 1);
      assertThat(number(operator, "caucus_rooms_loaded")).isEqualTo(1);
      assertThat(number(operator, "caucus_deadletters")).isZero();
      assertThat(number(operator, "caucus_append_conflicts_total")).isZero();
      String all = operator.get("/metrics").text();
      assertThat(all).contains("caucus_follower_lag{follower=\"relay\"}");
      assertThat(all)
          .contains(
              "caucus_commit_batch_records_max",
              "caucus_outbox_waiting",
              "caucus_jobs_kept{kind=\"digests\"}");
      assertThat(all).contains("caucus_sign_in_attempts_total{outcome=\"entered\",way=\"token\"}");
      assertThat(all)
          .doesNotContain(
              seat.getString("name"), seat.getString("address"), "Removal", "coalition");
      assertThat(operator.get("/health").json().getString("status")).isEqualTo("alive");
      assertThat(operator.get("/ready").status()).isEqualTo(200);
      assertThat(operator.get("/elsewhere").status()).isEqualTo(404);
    }
  }

  private static double number(Browser operator, String name) {
    return operator
        .get("/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among the numbers"));
  }
}
