package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.app.demo.Demo;
import org.caucus.app.demo.Founded;
import org.caucus.app.settings.Settings;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A test that drives one running demo from outside, as its seats. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnDemo {
  static final String W = "/api/workspaces/code-of-practice";

  static final int STREAMS_PER_SEAT = 50;

  @TempDir static Path data;

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private Demo demo;
  private JsonObject file;
  URI base;
  Browser amina;
  Browser dara;

  @BeforeAll
  void start() throws IOException {
    Map<String, String> environment = StoryServer.environment(data, Ports.free(), "");
    environment.put("CAUCUS_STREAMS_PER_SEAT", Integer.toString(STREAMS_PER_SEAT));
    environment.putAll(more());
    Settings settings = Settings.from(environment::get);
    Founded.into(data);
    PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    demo = Demo.start(settings, nobody, this::now);
    file = new JsonObject(Files.readString(data.resolve("demo.json")));
    base = URI.create(file.getString("baseUrl"));
    amina = as("amina@");
    dara = as("dara@");
  }

  /** What the demo's clock says. */
  Instant now() {
    return Instant.now().plus(ahead.get());
  }

  /** Turns it on. */
  void pass(Duration time) {
    ahead.updateAndGet(time::plus);
  }

  /** Plans a call that everyone reads; its id. */
  String call(String title) {
    JsonObject call =
        new JsonObject().put("kind", "CALL").put("title", title).put("audience", "EVERYONE");
    return amina.post(W + "/actions", call).id();
  }

  /** The first file of the first post of a thread. */
  JsonObject attachment(String thread) {
    return amina
        .get(W + "/threads/" + thread)
        .json()
        .getJsonArray("entries")
        .getJsonObject(0)
        .getJsonArray("attachments")
        .getJsonObject(0);
  }

  /** What comes on one of the next mornings. */
  <T> T someMorning(Callable<Optional<T>> sought) {
    return await()
        .pollInterval(Duration.ofSeconds(2))
        .atMost(Clocks.LONG)
        .until(
            () -> {
              pass(Duration.ofHours(12));
              return sought.call();
            },
            Optional::isPresent)
        .orElseThrow();
  }

  /** What else is set. */
  Map<String, String> more() {
    return Map.of();
  }

  @AfterAll
  void stop() throws IOException {
    try {
      MailClient.takesAnswers(smtp(), sent().stream().map(Sent::letter).toList());
    } finally {
      demo.close();
    }
  }

  Browser as(String address) {
    return Browser.seated(base, address.substring(0, address.indexOf('@')));
  }

  /** A program with the personal token that {@code demo.json} has for this seat. */
  Browser program(String address) {
    return new Browser(base, token(address));
  }

  /** That token. */
  String token(String address) {
    return file.getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("address").startsWith(address))
        .findFirst()
        .orElseThrow()
        .getString("token");
  }

  int smtp() {
    return file.getJsonObject("smtp").getInteger("port");
  }

  void mail(String list, String subject, String more) throws IOException {
    String letter =
        "From: Ngozi Ekwueme <ngozi@savanna.example>\r\nTo: "
            + list
            + "@lists.example\r\nSubject: "
            + subject
            + "\r\n"
            + more
            + "\r\nTakedown notices, counted by hand.\r\n";
    String to = list + "@lists.example";
    assertThat(MailClient.send(smtp(), "ngozi@savanna.example", to, letter.getBytes(UTF_8)))
        .startsWith("250");
  }

  static Optional<JsonObject> titled(Browser.Reply page, String title) {
    JsonArray items = page.json().getJsonArray("items");
    return items.stream()
        .map(JsonObject.class::cast)
        .filter(i -> title.equals(i.getString("subject")))
        .findFirst();
  }

  static JsonObject soon(Browser who, String path, String title) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> titled(who.get(path), title), Optional::isPresent)
        .orElseThrow();
  }

  /** What the demo sent. */
  static List<Sent> sent() throws IOException {
    return Sent.in(data.resolve("mail"));
  }

  /** The copy of a letter that was sent to an address, once it has been. */
  static Optional<String> copy(String words, String to) throws IOException {
    return sent().stream()
        .filter(l -> l.isTo(to))
        .map(Sent::text)
        .filter(l -> l.contains(words))
        .findFirst();
  }

  static String awaitCopy(String words, String to) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> copy(words, to), Optional::isPresent)
        .orElseThrow();
  }
}
