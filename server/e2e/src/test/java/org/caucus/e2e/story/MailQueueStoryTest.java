package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.app.wiring.StorageWiring;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.caucus.messaging.notifications.Gate;
import org.caucus.operator.Heard;
import org.caucus.operator.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator sees and moves mail that does not leave, at a server whose next host for two domains
 * greylists and has a full mailbox.
 */
@Tag("slow")
class MailQueueStoryTest {
  private static final String W = "/api/workspaces/river";
  private static final String BOLA = "bola@slow.example";
  private static final String TUNDE = "tunde@full.example";
  private static final Pattern JOIN = Pattern.compile("http://\\S+(/join/[\\w.]+)");

  @TempDir Path data;
  private final Mailbox behind = new Mailbox();
  private final Gate gate = new Gate(behind.port());
  private final int metrics = Ports.free();
  private StoryServer house;
  private Browser amina;

  @BeforeEach
  void start() throws Exception {
    String host = "=smtp://127.0.0.1:" + gate.port() + "?starttls=off";
    String routes = "slow.example" + host + ",full.example" + host;
    house =
        new StoryServer(
            data,
            Map.of("CAUCUS_SMTP_ROUTES", routes, "CAUCUS_METRICS_PORT", Integer.toString(metrics)));
    amina = house.founder("river", "lantern", "all");
    join(BOLA);
    join(TUNDE);
    gate.atName.put(BOLA, "451 4.7.1 <" + BOLA + "> Greylisted, come back in 5 minutes");
    gate.atName.put(TUNDE, "452 4.2.2 <" + TUNDE + "> Mailbox full");
  }

  @AfterEach
  void stop() {
    house.close();
    gate.close();
    behind.close();
  }

  private void join(String address) throws InterruptedException {
    JsonObject invitation =
        new JsonObject()
            .put("address", address)
            .put("role", "MEMBER")
            .put("organisation", "lantern");
    amina.post(W + "/invitations", invitation).id();
    Mailbox.Mail mail = behind.await(address, m -> JOIN.matcher(m.text()).find());
    Matcher link = JOIN.matcher(mail.text());
    assertThat(link.find()).isTrue();
    String path = "/api/invitations/" + link.group(1).substring("/join/".length()) + "/acceptance";
    String name = address.substring(0, address.indexOf('@'));
    house.browser().post(path, new JsonObject().put("name", name)).id();
  }

  private String post(String subject) {
    JsonObject words = new JsonObject().put("subject", subject).put("text", "Between us only.");
    String thread = amina.post(W + "/lists/all/threads", words).id();
    JsonArray entries = amina.get(W + "/threads/" + thread).json().getJsonArray("entries");
    return entries.getJsonObject(0).getString("id");
  }

  private JsonObject queue(String... words) {
    String[] all =
        Stream.concat(Stream.of("queue", "--json"), Arrays.stream(words)).toArray(String[]::new);
    return new JsonObject(house.command(0, all));
  }

  /** The letters of posts: others, such as on somebody who joined, may wait as well. */
  private List<JsonObject> posts(String... words) {
    String[] all =
        Stream.concat(Stream.of("--kind", "relay.post"), Arrays.stream(words))
            .toArray(String[]::new);
    return queue(all).getJsonArray("queue").stream().map(JsonObject.class::cast).toList();
  }

  private void awaitDeferred(int letters) {
    await().atMost(Clocks.LONG).until(() -> posts("--state", "deferred").size() == letters);
  }

  private List<String> states(String entry) {
    return amina.get(W + "/entries/" + entry + "/deliveries").json().getJsonArray("items").stream()
        .map(o -> ((JsonObject) o).getString("state"))
        .toList();
  }

  @Test
  void whatDoesNotLeaveIsListedWithoutAWordTriedAgainAndHeld() throws Exception {
    post("Removal notice");
    awaitDeferred(2);

    JsonObject slow = posts("--destination", "slow.example").getFirst();
    assertThat(slow.getString("reason")).isEqualTo("later");
    assertThat(slow.getInteger("code")).isEqualTo(451);
    assertThat(slow.getString("status")).isEqualTo("4.7.1");
    assertThat(slow.getInteger("octets")).isGreaterThan(500);
    assertThat(slow.getString("workspace")).isEqualTo("river");
    assertThat(posts("--reason", "full").getFirst().getString("destination"))
        .isEqualTo("full.example");
    String shown = house.command(0, "queue") + queue().encode();
    assertThat(shown)
        .contains("slow.example", "full.example", "later 451", "river")
        .doesNotContain("bola", "tunde", "Removal", "Between", "Greylisted");
    assertThat(house.command(0, "queue", "--destination", "elsewhere.example"))
        .isEqualTo("No letters.");

    String id = slow.getString("id");
    assertThat(house.command(0, "queue", "hold", id)).startsWith("1 letters are held.");
    countsThemWithoutNames();
    gate.atName.clear();
    assertThat(house.command(0, "queue", "retry", "--kind", "relay.post"))
        .contains("1 letters are tried", "1 were left alone");
    behind.await(TUNDE, m -> m.subject().contains("Removal notice"));
    assertThat(posts("--state", "held")).hasSize(1);
    assertThat(behind.to(BOLA)).noneMatch(m -> m.subject().contains("Removal notice"));

    assertThat(house.command(0, "queue", "release", id)).startsWith("1 letters");
    assertThat(house.command(0, "queue", "retry", id)).startsWith("1 letters");
    behind.await(BOLA, m -> m.subject().contains("Removal notice"));
    assertThat(behind.to(TUNDE).stream().filter(m -> m.subject().contains("Removal"))).hasSize(1);
  }

  private void countsThemWithoutNames() throws Exception {
    String noise = "From: <noise@far.example>\r\nSubject: Hello\r\n\r\nIs this read?\r\n";
    MailClient.send(
        house.smtpPort(),
        "noise@far.example",
        "river+notices@lists.example",
        noise.getBytes(UTF_8));
    Browser numbers = new Browser(URI.create("http://127.0.0.1:" + metrics));
    await()
        .atMost(Clocks.LONG)
        .untilAsserted(
            () -> {
              String all = numbers.get("/metrics").text();
              assertThat(all)
                  .contains(
                      "# HELP caucus_mail_queue_oldest_seconds Age of the oldest",
                      "caucus_mail_queue_letters{state=\"held\"} 1.0",
                      "caucus_mail_queue_letters{state=\"sending\"} 0.0",
                      "caucus_mail_deliveries_total{result=\"bounced\"} 0.0",
                      "caucus_mail_refused_total{step=\"service_address\"} 1.0")
                  .containsPattern("caucus_mail_queue_letters\\{state=\"deferred\"} [1-9]")
                  .containsPattern("caucus_mail_deliveries_total\\{result=\"deferred\"} [1-9]")
                  .containsPattern("caucus_mail_deliveries_total\\{result=\"sent\"} [1-9]")
                  .doesNotContain("bola", "slow.example", "river", "far.example");
            });
  }

  @Test
  void whatIsPurgedDoesNotLeaveAndItsAuthorReadsWhy() throws Exception {
    String entry = post("Removal notice");
    awaitDeferred(2);

    assertThat(house.command(2, "queue", "purge", "--all")).contains("--because");
    assertThat(house.command(1, "queue", "purge", "--because", "So")).contains("Say which");
    assertThat(house.command(1, "queue", "purge", "ffffffffffff", "--because", "So"))
        .contains("There is no");
    assertThat(posts()).hasSize(2);
    String[] purge = {
      "queue",
      "purge",
      "--destination",
      "slow.example",
      "--kind",
      "relay.post",
      "--because",
      "That host is closed for good."
    };
    assertThat(house.command(0, purge)).contains("1 letters were removed", "1 senders get");
    assertThat(house.command(1, purge)).as("a second operator").contains("No letter in the queue");

    Mailbox.Mail told =
        house.mailbox.await(
            StoryServer.OPERATOR, m -> m.text().contains("That host is closed for good."));
    assertThat(told.subject()).isEqualTo("Copies of your message were not sent");
    assertThat(told.text())
        .contains(house.base + "/w/river/")
        .doesNotContain("Removal", "Between", "bola", "slow.example");
    gate.atName.clear();
    house.command(0, "queue", "retry", "--all");
    behind.await(TUNDE, m -> m.subject().contains("Removal notice"));
    await().atMost(Clocks.LONG).until(() -> posts().isEmpty());
    assertThat(behind.to(BOLA)).noneMatch(m -> m.subject().contains("Removal notice"));
    assertThat(states(entry)).contains("REMOVED", "SENT").doesNotContain("RETRYING", "GIVEN_UP");
  }

  @Test
  void itIsTheSameWhileTheServerIsStopped() throws Exception {
    post("Removal notice");
    awaitDeferred(2);
    house.close();

    Heard heard = new Heard();
    Shell shell = new Shell(house.settings.data(), heard);
    Shell.Opening stopped = work -> StorageWiring.atDesk(house.settings, false, work);
    assertThat(shell.run(List.of("queue", "--kind", "relay.post"), stopped)).isZero();
    assertThat(String.join("\n", heard.said)).contains("slow.example", "full.example", "2 letters");
    List<String> hold = List.of("queue", "hold", "--destination", "slow.example");
    assertThat(shell.run(hold, stopped)).isZero();
    List<String> purge =
        List.of("queue", "purge", "--destination", "full.example", "--because", "Full for weeks.");
    assertThat(shell.run(purge, stopped)).isZero();
    gate.atName.clear();
    String routes = "slow.example=smtp://127.0.0.1:" + gate.port() + "?starttls=off";
    house = new StoryServer(data, Map.of("CAUCUS_SMTP_ROUTES", routes));

    house.mailbox.await(StoryServer.OPERATOR, m -> m.text().contains("Full for weeks."));
    assertThat(posts("--state", "held")).hasSize(1);
    assertThat(house.command(0, "queue", "release", "--all")).startsWith("1 letters");
    house.command(0, "queue", "retry", "--all");
    behind.await(BOLA, m -> m.subject().contains("Removal notice"));
  }
}
