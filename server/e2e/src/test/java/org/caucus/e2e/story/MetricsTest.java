package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Checkout;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's port: numbers that move with what happens, and the reason for what is wrong. */
@Tag("slow")
class MetricsTest {
  private static final String W = "/api/workspaces/code-of-practice";

  private static final Path MONITORING = Checkout.root("infra/deploy/monitoring");
  private static final Pattern NUMBER =
      Pattern.compile("\\b(?:caucus|jvm|process|system)_[a-z0-9_]{1,60}\\b");
  private static final Pattern VALUES = Pattern.compile("\\b(?:check|id)!?=~?\"([^\"]{1,200})\"");
  private static final Pattern SHOWN = Pattern.compile("\\b(?:check|id)=\"([^\"]{1,100})\"");

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

      assertThat(new Browser(base).get(W).status()).as("counted as refused").isEqualTo(401);
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
              "caucus_mail_queue_letters{state=\"held\"} 0.0",
              "caucus_mail_refused_total{step=\"quote_leak_guard\"} 0.0",
              "caucus_jobs_kept{kind=\"digests\"}");
      assertThat(all).contains("caucus_sign_in_attempts_total{outcome=\"entered\",way=\"token\"}");
      assertThat(all)
          .doesNotContain(
              seat.getString("name"), seat.getString("address"), "Removal", "coalition");
      assertThat(namesIn("prometheus-rules.yaml", "grafana-dashboard.json"))
          .as("numbers that alerts and the dashboard look at")
          .hasSizeGreaterThan(20)
          .isSubsetOf(namesOf(all));
      assertThat(valuesIn("prometheus-rules.yaml")).as("checks by name").isSubsetOf(valuesOf(all));
      assertThat(operator.get("/health").json().getString("status")).isEqualTo("alive");
      assertThat(operator.get("/ready").status()).isEqualTo(200);
      assertThat(operator.get("/elsewhere").status()).isEqualTo(404);
    }
  }

  /** Names of numbers that these files for monitoring use. */
  private static Set<String> namesIn(String... files) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String file : files) {
      String text = Files.readString(MONITORING.resolve(file));
      NUMBER.matcher(text).results().map(MatchResult::group).forEach(names::add);
    }
    return names;
  }

  /** Checks and memory pools that alerts tell apart. */
  private static Set<String> valuesIn(String file) throws IOException {
    return VALUES
        .matcher(Files.readString(MONITORING.resolve(file)))
        .results()
        .flatMap(each -> Arrays.stream(each.group(1).split("\\|")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> namesOf(String metrics) {
    return metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  private static Set<String> valuesOf(String metrics) {
    return SHOWN.matcher(metrics).results().map(each -> each.group(1)).collect(Collectors.toSet());
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
