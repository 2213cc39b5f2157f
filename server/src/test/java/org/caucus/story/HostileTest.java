package org.caucus.story;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.Settings;
import org.caucus.Wiring;
import org.caucus.demo.Demo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A competitor's liaison, another site's page and a former member try what they can. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {
  private static final String W = "/api/workspaces/code-of-practice";

  @TempDir static Path data;

  private Demo demo;
  private JsonObject file;
  private URI base;
  private Browser amina;
  private Browser dara;

  @BeforeAll
  void start() throws IOException {
    Settings settings = Settings.from(House.environment(data, House.freePort(), "")::get);
    demo = Demo.start(settings, new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    file = new JsonObject(Files.readString(data.resolve("demo.json")));
    base = URI.create(file.getString("baseUrl"));
    amina = as("amina@");
    dara = as("dara@");
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  private Browser as(String address) {
    return new Browser(
        base,
        file.getJsonArray("seats").stream()
            .map(JsonObject.class::cast)
            .filter(s -> s.getString("address").startsWith(address))
            .findFirst()
            .orElseThrow()
            .getString("token"));
  }

  private static JsonObject thread(String subject) {
    return new JsonObject().put("subject", subject).put("text", "In our memo.");
  }

  @Test
  void theLeakedPositionOfSomethingHiddenIsLikeOneThatNeverWas() throws Exception {
    JsonObject hidden = amina.post(W + "/lists/civil/threads", thread("Our line")).json();
    String leaked = hidden.getString("position");
    amina.post(W + "/lists/coalition/threads", thread("Agenda of the review session"));

    String never = "a".repeat(leaked.length());
    assertThat(dara.get(W + "/activity?before=" + leaked).text())
        .isEqualTo(dara.get(W + "/activity?before=" + never).text());
    try (Stream ofLeaked = dara.follow(W + "/events?after=" + leaked);
        Stream ofNever = dara.follow(W + "/events", "Last-Event-ID", never)) {
      await().atMost(Duration.ofSeconds(5)).until(() -> !ofNever.frames().isEmpty());
      await().atMost(Duration.ofSeconds(5)).until(() -> !ofLeaked.frames().isEmpty());
      assertThat(ofLeaked.frames()).isEqualTo(ofNever.frames());
    }
  }

  private void mail(String list, String subject, String more) throws IOException {
    String letter =
        "From: Ngozi Ekwueme <ngozi@savanna.example>\r\nTo: "
            + list
            + "@lists.example\r\nSubject: "
            + subject
            + "\r\n"
            + more
            + "\r\nTakedown notices, counted by hand.\r\n";
    int smtp = file.getJsonObject("smtp").getInteger("port");
    String to = list + "@lists.example";
    assertThat(MailClient.send(smtp, "ngozi@savanna.example", to, letter.getBytes(UTF_8)))
        .startsWith("250");
  }

  private static Optional<JsonObject> titled(Browser.Reply page, String title) {
    JsonArray items = page.json().getJsonArray("items");
    return items.stream()
        .map(JsonObject.class::cast)
        .filter(i -> title.equals(i.getString("subject")))
        .findFirst();
  }

  private static JsonObject soon(Browser who, String path, String title) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> titled(who.get(path), title), Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void theOriginalOfALetterHoldsNoTraceOfWhatItsReaderMayNotRead() throws Exception {
    mail("civil", "Who speaks first", "Message-ID: <first@savanna.example>\r\n");
    soon(amina, W + "/lists/civil/threads", "Who speaks first");
    mail(
        "coalition",
        "Counting notices",
        """
        Message-ID: <second@savanna.example>
        In-Reply-To: <first@savanna.example>
        References: <elsewhere@savanna.example> <first@savanna.example>
        Bcc: civil@lists.example
        """
            .replace("\n", "\r\n"));
    Browser ngozi = as("ngozi@");
    JsonObject held = soon(ngozi, W + "/holds", "Counting notices");
    ngozi.send("POST", W + "/holds/" + held.getString("id") + "/approval", null);

    String mine = original(amina, "Counting notices");
    String theirs = original(dara, "Counting notices");
    assertThat(mine).contains("first@savanna.example").doesNotContain("Bcc", "civil@");
    assertThat(theirs)
        .contains("counted by hand", "<second@savanna.example>", "<elsewhere@savanna.example>")
        .doesNotContain("first@savanna.example", "Bcc", "civil@");
  }

  private static String original(Browser reader, String subject) {
    JsonObject thread = soon(reader, W + "/lists/coalition/threads", subject);
    JsonObject entry =
        reader
            .get(W + "/threads/" + thread.getString("id"))
            .json()
            .getJsonArray("entries")
            .getJsonObject(0);
    return reader.get(entry.getString("original")).text();
  }

  @Test
  void anotherSitesPageNeitherSignsInNorOutNorTakesASeat() {
    JsonObject address = new JsonObject().put("address", "dara@brightline.example");
    JsonObject code = new JsonObject().put("code", "123456");
    JsonObject name = new JsonObject().put("name", "Dara");
    for (String[] foreign :
        new String[][] {
          {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
        }) {
      Browser page = new Browser(base);
      assertThat(page.post("/api/sign-in/codes", address, foreign).status()).isEqualTo(403);
      assertThat(page.post("/api/sign-in", code, foreign).status()).isEqualTo(403);
      assertThat(page.delete("/api/session", foreign).status()).isEqualTo(403);
      assertThat(page.post("/api/invitations/x/acceptance", name, foreign).status()).isEqualTo(403);
    }
    assertThat(new Browser(base).delete("/api/session", "Origin", base.toString()).status())
        .isEqualTo(204);
  }

  @Test
  void overHttpsOnlyACookieThatNoOtherHostCanPlantIsASession(@TempDir Path own) throws Exception {
    int port = House.freePort();
    Map<String, String> environment = House.environment(own, port, "smtp://127.0.0.1:9");
    environment.put("CAUCUS_BASE_URL", "https://caucus.example");
    try (Wiring wiring = new Wiring(Settings.from(environment::get)).start(List.of())) {
      var person = wiring.persons().ensure("vera@northwind.example", "Vera").await();
      String cookie = wiring.persons().beginSession(person.id(), "laptop").await().split(";", 2)[0];
      Browser visitor = new Browser(URI.create("http://127.0.0.1:" + port));

      assertThat(cookie).startsWith("__Host-caucus=");
      assertThat(visitor.send("GET", "/api/me", null, "Cookie", cookie).status()).isEqualTo(200);
      String planted = cookie.substring("__Host-".length());
      assertThat(visitor.send("GET", "/api/me", null, "Cookie", planted).status()).isEqualTo(401);
    }
  }
}
