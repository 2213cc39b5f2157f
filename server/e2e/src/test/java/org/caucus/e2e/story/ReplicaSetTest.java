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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.caucus.app.demo.Demo;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Ports;
import org.caucus.platform.store.replica.Certified;
import org.caucus.platform.store.replica.Fault;
import org.caucus.platform.store.replica.Portable;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program by the address of a replica set, for which a {@link StandIn} stands. */
@Tag("slow")
class ReplicaSetTest {
  private static final String W = "/api/workspaces/code-of-practice";
  private static final String THREADS = W + "/lists/coalition/threads";
  private static final String NGOZI = "ngozi@savanna.example";
  private static final int PEOPLE = 12;
  private static final int CORRESPONDENTS = 4;
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Shorter than a call waits for a primary. */
  private static final Duration ELECTION = Duration.ofSeconds(2);

  private static final String SECRET = "Kaduna-7hills-of-chalk";

  @TempDir Path directory;

  private final AtomicBoolean enough = new AtomicBoolean();
  private final Queue<String> posted = new ConcurrentLinkedQueue<>();
  private final Queue<String> mailed = new ConcurrentLinkedQueue<>();
  private Browser ngozi;
  private int smtp;

  @Test
  void aStepDownUnderLoadIsAPauseAndNothingIsLostOrDoubled() throws Exception {
    try (StandIn set = StandIn.plain();
        Demo demo = start(Map.of("CAUCUS_MONGODB_URI", set.uri()));
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(demo).isNotNull();
      List<Future<?>> talk = new ArrayList<>();
      for (int i = 0; i < PEOPLE + CORRESPONDENTS; i++) {
        String name = (i < PEOPLE ? "posted " : "mailed ") + i;
        Queue<String> done = i < PEOPLE ? posted : mailed;
        talk.add(people.submit(() -> speak(name, done)));
      }
      try {
        for (int times = 0; times < 3; times++) {
          more(talk);
          set.stepDown(ELECTION);
        }
        more(talk);
      } finally {
        enough.set(true);
      }
      for (Future<?> one : talk) {
        one.get();
      }
      assertThat(set.replayed()).as("writes done, cut off, and asked for again").isPositive();
      assertAllThereOnce();
      assertThat(set.commands().names()).isSubsetOf(Portable.COMMANDS);
      assertThat(set.commands().operators()).isSubsetOf(Portable.OPERATORS);
    }
  }

  /** Some more of both. */
  private void more(List<Future<?>> talk) {
    int postedBefore = posted.size();
    int mailedBefore = mailed.size();
    Awaitility.await()
        .atMost(SOON)
        .until(
            () ->
                talk.stream().anyMatch(Future::isDone) // it failed
                    || (posted.size() >= postedBefore + 2 * PEOPLE
                        && mailed.size() >= mailedBefore + 2 * CORRESPONDENTS));
  }

  private Void speak(String name, Queue<String> done) throws IOException, InterruptedException {
    for (int i = 0; !enough.get(); i++) {
      String subject = name + "-" + i;
      if (done == posted) {
        post(subject);
      } else {
        mail(subject);
      }
      done.add(subject);
    }
    return null;
  }

  /** A pause, and no error: the first answer is the last. */
  private void post(String subject) {
    JsonObject thread = new JsonObject().put("subject", subject).put("text", "Six parts.");
    Browser.Reply reply = ngozi.post(THREADS, thread, "Idempotency-Key", subject + "-once");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  /** As a mail server does: asked to wait, it comes again. */
  private void mail(String subject) throws IOException, InterruptedException {
    String reply = send(subject);
    while (!reply.startsWith("250 ")) {
      assertThat(reply).startsWith("451 ");
      Thread.sleep(100);
      reply = send(subject);
    }
  }

  private String send(String subject) throws IOException {
    String letter =
        "From: <%s>\r\nSubject: %s\r\nMessage-ID: <%s@savanna.example>\r\n\r\nSix parts.\r\n"
            .formatted(NGOZI, subject, subject.replace(' ', '.'));
    return MailClient.send(smtp, NGOZI, "coalition@lists.example", letter.getBytes(US_ASCII));
  }

  private void assertAllThereOnce() {
    List<String> expected = new ArrayList<>(posted);
    expected.addAll(mailed);
    Awaitility.await().atMost(SOON).until(() -> subjects().size() >= expected.size());
    assertThat(subjects()).containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<String> subjects() {
    List<String> subjects = new ArrayList<>();
    String more = "?limit=200";
    while (!more.isEmpty()) {
      JsonObject page = ngozi.get(THREADS + more).json();
      page.getJsonArray("items").stream()
          .map(t -> ((JsonObject) t).getString("subject"))
          .filter(s -> s.startsWith("posted ") || s.startsWith("mailed "))
          .forEach(subjects::add);
      String next = page.getString("next");
      more = next == null ? "" : "?limit=200&before=" + next;
    }
    return subjects;
  }

  private Demo start(Map<String, String> more) throws IOException {
    Map<String, String> settings = StoryServer.environment(directory, Ports.free(), "");
    settings.putAll(more);
    Demo demo =
        Demo.start(
            Settings.from(settings::get),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    JsonObject told = new JsonObject(Files.readString(directory.resolve("demo.json")));
    smtp = told.getJsonObject("smtp").getInteger("port");
    ngozi = new Browser(URI.create(told.getString("baseUrl")), token(told));
    return demo;
  }

  private static String token(JsonObject told) {
    return told.getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("address").equals(NGOZI))
        .findFirst()
        .orElseThrow()
        .getString("token");
  }

  @Test
  void tlsAndAPasswordByTheAddressAloneAndThePasswordIsInNoLog() throws Exception {
    Certified certified = Certified.in(directory);
    int port = Ports.free();
    Map<String, String> settings =
        StoryServer.environment(directory.resolve("data"), port, "smtp://127.0.0.1:9");
    settings.put("CAUCUS_LOG_LEVEL", "TRACE");
    settings.put(
        "JAVA_TOOL_OPTIONS",
        "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
            .formatted(certified.file(), Certified.PASSWORD));
    try (StandIn set = StandIn.guarded(certified, SECRET)) {
      settings.put("CAUCUS_MONGODB_URI", address(set, SECRET));
      try (Child child = new Child("serve", directory, settings)) {
        child.healthy(URI.create("http://127.0.0.1:" + port));
        assertThat(child.said()).doesNotContain(SECRET);
      }
      assertThat(set.commands().names()).contains("saslStart", "saslContinue", "insert");

      settings.put("CAUCUS_MONGODB_URI", address(set, SECRET + "-not"));
      try (Child child = new Child("serve", directory, settings)) {
        assertThat(child.ended()).isEqualTo(2);
        assertThat(child.said())
            .contains("Caucus did not start.", "does not accept its user and password")
            .doesNotContain(SECRET, "\tat ");
      }
    }
  }

  @Test
  void aDatabaseThatLosesRacesKeepsItFromStarting() throws Exception {
    Map<String, String> settings =
        StoryServer.environment(directory.resolve("unfit"), Ports.free(), "smtp://127.0.0.1:9");
    try (StandIn set = StandIn.plain()) {
      set.play(Fault.REPLACES_AND_DENIES);
      settings.put("CAUCUS_MONGODB_URI", set.uri());
      try (Child child = new Child("serve", directory, settings)) {
        assertThat(child.ended()).isEqualTo(2);
        assertThat(child.said())
            .contains(
                "Caucus did not start. The MongoDB server of CAUCUS_MONGODB_URI, FerretDB 1.24.2,"
                    + " cannot be used: when it was tried, of 16 writers")
            .doesNotContain("\tat ", "a new installation begins");
      }
    }
  }

  private static String address(StandIn set, String password) {
    return set.uri(StandIn.USER + ":" + password + "@") + "&tls=true&authSource=admin";
  }
}
