package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.BsonBinary;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Jvm;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.UniqueNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does about keys while members are at work, as both of them see it. */
@Tag("slow")
class OperatorKeysTest {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final String DELTA = "/api/workspaces/river-delta";
  private static final long COMMAND_SECONDS = 120;

  @TempDir Path data;
  private URI base;
  private Map<String, String> settings;

  @BeforeEach
  void place() throws IOException {
    int port = Ports.free();
    base = URI.create("http://127.0.0.1:" + port);
    settings = StoryServer.environment(data, port, "");
  }

  private record Done(int status, String said) {}

  /** Runs {@code caucus} with these words in a process of its own; {@code typed} is its input. */
  private Done caucus(String typed, String... words) throws Exception {
    var line =
        new ArrayList<>(
            List.of(Jvm.java(), "-Xmx200m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(Jvm.classes());
    line.add("org.caucus.app.Main");
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().removeIf(k -> k.startsWith("CAUCUS_"));
    builder.environment().putAll(settings);
    var process = builder.start();
    try (var in = process.outputWriter(UTF_8)) {
      in.write(typed + "\n");
    }
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Done(process.exitValue(), said);
  }

  private static JsonObject seat(JsonObject demo, String address) {
    return demo.getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("address").startsWith(address))
        .findFirst()
        .orElseThrow();
  }

  private Browser member(Child child) throws IOException {
    return new Browser(base, seat(child.demo(), "amina@").getString("token"));
  }

  @Test
  void everyKeyIsReplacedUnderARunningServerAndOneCoalitionIsDestroyed() throws Exception {
    Founded.into(data);
    try (Child server = new Child("demo", data, settings).started(base)) {
      var member = member(server);
      var page = member.get(W).json();
      byte[] masterBefore = Files.readAllBytes(data.resolve("master.key"));

      assertThat(caucus("", "keys", "rotate", "code-of-practice"))
          .satisfies(done -> assertThat(done.status()).as(done.said()).isZero())
          .satisfies(done -> assertThat(done.said()).contains("The old key stays until "));
      assertThat(caucus("", "keys", "rotate", "installation").status()).isZero();
      assertThat(caucus("", "keys", "rotate", "--master").status()).isZero();

      assertThat(Files.readAllBytes(data.resolve("master.key"))).isNotEqualTo(masterBefore);
      assertThat(member.get(W).json()).isEqualTo(page);
      var thread = new JsonObject().put("subject", "After").put("text", "The keys are new.");
      member.post(W + "/lists/coalition/threads", thread, "Idempotency-Key", "after-keys-1").id();

      assertThat(caucus("another-slug", "keys", "destroy", "code-of-practice"))
          .satisfies(done -> assertThat(done.status()).isEqualTo(1))
          .satisfies(done -> assertThat(done.said()).contains("Nothing was changed"));
      assertThat(member.get(W).status()).isEqualTo(200);
      destroyAndLook(server, member);
    }
    try (Child again = new Child("serve", data, serving()).started(base)) {
      var member = member(again);
      assertThat(member.get(W).status()).isEqualTo(404);
      assertThat(member.get("/api/me").json().getJsonArray("workspaces")).isEmpty();
    }
    assertThat(data.resolve("caucus.mv.db.rewrite")).doesNotExist();
  }

  /** As the demo, but it does not tell its story again. */
  private Map<String, String> serving() {
    settings.put("CAUCUS_SMTP_URL", "smtp://127.0.0.1:1");
    return settings;
  }

  private void destroyAndLook(Child server, Browser member) throws Exception {
    var done = caucus("code-of-practice", "keys", "destroy", "code-of-practice");

    assertThat(done.status()).as(done.said()).isZero();
    assertThat(done.said()).contains(": 0 open (").contains("What remains:");
    var gone = member.get(W);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body()).isEqualTo(member.get("/api/workspaces/never-was").body());
    assertThat(member.get("/api/me").json().getJsonArray("workspaces")).isEmpty();
    int smtp = server.demo().getJsonObject("smtp").getInteger("port");
    assertThat(
            MailClient.send(
                smtp, "amina@lantern.example", "coalition@lists.example", "\r\n".getBytes(UTF_8)))
        .startsWith("550");
    assertThat(server.said()).doesNotContain("went wrong");
  }

  @Test
  void aDamagedCoalitionIsClosedToItsMembersAndDoesNotExistForOthers() throws Exception {
    Founded.into(data);
    try (Child server = new Child("demo", data, settings).started(base)) {
      assertThat(member(server).get(W).status()).isEqualTo(200);
      var other =
          new JsonObject()
              .put("slug", "river-delta")
              .put("name", "River delta")
              .put("convenor", "Amina Bello")
              .put(
                  "organisation",
                  new JsonObject()
                      .put("slug", "lantern")
                      .put("name", "Lantern")
                      .put("side", "CIVIL_SOCIETY"));
      member(server).post("/api/workspaces", other, "Idempotency-Key", "river-delta-1").id();
      server.kill();
    }
    changeOneBit();
    try (Child server = new Child("serve", data, serving()).started(base)) {
      var amina = member(server);
      assertThat(amina.get(DELTA).status()).isEqualTo(503);
      assertThat(amina.get(DELTA).json().getString("title")).isEqualTo("Closed for repair");
      var dara = new Browser(base, seat(server.demo(), "dara@").getString("token"));
      assertThat(dara.get(DELTA).status()).isEqualTo(404);
      assertThat(dara.get(DELTA).body()).isEqualTo(dara.get("/api/workspaces/never-was").body());
      assertThat(amina.get(W).status()).isEqualTo(200);
      assertThat(amina.get("/api/me").json().getJsonArray("workspaces"))
          .extracting(w -> ((JsonObject) w).getString("slug"))
          .containsExactly("code-of-practice");
      assertThat(server.said()).contains("/000000000001 is unreadable and not served");
      var status = caucus("", "keys");
      assertThat(status.status()).isEqualTo(1);
      assertThat(status.said()).contains("in quarantine:").contains("/000000000001");
    }
  }

  private void changeOneBit() {
    try (var caucus = Installation.open(data)) {
      var workspace =
          new String(
              new UniqueNames(caucus.mongo(), caucus.vault(), "slug")
                  .find("river-delta")
                  .await()
                  .orElseThrow(),
              UTF_8);
      var events = caucus.mongo().documents("events");
      var record = events.findById(workspace + "/000000000001").await().orElseThrow();
      var bytes = record.getBinary("c").getData().clone();
      bytes[bytes.length / 2] ^= 1;
      events.replace(record.append("c", new BsonBinary(bytes))).await();
    }
  }

  @Test
  void aSecondMasterKeyThatDiffersIsNamedAndNothingStarts() throws Exception {
    Installation.open(data).close();
    Path other = Files.createDirectory(data.resolve("other"));
    Installation.open(other).close();
    settings.put(
        "CAUCUS_MASTER_KEY",
        Base64.getEncoder().encodeToString(Files.readAllBytes(other.resolve("master.key"))));

    try (Child child = new Child("serve", data, serving())) {
      assertThat(child.ended()).isEqualTo(2);
      assertThat(child.said())
          .contains("the variable CAUCUS_MASTER_KEY")
          .contains("the file " + data.resolve("master.key"))
          .doesNotContain(settings.get("CAUCUS_MASTER_KEY"))
          .doesNotContain("\tat ");
    }
  }
}
