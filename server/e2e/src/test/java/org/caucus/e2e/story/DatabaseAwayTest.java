package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.store.RemoteMongo;
import org.caucus.platform.store.SmallDisk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away and comes back: everybody is asked to wait, nobody is lied to. */
@Tag("slow")
class DatabaseAwayTest {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final String THREADS = W + "/lists/coalition/threads";
  private static final Duration SOON = Clocks.LONG;

  @TempDir Path directory;

  private Browser ngozi;
  private int smtp;

  private Demo start(Path data, Map<String, String> more) throws IOException {
    Map<String, String> settings = StoryServer.environment(data, Ports.free(), "");
    settings.putAll(more);
    Demo demo =
        Demo.start(
            Settings.from(settings::get),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    JsonObject told = new JsonObject(Files.readString(data.resolve("demo.json")));
    smtp = told.getJsonObject("smtp").getInteger("port");
    String token =
        told.getJsonArray("seats").stream()
            .map(JsonObject.class::cast)
            .filter(s -> s.getString("address").equals("ngozi@savanna.example"))
            .findFirst()
            .orElseThrow()
            .getString("token");
    ngozi = new Browser(URI.create(told.getString("baseUrl")), token);
    return demo;
  }

  private String mail(String subject, int octets) throws IOException {
    String letter =
        "From: <ngozi@savanna.example>\r\nSubject: "
            + subject
            + "\r\nMessage-ID: <"
            + subject
            + "@savanna.example>\r\n\r\n"
            + "The draft has six parts.\r\n".repeat(1 + octets / 26);
    return MailClient.send(
        smtp, "ngozi@savanna.example", "coalition@lists.example", letter.getBytes(US_ASCII));
  }

  private Browser.Reply post(String subject) {
    JsonObject thread = new JsonObject().put("subject", subject).put("text", "Six parts.");
    return ngozi.post(THREADS, thread, "Idempotency-Key", subject + "-once");
  }

  private void assertAway(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(503);
    assertThat(reply.header("retry-after")).matches("[0-9]+");
    assertThat(reply.header("content-type")).startsWith("application/problem+json");
  }

  /** How many threads have that subject, once there is one. */
  private void assertThereOnce(String subject) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Browser.Reply threads = ngozi.get(THREADS + "?limit=100");
              assertThat(threads.status()).isEqualTo(200);
              assertThat(
                      threads.json().getJsonArray("items").stream()
                          .map(JsonObject.class::cast)
                          .filter(t -> t.getString("subject").equals(subject)))
                  .hasSize(1);
            });
  }

  @Test
  void aCutLineToTheDatabaseIsSaidEverywhereAndMendedByItself() throws Exception {
    try (RemoteMongo database = new RemoteMongo();
        Demo demo = start(directory, Map.of("CAUCUS_MONGODB_URI", database.uri()))) {
      assertThat(demo).isNotNull();
      assertThat(mail("before", 1)).startsWith("250 ");
      assertThereOnce("before");
      database.cut();

      assertAway(ngozi.get(W));
      assertAway(post("posted"));
      assertThat(ngozi.get("/health").json().getString("reason")).contains("database is away");
      assertThat(mail("mailed", 1)).startsWith("451 ");

      database.mend();
      Awaitility.await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(mail("mailed", 1)).startsWith("250 "));
      Browser.Reply again = post("posted");
      assertThat(again.status()).as(again.text()).isEqualTo(201);
      assertThereOnce("mailed");
      assertThereOnce("posted");
    }
  }

  @Test
  void aFullDiskRefusesLettersForNowAndKeepsAllItTook() throws Exception {
    try (SmallDisk disk = SmallDisk.of(60, directory.resolve("disk"));
        Demo demo = start(disk.directory(), Map.of())) {
      assertThat(demo).isNotNull();
      disk.fill(3_000);
      int taken = 0;
      String answer = mail("letter-0", 100_000);
      while (answer.startsWith("250 ")) {
        taken++;
        assertThat(taken).as("letters before the disk was full").isLessThan(200);
        answer = mail("letter-" + taken, 100_000);
      }
      assertThat(answer).startsWith("451 ");
      assertThat(taken).isPositive();
      assertAway(ngozi.get(W));
      Browser.Reply refused = post("posted");
      assertAway(refused);
      assertThat(refused.json().getString("title")).isEqualTo("The server's disk is full");
      Awaitility.await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                Browser.Reply health = ngozi.get("/health");
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.json().getString("reason")).contains("disk", "KiB left");
              });

      disk.makeRoom();
      Awaitility.await().atMost(SOON).until(() -> ngozi.get(W).status() == 200);
      assertThat(mail("letter-" + taken, 100_000)).startsWith("250 ");
      assertThat(post("posted").status()).isEqualTo(201);
      for (int i = 0; i <= taken; i++) {
        assertThereOnce("letter-" + i);
      }
    }
  }
}
