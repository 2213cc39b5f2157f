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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.Settings;
import org.caucus.Wiring;
import org.caucus.demo.Demo;
import org.caucus.live.Watchers;
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

  private static final Pattern CODE = Pattern.compile("\\b(\\d{6}) is your sign-in code");

  private static final Pattern LINK = Pattern.compile("http://\\S+/join/([\\w.]+)");

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

  @Test
  void signingInIsDoneOnceUnderItsKey() throws Exception {
    Browser omar = new Browser(base);
    JsonObject address = new JsonObject().put("address", "omar@brightline.example");
    String key = "a-fresh-key-for-omar";
    String asked = asking(omar, address, key);
    assertThat(asking(omar, address, key)).isEqualTo(asked);
    String code = code("omar@brightline.example");
    assertThat(asking(new Browser(base), address, "another-fresh-key")).isNotEqualTo(asked);

    Browser.Reply first = entering(omar, code, key);
    Browser.Reply again = entering(omar, code, key);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("set-cookie")).isEqualTo(first.header("set-cookie"));
    assertThat(entering(omar, code, "a-third-fresh-key").status()).isEqualTo(403);
    assertThat(omar.get("/api/me").status()).isEqualTo(200);
    assertThat(omar.delete("/api/session").status()).isEqualTo(204);
    assertThat(entering(omar, code, key).status()).as("an ended session stays so").isEqualTo(403);
  }

  private static String asking(Browser who, JsonObject address, String key) {
    Browser.Reply reply = who.post("/api/sign-in/codes", address, "Idempotency-Key", key);
    assertThat(reply.status()).isEqualTo(202);
    return reply.header("set-cookie");
  }

  private static Browser.Reply entering(Browser who, String code, String key) {
    return who.post("/api/sign-in", new JsonObject().put("code", code), "Idempotency-Key", key);
  }

  /** The one code that was mailed to an address. */
  private String code(String address) throws Exception {
    await().atMost(Duration.ofSeconds(10)).until(() -> !codes(address).isEmpty());
    Thread.sleep(300); // a second one would have been sent by now
    assertThat(codes(address)).hasSize(1);
    return codes(address).getFirst();
  }

  private List<String> codes(String address) throws IOException {
    try (java.util.stream.Stream<Path> letters = Files.list(data.resolve("mail"))) {
      List<String> codes = new ArrayList<>();
      for (Path path : letters.filter(p -> p.toString().endsWith(".eml")).sorted().toList()) {
        Matcher code = CODE.matcher(Files.readString(path));
        if (code.find() && Files.readString(path).contains("Delivered-To: " + address)) {
          codes.add(code.group(1));
        }
      }
      return codes;
    }
  }

  @Test
  void endingASeatAndDecidingOnALetterAreDoneOnceUnderTheirKeys() throws Exception {
    String name = "Kelechi";
    mail("civil", "First of two", "Message-ID: <f2@savanna.example>\r\n");
    soon(amina, W + "/lists/civil/threads", "First of two");
    Browser ngozi = as("ngozi@");
    for (String verb : List.of("approval", "refusal")) {
      String more = "In-Reply-To: <f2@savanna.example>\r\n";
      mail("coalition", "Held for " + verb, more);
      JsonObject held = soon(ngozi, W + "/holds", "Held for " + verb);
      String path = W + "/holds/" + held.getString("id") + "/" + verb;
      once(ngozi, path, verb.equals("refusal") ? "{\"note\":\"Not here.\"}" : null, 201);
    }
    JsonArray seats = amina.get(W).json().getJsonArray("seats");
    String seat =
        seats.stream()
            .map(JsonObject.class::cast)
            .filter(s -> s.getString("name").startsWith(name))
            .findFirst()
            .orElseThrow()
            .getString("id");
    once(amina, W + "/seats/" + seat + "/end", null, 200);
  }

  private static void once(Browser who, String path, String body, int status) {
    String key = "key-of-" + path.substring(path.length() - 20).replace('/', '-');
    Browser.Reply first = who.send("POST", path, body, "Idempotency-Key", key);
    String then = who.get(W).json().getString("position");
    Browser.Reply again = who.send("POST", path, body, "Idempotency-Key", key);
    Browser.Reply other = who.send("POST", path, body, "Idempotency-Key", key + "-other");

    assertThat(first.status()).as(path + first.text()).isEqualTo(status);
    assertThat(again.status()).as(path + again.text()).isEqualTo(status);
    assertThat(again.text()).as(path).isEqualTo(first.text());
    assertThat(other.status()).as(path).isIn(404, 409);
    assertThat(who.get(W).json().getString("position")).as(path).isEqualTo(then);
  }

  @Test
  void whatCannotBeSeenIsNoNameAndNoTitle() {
    for (String odd :
        List.of(
            "   ",
            "\u200b",
            "\u202eanimA",
            "A\u2066B",
            "A\r\nBcc: x@y.example",
            "A\n",
            "A\u0000",
            "\ud83d")) {
      JsonObject subject = thread("x").put("subject", odd);
      Browser.Reply no = amina.send("POST", W + "/lists/coalition/threads", spelled(subject));
      assertThat(no.status()).as("subject %s", spelled(thread(odd))).isEqualTo(400);
      assertThat(no.json().getString("field")).isEqualTo("subject");
      assertThat(no.json().getString("detail")).contains("one line");
      JsonObject organisation = new JsonObject().put("slug", "shade").put("side", "COMPANY");
      String named = spelled(organisation.put("name", odd));
      no = amina.send("POST", W + "/organisations", named);
      assertThat(no.status()).as("name %s", spelled(thread(odd))).isEqualTo(400);
    }
    for (String odd : List.of("A\u0000B", "A\u001b[2JB", "half \ud83d of a face")) {
      JsonObject text = thread("Odd").put("text", odd);
      Browser.Reply no = amina.send("POST", W + "/lists/coalition/threads", spelled(text));
      assertThat(no.status()).as("text %s", spelled(thread(odd))).isEqualTo(400);
      assertThat(no.json().getString("field")).isEqualTo("text");
    }
    for (String fine :
        List.of("Àmínà Dáńládí", "سارة", "می\u200cخواهم", "שרה\u200f!", "李", "👩\u200d⚖️")) {
      JsonObject whole = thread(fine).put("text", "Line\n\tindented\u000bbroken\f" + fine);
      amina.post(W + "/lists/coalition/threads", whole).id();
    }
    amina.post(W + "/lists/coalition/threads", thread("x").put("text", "x".repeat(100_000))).id();
  }

  /** Half a character cannot be sent as UTF-8, but spelled out in JSON it can. */
  private static String spelled(JsonObject body) {
    return body.encode().replace("\ud83d", "\\ud83d");
  }

  /** The link in the invitation to this address. */
  private String invited(String address, String organisation) {
    JsonObject invitation =
        new JsonObject().put("address", address).put("organisation", organisation);
    amina.post(W + "/invitations", invitation.put("role", "MEMBER")).id();
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> link(address), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> link(String address) throws IOException {
    try (java.util.stream.Stream<Path> letters = Files.list(data.resolve("mail"))) {
      for (Path path : letters.filter(p -> p.toString().endsWith(".eml")).toList()) {
        String letter = Files.readString(path).replace("=\r\n", "");
        Matcher link = LINK.matcher(letter);
        if (letter.contains("Delivered-To: " + address) && link.find()) {
          return Optional.of("/api/invitations/" + link.group(1) + "/acceptance");
        }
      }
      return Optional.empty();
    }
  }

  @Test
  void anInvitationIsTakenOnceUnderItsKeyAndByNobodySignedInAsAnother() {
    String link = invited("sade@savanna.example", "savanna");
    String name = new JsonObject().put("name", "Sade").encode();
    Browser other = seated("/demo/enter/yuki");
    assertThat(other.send("POST", link, name).status()).isEqualTo(403);

    Browser sade = new Browser(base);
    Browser.Reply first = sade.send("POST", link, name, "Idempotency-Key", "key-of-sade");
    Browser.Reply again =
        new Browser(base).send("POST", link, name, "Idempotency-Key", "key-of-sade");
    Browser.Reply late =
        new Browser(base).send("POST", link, name, "Idempotency-Key", "key-of-late");

    assertThat(first.status()).isEqualTo(201);
    assertThat(sade.get(W).json().getString("seat")).isEqualTo(first.id());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("set-cookie")).isEmpty();
    assertThat(late.status()).isEqualTo(404);
  }

  @Test
  void aForwardedInvitationOpensNothingThatThePersonHadBefore() {
    JsonObject own = new JsonObject().put("slug", "sealed").put("name", "Sealed");
    JsonObject convenor = new JsonObject().put("slug", "lantern").put("name", "Lantern");
    own.put("organisation", convenor.put("side", "CIVIL_SOCIETY")).put("convenor", "Amina");
    assertThat(amina.post("/api/workspaces", own).status()).isEqualTo(201);
    String sealed = "/api/workspaces/sealed";
    JsonObject invitation =
        new JsonObject().put("address", "halima@harbour.example").put("organisation", "lantern");
    amina.post(sealed + "/invitations", invitation.put("role", "MEMBER")).id();
    String link =
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> link("halima@harbour.example"), Optional::isPresent)
            .orElseThrow();
    String name = new JsonObject().put("name", "Halima").encode();

    Browser colleague = new Browser(base);
    Browser.Reply taken = colleague.send("POST", link, name);

    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.header("set-cookie")).isEmpty();
    assertThat(colleague.get(W).status()).isEqualTo(401);
    assertThat(as("halima@").get(sealed).json().getString("seat")).isEqualTo(taken.id());
  }

  /** A browser in which somebody took a seat of the demo. */
  private Browser seated(String path) {
    Browser browser = new Browser(base);
    assertThat(browser.send("POST", path, null).status()).isEqualTo(303);
    return browser;
  }

  @Test
  void oneSeatCannotTakeAllTheStreams() throws Exception {
    Browser samuel = as("samuel@");
    List<Stream> open = new ArrayList<>();
    try {
      for (int i = 0; i < Watchers.MAX_PER_SEAT; i++) {
        open.add(samuel.follow(W + "/events"));
      }
      Browser.Reply more = samuel.get(W + "/events");
      assertThat(more.status()).isEqualTo(429);
      assertThat(more.header("retry-after")).isEqualTo("30");
      dara.follow(W + "/events").close();
    } finally {
      for (Stream stream : open) {
        stream.close();
      }
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> follows(samuel));
  }

  private static boolean follows(Browser who) throws IOException {
    try (Stream stream = who.follow(W + "/events")) {
      return stream.isOpen();
    } catch (AssertionError refused) {
      return false;
    }
  }

  @Test
  void aMissingAssetIsNotRememberedForAYear() {
    Browser visitor = new Browser(base);
    String page = visitor.get("/").text();
    Matcher asset = Pattern.compile("/assets/[\\w.-]+\\.js").matcher(page);
    assertThat(asset.find()).isTrue();
    assertThat(visitor.get(asset.group()).header("cache-control")).contains("immutable");
    Browser.Reply missing = visitor.get("/assets/index-of-tomorrow.js");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("cache-control")).isEqualTo("no-store");
  }
}
