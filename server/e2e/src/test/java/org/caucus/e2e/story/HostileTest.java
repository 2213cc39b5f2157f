package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A competitor's liaison, another site's page and a former member try what they can. */
@Tag("slow")
class HostileTest extends OnDemo {
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
      await().atMost(Clocks.LONG).until(() -> !ofNever.frames().isEmpty());
      await().atMost(Clocks.LONG).until(() -> !ofLeaked.frames().isEmpty());
      assertThat(ofLeaked.frames()).isEqualTo(ofNever.frames());
    }
  }

  @Test
  void whoMayNotInviteIsNotToldHowOftenOthersDid() {
    String organisation =
        ((JsonObject) amina.get("/api/me").json().getJsonArray("workspaces").getValue(0))
            .getString("organisation");
    JsonObject often = invited("desk@agency.example", organisation);
    for (int i = 0; i < 5; i++) {
      String id = amina.post(W + "/invitations", often).id();
      assertThat(amina.delete(W + "/invitations/" + id).status()).isEqualTo(200);
    }
    assertThat(amina.post(W + "/invitations", often).status()).isEqualTo(429);

    Browser.Reply of = dara.post(W + "/invitations", often);
    Browser.Reply never =
        dara.post(W + "/invitations", invited("never@agency.example", organisation));
    assertThat(of.status()).isEqualTo(403);
    assertThat(of.text()).isEqualTo(never.text());
  }

  private static JsonObject invited(String address, String organisation) {
    return new JsonObject()
        .put("address", address)
        .put("organisation", organisation)
        .put("role", "MEMBER");
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
        .contains("counted by hand")
        // one that is not here goes as well: else a guess would tell what is; and its author's own
        .doesNotContain("@savanna.example", "Bcc", "civil@");
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
    int port = Ports.free();
    Map<String, String> environment = StoryServer.environment(own, port, "smtp://127.0.0.1:9");
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
      assertThat(no.json().getString("detail")).contains("single line");
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

  @Test
  void oneSeatCannotTakeAllTheStreams() throws Exception {
    Browser samuel = as("samuel@");
    List<Stream> open = new ArrayList<>();
    try {
      for (int i = 0; i < STREAMS_PER_SEAT; i++) {
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
    await().atMost(Clocks.LONG).until(() -> follows(samuel));
  }

  private static boolean follows(Browser who) throws IOException {
    try (Stream stream = who.follow(W + "/events")) {
      return stream.isOpen();
    } catch (AssertionError refused) {
      return false;
    }
  }

  /** What a scanner tries first. */
  @Test
  void noMethodEchoesAndNothingIsServedThatIsNoPage() {
    Browser anyone = new Browser(base);
    for (String method : List.of("TRACE", "TRACK", "OPTIONS", "PROPFIND")) {
      Browser.Reply reply = anyone.send(method, "/api/me", null, "X-Echo", "xylophone");
      assertThat(reply.status()).as(method).isBetween(400, 501);
      assertThat(reply.text()).as(method).doesNotContain("xylophone");
    }
    String page = anyone.get("/").text();
    for (String path :
        List.of(
            "/.git/config", "/.env", "/assets/", "/assets", "/META-INF/MANIFEST.MF", "/metrics")) {
      Browser.Reply reply = anyone.get(path);
      assertThat(reply.status() == 404 || reply.text().equals(page)).as(path).isTrue();
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
