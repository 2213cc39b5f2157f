package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.workspace.nodes.LogPoller;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The first part of {@link AcrossNodesTest}: behind something that leads each request to another
 * node, what is begun at one is ended at the other, and the person who runs them sees both.
 */
abstract class LedBetweenNodes extends OnTwoNodes {
  private static final String DARA = "dara@brightline.example";
  private static final Pattern CODE = Pattern.compile("^(\\d{6}) ");
  private static final int PIECE = 1024 * 1024;

  private static String operator(String node, String... words) throws Exception {
    Path data = directory.resolve(node);
    Map<String, String> settings = StoryServer.environment(data, 0, nodes.mailbox.url());
    settings.put("CAUCUS_MONGODB_URI", nodes.uri());
    String[] line = new String[words.length + 1];
    line[0] = "org.caucus.app.Main";
    System.arraycopy(words, 0, line, 1, words.length);
    try (Child command = new Child(data, settings, line)) {
      assertThat(command.ended()).as(command.said()).isZero();
      return command.said();
    }
  }

  /** Those that have read something, by what is theirs to read on from. */
  private static Set<String> followers() throws IOException {
    try (Mongo mongo = Mongo.open(new MongoSettings(nodes.uri(), directory.resolve("look")))) {
      return mongo.documents("leases").findRange("", "~", Documents.READ_LIMIT).await().stream()
          .map(lease -> lease.getString("_id").getValue())
          .filter(name -> name.indexOf('/') > 0)
          .map(name -> name.substring(0, name.indexOf('/')))
          .collect(Collectors.toSet());
    }
  }

  @Test
  @Order(-3)
  void howFarFollowersAreIsToldAtEachNodeAndDisturbsNone() throws Exception {
    assertThat(followers()).contains("relay");
    for (String node : new String[] {"lagos", "abuja"}) {
      String said = operator(node, "followers");

      assertThat(followers()).allSatisfy(name -> assertThat(said).contains("\n" + name + " "));
      assertThat(said).contains("Nothing was given up.");
    }
    for (String node : new String[] {"lagos", "abuja"}) {
      assertThat(nodes.node(node).child().logged()).doesNotContain("Another Caucus", "--cluster");
    }
  }

  private static Browser holder(String address, String node) {
    return new Browser(nodes.node(node).base(), seat(address).getString("token"));
  }

  /** With the bus between them cut, so that neither is told of what the other did. */
  @Test
  @Order(-1)
  void whoIsLedFromNodeToNodeFindsWhatTheyHaveJustDone() throws Exception {
    cut();
    try {
      Led amina = new Led(nodes, holder("amina@", "lagos"));
      for (int i = 0; i < 3; i++) {
        JsonObject opened = new JsonObject().put("title", "Led " + i).put("description", "Here.");
        String issue = amina.next().post(W + "/trackers/" + tracker() + "/issues", opened).id();
        assertThat(amina.next().get(W + "/issues/" + issue).status()).isEqualTo(200);
        JsonObject text = new JsonObject().put("text", "There.");
        amina.next().post(W + "/issues/" + issue + "/entries", text).id();
        amina.next().post(W + "/issues/" + issue + "/closure", new JsonObject());
        Browser.Reply again = amina.next().delete(W + "/issues/" + issue + "/closure");
        assertThat(again.status()).as(again.text()).isLessThan(300);
      }
      signsInAndProvesIt(new Led(nodes, new Browser(nodes.node("lagos").base())));
      sendsAFile(amina);
      await().atMost(Clocks.LONG.multipliedBy(3)).until(() -> ready().contains("hear each other"));
    } finally {
      nodes.node("lagos").mend();
      nodes.node("abuja").mend();
    }
    await().atMost(Clocks.LONG.multipliedBy(3)).until(() -> !ready().contains("hear each other"));
  }

  private static String ready() {
    return new Browser(nodes.node("lagos").watched()).get("/ready").text();
  }

  private static String code(int before) {
    await().atMost(Clocks.LONG).until(() -> codes().size() > before);
    return codes().get(before);
  }

  private static List<String> codes() {
    return nodes.mailbox.to(DARA).stream()
        .map(mail -> CODE.matcher(mail.subject()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .toList();
  }

  /** Each code is asked for at one node and typed at the other. */
  private static void signsInAndProvesIt(Led dara) {
    JsonObject address = new JsonObject().put("address", DARA);
    assertThat(dara.next().post("/api/sign-in/codes", address).status()).isEqualTo(202);
    JsonObject code = new JsonObject().put("code", code(0));
    Browser.Reply in = dara.next().post("/api/sign-in", code);
    assertThat(in.status()).as(in.text()).isEqualTo(200);
    assertThat(dara.next().get("/api/me").status()).isEqualTo(200);
    assertThat(dara.next().send("POST", "/api/step-up/codes", null).status()).isEqualTo(202);
    Browser.Reply proved = dara.next().post("/api/step-up", new JsonObject().put("code", code(1)));
    assertThat(proved.status()).as(proved.text()).isEqualTo(200);
    assertThat(dara.next().get("/api/step-up").json().getString("until")).isNotNull();
  }

  private static void sendsAFile(Led amina) {
    byte[] file = new byte[2 * PIECE + 7];
    new Random(6).nextBytes(file);
    byte[] head = "%PDF-1.7\n".getBytes(US_ASCII);
    System.arraycopy(head, 0, file, 0, head.length);
    JsonObject announced = new JsonObject().put("name", "memo.pdf").put("size", file.length);
    String upload = amina.next().post(W + "/uploads", announced).id();
    for (int n = 0; n < 3; n++) {
      byte[] piece = Arrays.copyOfRange(file, n * PIECE, Math.min(file.length, (n + 1) * PIECE));
      Browser.Reply sent = amina.next().put(W + "/uploads/" + upload + "/pieces/" + n, piece);
      assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    }
    JsonObject said =
        new JsonObject()
            .put("subject", "With a memo")
            .put("text", "See there.")
            .put("attachments", new JsonArray().add(upload));
    String thread = amina.next().post(W + "/lists/coalition/threads", said).id();
    String text = amina.next().get(W + "/threads/" + thread).text();
    Matcher href = Pattern.compile("\"href\" ?: ?\"(/[^\"]*)\"").matcher(text);
    assertThat(href.find()).as(text).isTrue();
    assertThat(amina.next().get(href.group(1)).body().getBytes()).isEqualTo(file);
  }

  /** Asked while it slept, it answers when it is awake: by what is, and not by what it knew. */
  @Test
  @Order(-2)
  void aNodeThatSleptShowsNothingToASeatThatEndedMeanwhile() throws Exception {
    JsonObject seat = seat("samuel@");
    Browser there = holder("samuel@", "abuja");
    assertThat(there.get(W).status()).isEqualTo(200);
    Browser amina = Browser.seated(nodes.node("lagos").base(), "amina");
    nodes.node("abuja").child().signal("STOP");
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> answer = asking.submit(() -> there.get(W).status());
      amina.send("POST", W + "/seats/" + seat.getString("id") + "/end", null).id();
      long until = System.nanoTime() + LogPoller.PERIOD.toNanos() * 6;
      await().atMost(Clocks.LONG).until(() -> System.nanoTime() > until);
      nodes.node("abuja").child().signal("CONT");

      assertThat(answer.get()).isEqualTo(404);
    }
  }
}
