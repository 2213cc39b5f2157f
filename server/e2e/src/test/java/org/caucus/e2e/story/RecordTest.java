package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Ports;
import org.caucus.views.audit.export.MemberExportVerifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Everybody takes their copy of the record home, and it is theirs alone. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordTest {
  private static final String W = "/api/workspaces/code-of-practice";

  @TempDir static Path data;
  @TempDir static Path downloads;

  private Demo demo;
  private URI base;
  private JsonObject file;

  @BeforeAll
  void start() throws IOException {
    int port = Ports.free();
    Settings settings = Settings.from(StoryServer.environment(data, port, "")::get);
    demo = Demo.start(settings, new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    file = new JsonObject(Files.readString(data.resolve("demo.json")));
    base = URI.create(file.getString("baseUrl"));
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @Test
  void everySeatsCopyIsSoundAndHoldsWhatItsActivityPageShows() throws IOException {
    for (Object each : file.getJsonArray("seats")) {
      JsonObject seat = (JsonObject) each;
      var browser = seated(seat);

      var reply = browser.get(W + "/record");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("content-type")).isEqualTo("application/jsonl");
      assertThat(reply.header("content-disposition"))
          .isEqualTo("attachment; filename=\"code-of-practice-record.jsonl\"");
      var copy =
          MemberExportVerifier.check(
              Files.write(downloads.resolve("copy"), reply.body().getBytes()));
      assertThat(copy.fault()).isNull();
      assertThat(copy.commits().keySet()).containsExactlyInAnyOrderElementsOf(activity(browser));
    }
  }

  @Test
  void theAuditViewIsCheckedLikeACopyAndSaysThatItWasTaken() throws IOException {
    var amina = Browser.seated(base, "amina");

    var reply = amina.get(W + "/audit/export");

    assertThat(reply.header("content-disposition"))
        .isEqualTo("attachment; filename=\"code-of-practice-audit.jsonl\"");
    var copy =
        MemberExportVerifier.check(
            Files.write(downloads.resolve("audit"), reply.body().getBytes()));
    assertThat(copy.fault()).isNull();
    JsonObject page = amina.get(W + "/audit?limit=200").json();
    Set<String> shown = new TreeSet<>();
    page.getJsonArray("items").forEach(i -> shown.add(((JsonObject) i).getString("position")));
    assertThat(copy.commits().keySet()).containsExactlyInAnyOrderElementsOf(shown);
    assertThat(activity(amina)).containsAll(shown);
    assertThat(page.getJsonArray("items").getJsonObject(0).getString("verb"))
        .isEqualTo("record.exported");
    assertThat(amina.get(W + "/audit/export?format=csv").body().toString()).contains("seat.taken");
    assertThat(Browser.seated(base, "yuki").get(W + "/audit").body().toString())
        .doesNotContain("AUDIT", "invitation.sent");
  }

  private Browser seated(JsonObject seat) {
    String address = seat.getString("address");
    return Browser.seated(base, address.substring(0, address.indexOf('@')));
  }

  private static Set<String> activity(Browser browser) {
    Set<String> commits = new TreeSet<>();
    String more = "";
    while (more != null) {
      JsonObject page = browser.get(W + "/activity?limit=200" + more).json();
      page.getJsonArray("items").forEach(i -> commits.add(((JsonObject) i).getString("id")));
      more = page.containsKey("next") ? "&before=" + page.getString("next") : null;
    }
    return commits;
  }

  @Test
  void nobodyWithoutASeatGetsOneAndNobodyGetsManyAnHour() {
    assertThat(new Browser(base).get(W + "/record").status()).isEqualTo(401);
    JsonObject last =
        file.getJsonArray("seats").getJsonObject(file.getJsonArray("seats").size() - 1);
    var browser = seated(last);
    assertThat(browser.get("/api/workspaces/no-such-place/record").status()).isEqualTo(404);

    int refused = 0;
    for (int i = 0; i < 8; i++) {
      var reply = browser.get(W + "/record");
      if (reply.status() == 429) {
        refused++;
        assertThat(Integer.parseInt(reply.header("retry-after"))).isPositive();
      }
    }
    assertThat(refused).isBetween(1, 7);
  }
}
