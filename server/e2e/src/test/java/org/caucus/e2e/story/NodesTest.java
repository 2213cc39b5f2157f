package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One coalition served by three processes on one database, and what happens to it when one is
 * killed, the bus between them is cut, or one sleeps. In this order: each finds what the one before
 * left.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesTest {
  private static final int PER_NODE = 40;
  private static final int LETTERS = 60;
  private static final int SAID = 45; // what an issue shows at once is 50
  private static final int SLEPT_THROUGH = 10_000;
  private static final String FROM = "dara@brightline.example";
  private static final String TO = "brightline-table@lists.example";

  @TempDir static Path directory;
  private static Nodes nodes;
  private static String issue;
  private static JsonObject demo;

  @BeforeAll
  static void start() throws Exception {
    nodes = new Nodes(directory, "lagos", "abuja", "kano");
    Nodes.Node lagos = nodes.start("demo", "lagos");
    lagos.child().started(lagos.base());
    demo = nodes.demo("lagos");
    Nodes.Node abuja = nodes.start("serve", "abuja");
    Nodes.Node kano = nodes.start("serve", "kano");
    abuja.child().healthy(abuja.base());
    kano.child().healthy(kano.base());
    issue =
        amina("lagos")
            .post(
                "/api/workspaces/" + workspace() + "/trackers/" + tracker() + "/issues",
                new JsonObject()
                    .put("title", "Counted")
                    .put("description", "What every node says."))
            .id();
  }

  @AfterAll
  static void stop() throws Exception {
    if (nodes != null) {
      nodes.close();
    }
  }

  private static String tracker() {
    return demo.getJsonArray("trackers").getJsonObject(0).getString("key");
  }

  private static String workspace() {
    return demo.getString("workspace");
  }

  /** A convenor, at one of the nodes. */
  private static Browser amina(String node) {
    return new Browser(nodes.node(node).base(), seat(0).getString("token"));
  }

  private static JsonObject seat(int n) {
    return demo.getJsonArray("seats").getJsonObject(n);
  }

  private static String path(String rest) {
    return "/api/workspaces/" + workspace() + rest;
  }

  private static Browser.Reply say(String node, String text) {
    return amina(node)
        .post(
            path("/issues/" + issue + "/entries"),
            new JsonObject().put("text", text),
            "Idempotency-Key",
            "say-" + text);
  }

  private static Stream follow(String node) {
    return amina(node).follow(path("/events"));
  }

  /** What was said, in the order of a stream. */
  private static List<String> said(Stream stream) {
    List<String> texts = new ArrayList<>();
    for (JsonObject frame : stream.frames()) {
      JsonArray entries = frame.getJsonObject("put").getJsonArray("entries", new JsonArray());
      entries.forEach(e -> texts.add(((JsonObject) e).getString("text")));
    }
    return texts;
  }

  private static List<String> named(String prefix, int count) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(prefix + " " + i);
    }
    return all;
  }

  @Test
  @Order(1)
  void commandsFromAllNodesAreAcceptedOnceAndStandInOneOrderEverywhere() throws Exception {
    List<String> names = List.of("lagos", "abuja", "kano");
    List<Stream> streams = new ArrayList<>();
    for (String name : names) {
      streams.add(follow(name));
    }
    Map<String, String> ids = new ConcurrentHashMap<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sent = new ArrayList<>();
      for (int n = 0; n < names.size() * PER_NODE; n++) {
        String text = "count " + n;
        String node = names.get(n % names.size());
        String other = names.get((n + 1) % names.size());
        sent.add(people.submit(() -> ids.put(text, say(node, text).id())));
        // the same click again, at another node: the first answer seemed lost
        sent.add(people.submit(() -> ids.put(text + " again", say(other, text).id())));
      }
      for (Future<?> s : sent) {
        s.get();
      }
    }

    List<String> all = named("count", names.size() * PER_NODE);
    all.forEach(t -> assertThat(ids.get(t + " again")).isEqualTo(ids.get(t)));
    await()
        .atMost(Clocks.LONG)
        .until(() -> streams.stream().allMatch(s -> said(s).size() >= all.size()));
    assertThat(said(streams.get(0))).containsExactlyInAnyOrderElementsOf(all);
    for (Stream stream : streams) {
      assertThat(said(stream)).isEqualTo(said(streams.get(0)));
      assertThat(stream.positions()).isEqualTo(streams.get(0).positions()).doesNotHaveDuplicates();
      stream.close();
    }
  }

  @Test
  @Order(2)
  void aSeatThatEndsAtOneNodeIsClosedAtAnotherWithinASecond() throws Exception {
    List<JsonObject> leaving = allBut(FROM, "amina@").reversed();
    Closings.holdTheSecond(
        "seat ended at another node",
        turn -> {
          JsonObject seat = leaving.get(turn);
          Browser elsewhere = new Browser(nodes.node("abuja").base(), seat.getString("token"));
          Browser amina = Browser.seated(nodes.node("lagos").base(), "amina");
          try (Stream stream = elsewhere.follow(path("/events"))) {
            amina.send("POST", path("/seats/" + seat.getString("id") + "/end"), null).id();

            long millis = Closings.after(System.nanoTime(), stream);
            assertThat(elsewhere.get(path("")).status()).isEqualTo(404);
            return millis;
          }
        });
  }

  @Test
  @Order(2)
  void aSessionThatEndsAtOneNodeReadsNothingAtAnotherWithinASecond() throws Exception {
    Closings.holdTheSecond(
        "session ended at another node",
        turn -> {
          Browser phone =
              Browser.seated(nodes.node("lagos").base(), "amina").at(nodes.node("abuja").base());
          Browser desk = Browser.seated(nodes.node("lagos").base(), "amina");
          try (Stream stream = phone.follow(path("/events"))) {
            assertThat(phone.get("/api/me").status()).isEqualTo(200);

            assertThat(desk.delete("/api/sessions").status()).isEqualTo(204);

            long millis = Closings.after(System.nanoTime(), stream);
            assertThat(phone.get("/api/me").status()).isEqualTo(401);
            assertThat(desk.get("/api/me").status()).isEqualTo(200);
            return millis;
          }
        });
  }

  @Test
  @Order(2)
  void aTokenThatIsRevokedAtOneNodeReadsNothingAtAnotherWithinASecond() throws Exception {
    JsonObject wanted = new JsonObject().put("name", "Feed").put("access", "read").put("days", 7);
    Browser desk = Browser.seated(nodes.node("lagos").base(), "amina");
    Closings.holdTheSecond(
        "token revoked at another node",
        turn -> {
          JsonObject made = desk.post("/api/tokens", wanted).json();
          Browser program = new Browser(nodes.node("abuja").base(), made.getString("token"));
          try (Stream stream = program.follow(path("/events"))) {
            assertThat(desk.delete("/api/tokens/" + made.getString("id")).status()).isEqualTo(204);

            long millis = Closings.after(System.nanoTime(), stream);
            assertThat(program.get("/api/me").status()).isEqualTo(401);
            return millis;
          }
        });
  }

  private static List<JsonObject> allBut(String... addresses) {
    return demo.getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> List.of(addresses).stream().noneMatch(s.getString("address")::startsWith))
        .toList();
  }

  @Test
  @Order(3)
  void aClusterOfTheSameNameWithAnotherMasterKeyIsRefusedAndToldWhy() throws Exception {
    try (Child stranger = nodes.stranger()) {
      assertThat(stranger.ended()).isEqualTo(2);
      assertThat(stranger.said())
          .contains("Caucus did not start. CAUCUS_CLUSTER_PEERS leads to")
          .contains("this master key and this database");
    }
  }

  @Test
  @Order(4)
  void whatANodeThatIsKilledHadInHandOthersBringToItsEnd() throws Exception {
    int kano = nodes.node("kano").smtpPort();
    AtomicBoolean killed = new AtomicBoolean();
    ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
        MailClient client = new MailClient(kano)) {
      Future<?> talk = people.submit(() -> talkUntil(killed, said));
      for (int i = 0; i < LETTERS; i++) {
        assertThat(client.send(FROM, TO, letter(i))).startsWith("250");
      }
      nodes.node("kano").child().kill();
      killed.set(true);
      talk.get();
    }

    // the lease, a look, and the letters' own time
    await().atMost(Clocks.LONG).until(() -> subjects("lagos").size() >= LETTERS);
    List<String> expected = named("Letter", LETTERS);
    assertThat(subjects("lagos")).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(subjects("abuja")).isEqualTo(subjects("lagos"));
    await()
        .atMost(Clocks.LONG)
        .until(() -> mailed().values().stream().mapToInt(Map::size).min().orElse(0) >= LETTERS);
    // what was on its way at the kill may come twice: one parcel per worker, all readers in each
    int doubled =
        mailed().values().stream().flatMap(m -> m.values().stream()).mapToInt(n -> n - 1).sum();
    System.out.printf(
        "%d of %d deliveries were doubled by the kill%n", doubled, LETTERS * mailed().size());
    assertThat(doubled).isLessThanOrEqualTo(DeliveryWorker.WORKERS * mailed().size());
    List<String> kept = comments("abuja");
    assertThat(kept).containsAll(said).doesNotHaveDuplicates();
  }

  private static Void talkUntil(AtomicBoolean killed, ConcurrentLinkedQueue<String> said) {
    for (int i = 0; i < SAID && !killed.get(); i++) {
      String text = "meanwhile " + i;
      if (say(i % 2 == 0 ? "lagos" : "abuja", text).status() == 201) {
        said.add(text);
      }
    }
    return null;
  }

  private static byte[] letter(int i) {
    return """
    From: Dara <%s>
    To: %s
    Subject: Letter %d
    Message-ID: <nodes.%d@brightline.example>

    How many notices a day: %d.
    """
        .formatted(FROM, TO, i, i, i)
        .replace("\n", "\r\n")
        .getBytes(US_ASCII);
  }

  private static List<String> subjects(String node) {
    return amina(node)
        .get(path("/lists/brightline-table/threads?limit=200"))
        .json()
        .getJsonArray("items")
        .stream()
        .map(t -> ((JsonObject) t).getString("subject"))
        .filter(s -> s.startsWith("Letter "))
        .toList();
  }

  private static List<String> comments(String node) {
    return amina(node).get(path("/issues/" + issue)).json().getJsonArray("entries").stream()
        .map(e -> ((JsonObject) e).getString("text"))
        .toList();
  }

  /** By reader, how often each letter came. */
  private static Map<String, Map<String, Integer>> mailed() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Mailbox.Mail mail : nodes.mailbox.all()) {
      if (mail.header("Subject").contains("Letter ")) {
        counts
            .computeIfAbsent(mail.to(), k -> new TreeMap<>())
            .merge(mail.header("Subject"), 1, Integer::sum);
      }
    }
    return counts;
  }

  @Test
  @Order(5)
  void aCutBusForksNothingAndBothSidesCatchUp() throws Exception {
    try (Stream lagos = follow("lagos");
        Stream abuja = follow("abuja")) {
      nodes.node("lagos").cut();
      nodes.node("abuja").cut();
      List<String> all = new ArrayList<>();
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(12);
      for (int i = 0; System.nanoTime() < until; i++) {
        String text = "apart " + i;
        assertThat(say(i % 2 == 0 ? "lagos" : "abuja", text).status()).isEqualTo(201);
        all.add(text);
        Thread.sleep(50);
      }
      // nobody hears a bell, yet both read on
      await().atMost(Clocks.LONG).until(() -> said(lagos).size() >= all.size());
      await().atMost(Clocks.LONG).until(() -> said(abuja).size() >= all.size());

      nodes.node("lagos").mend();
      nodes.node("abuja").mend();

      // heard at once again, and not by the next round only
      AtomicBoolean quick = new AtomicBoolean();
      await()
          .atMost(Clocks.LONG)
          .until(
              () -> {
                String text = "mended " + all.size();
                all.add(text);
                say("lagos", text);
                Thread.sleep(300);
                boolean there = said(abuja).contains(text);
                boolean twice = there && quick.get();
                quick.set(there);
                return twice;
              });
      await().atMost(Clocks.LONG).until(() -> said(abuja).size() >= all.size());
      assertThat(said(lagos)).isEqualTo(all);
      assertThat(said(abuja)).isEqualTo(all);
      assertThat(abuja.positions()).isEqualTo(lagos.positions());
    }
  }

  @Test
  @Order(6)
  void aNodeThatSleptThroughTenThousandEventsReadsOn() throws Exception {
    List<String> slept = named("slept", SLEPT_THROUGH);
    try (Stream abuja = follow("abuja")) {
      nodes.node("abuja").child().signal("STOP");
      String last =
          new Silent(nodes.uri(), nodes.data("silent"))
              .comment(workspace(), seat(0).getString("id"), tracker(), slept);
      nodes.node("abuja").child().signal("CONT");

      await().atMost(Clocks.LONG).until(() -> abuja.positions().contains(last));
      assertThat(abuja.positions()).doesNotHaveDuplicates().last().isEqualTo(last);
      assertThat(said(abuja).stream().filter(t -> t.startsWith("slept"))).isEqualTo(slept);
    }
    assertThat(say("abuja", "awake again").status()).isEqualTo(201);
    await().atMost(Clocks.LONG).until(() -> comments("lagos").contains("awake again"));
  }
}
