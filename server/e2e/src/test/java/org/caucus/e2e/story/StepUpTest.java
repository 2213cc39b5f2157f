package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.http.StepUp;
import org.caucus.identity.Sessions;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a stolen cookie or a leaked token is not enough for, and how a session is seen and ended.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepUpTest {
  private static final String TYPE = "urn:caucus:step-up-needed";
  private static final String W = "/api/workspaces/review";
  private static final Pattern CONFIRMS = Pattern.compile("(\\d{6}) confirms that it is you");

  private static final Pattern SIGNS_IN = Pattern.compile("(\\d{6}) is your sign-in code");

  @TempDir static Path data;
  private StoryServer house;
  private Browser amina;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    amina = house.founder("review", "lantern");
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Browser signIn() {
    return house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
  }

  /** Has a code mailed and types it. */
  private Browser.Reply stepUp(Browser browser) throws Exception {
    int before = codes().size();
    assertThat(browser.send("POST", "/api/step-up/codes", null).status()).isEqualTo(202);
    await().atMost(Clocks.LONG).until(() -> codes().size() > before);
    Browser.Reply reply =
        browser.post("/api/step-up", new JsonObject().put("code", codes().getLast()));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  /** Codes that were mailed, among letters that tell of other things. */
  private List<String> codes() {
    return house.mailbox.to(StoryServer.OPERATOR).stream()
        .map(letter -> CONFIRMS.matcher(letter.subject()))
        .filter(Matcher::find)
        .map(code -> code.group(1))
        .toList();
  }

  /** The proof gets older than it may be. */
  private Browser.Reply stale(Browser browser) {
    house.pass(StepUp.LASTS);
    return browser.get("/api/step-up");
  }

  private static JsonObject current(Browser browser) {
    return browser.get("/api/sessions").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getBoolean("current"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject organisation(String slug) {
    return new JsonObject().put("slug", slug).put("name", slug).put("side", "CIVIL_SOCIETY");
  }

  @Test
  void anActThatMattersWantsAFreshProofAndIsDoneOnceWithIt() throws Exception {
    Browser browser = signIn();
    assertThat(browser.get("/api/step-up").json().getString("until")).isNotNull();
    assertThat(stale(browser).json().getString("until")).isNull();
    String before = current(browser).getString("id");

    Browser.Reply no =
        browser.post(W + "/organisations", organisation("harbour"), "Idempotency-Key", "add-one-1");
    assertThat(no.status()).isEqualTo(403);
    assertThat(no.json().getString("type")).isEqualTo(TYPE);
    assertThat(no.json().getJsonArray("ways")).isEqualTo(new JsonArray().add("code"));
    assertThat(browser.get(W).text()).doesNotContain("harbour");

    Browser.Reply yes = stepUp(browser);

    assertThat(yes.header("set-cookie")).contains("HttpOnly", "SameSite=Lax");
    assertThat(current(browser).getString("id")).isNotEqualTo(before);
    browser
        .post(W + "/organisations", organisation("harbour"), "Idempotency-Key", "add-one-1")
        .id();
  }

  /** An embargo is a widening that waits, so it opens nothing by a stolen cookie or a token. */
  @Test
  void aWideningThatWaitsWantsAFreshProofToo() throws Exception {
    Browser browser = signIn();
    JsonObject wanted = new JsonObject().put("name", "Agenda").put("access", "post").put("days", 7);
    Browser token =
        new Browser(house.base, browser.post("/api/tokens", wanted).json().getString("token"));
    String seat = browser.get(W).json().getString("seat");
    String action =
        browser
            .post(
                W + "/actions",
                new JsonObject()
                    .put("kind", "STATEMENT")
                    .put("title", "Not before noon")
                    .put("audience", "NAMED(" + seat + ")"))
            .id();
    JsonObject embargo =
        new JsonObject()
            .put("until", Instant.now().plus(StepUp.LASTS).plus(Duration.ofDays(9)).toString())
            .put("to", "EVERYONE");
    stale(browser);

    for (Browser who : new Browser[] {browser, token}) {
      Browser.Reply no = who.post(W + "/actions/" + action + "/embargo", embargo);
      assertThat(no.status()).as(no.text()).isEqualTo(403);
      assertThat(no.json().getString("type")).isEqualTo(TYPE);
    }
    stepUp(browser);
    browser.post(W + "/actions/" + action + "/embargo", embargo).id();
  }

  private static JsonObject privacy(String addresses, String pictures) {
    return new JsonObject()
        .put("addresses", addresses)
        .put("remote", "REMOVED")
        .put("signed", "HELD")
        .put("pictures", pictures);
  }

  @Test
  void aListThatTellsMoreOfItsAuthorsWantsAFreshProof() throws Exception {
    Browser browser = signIn();
    browser.post(
        W + "/lists",
        new JsonObject().put("slug", "quiet").put("name", "Quiet").put("audience", "EVERYONE"));
    String there = W + "/lists/quiet/privacy";
    stale(browser);
    assertThat(browser.post(there, privacy("HIDDEN", "REMOVED")).status()).isEqualTo(201);

    for (JsonObject weaker :
        List.of(
            privacy("SHOWN", "REMOVED"),
            privacy("HIDDEN", "KEPT"),
            privacy("HIDDEN", "REMOVED").put("remote", "KEPT"),
            privacy("HIDDEN", "REMOVED").put("signed", "PASSED"))) {
      Browser.Reply no = browser.post(there, weaker);
      assertThat(no.status()).as(weaker.encode()).isEqualTo(403);
      assertThat(no.json().getString("type")).isEqualTo(TYPE);
    }
    JsonObject silent = privacy("HIDDEN", "");
    silent.remove("pictures");
    assertThat(browser.post(there, silent).status()).isEqualTo(201);
    assertThat(browser.get(there).json().getString("pictures")).isEqualTo("REMOVED");
    stepUp(browser);
    assertThat(browser.post(there, privacy("SHOWN", "KEPT")).status()).isEqualTo(201);
  }

  @Test
  void whetherAWorkspaceExistsIsNotToldByAskingForAProof() throws Exception {
    Browser browser = signIn();
    stale(browser);

    Browser.Reply there = browser.post(W + "/organisations", organisation("x"));
    Browser.Reply nowhere = browser.post("/api/workspaces/none/organisations", organisation("x"));

    assertThat(there.text()).isEqualTo(nowhere.text());
  }

  @Test
  void aStolenCookieIsWorthNothingNewAndIsOverSoonAfter() throws Exception {
    Browser browser = signIn();
    Browser thief = browser.twin();
    stale(browser);
    stepUp(browser);

    assertThat(thief.post(W + "/organisations", organisation("own")).status()).isEqualTo(403);
    await().atMost(Sessions.GRACE.plusSeconds(5)).until(() -> thief.get("/api/me").status() == 401);
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aTokenCannotProveAnythingAndReachesAsFarAsItWasMade() throws Exception {
    JsonObject wanted = new JsonObject().put("name", "Reader").put("access", "read").put("days", 7);
    amina = signIn();
    JsonObject made = amina.post("/api/tokens", wanted.put("workspace", "review")).json();
    Browser reader = new Browser(house.base, made.getString("token"));
    Browser poster =
        new Browser(
            house.base,
            amina
                .post("/api/tokens", wanted.copy().put("access", "post"))
                .json()
                .getString("token"));
    Browser elsewhere =
        new Browser(
            house.base,
            amina
                .post("/api/tokens", wanted.copy().put("workspace", "other"))
                .json()
                .getString("token"));

    assertThat(reader.get(W).status()).isEqualTo(200);
    JsonObject list =
        new JsonObject().put("slug", "memo").put("name", "Memo").put("audience", "EVERYONE");
    assertThat(reader.post(W + "/lists", list).status()).isEqualTo(403);
    poster.post(W + "/lists", list).id();
    for (Browser token : new Browser[] {reader, poster}) {
      Browser.Reply no = token.get(W + "/record");
      assertThat(no.status()).isEqualTo(403);
      assertThat(no.json().getString("type")).isEqualTo(TYPE);
      assertThat(no.json().getJsonArray("ways")).isEmpty();
      // it would outlast the token, and its being revoked
      Browser.Reply feed = token.post(W + "/feeds", new JsonObject().put("name", "For ever"));
      assertThat(feed.status()).as("a secret address").isEqualTo(403);
      assertThat(token.get("/api/sessions").status()).isEqualTo(403);
      assertThat(token.get("/api/tokens").status()).isEqualTo(403);
    }
    assertThat(elsewhere.get(W).text())
        .isEqualTo(reader.get("/api/workspaces/no-such-place").text());
    assertThat(elsewhere.get("/api/me").json().getJsonArray("workspaces")).isEmpty();
    assertThat(amina.get("/api/tokens").text()).contains("Reader").doesNotContain("cau_");
  }

  @Test
  void aRevokedTokenReadsNothingAndItsStreamsCloseWithinASecond() throws Exception {
    JsonObject wanted = new JsonObject().put("name", "Feed").put("access", "read").put("days", 7);
    amina = signIn();
    JsonObject made = amina.post("/api/tokens", wanted).json();
    Browser program = new Browser(house.base, made.getString("token"));
    try (Stream stream = program.follow(W + "/events")) {
      assertThat(amina.delete("/api/tokens/" + made.getString("id")).status()).isEqualTo(204);

      assertThat(stream.closesSoon()).isTrue();
    }
    assertThat(program.get("/api/me").status()).isEqualTo(401);
    assertThat(amina.delete("/api/tokens/" + made.getString("id")).status()).isEqualTo(404);
  }

  @Test
  void sessionsAreListedAndEndedAndTheirStreamsCloseWithinASecond() throws Exception {
    Browser phone = signIn();
    Browser desk = signIn();
    JsonArray all = desk.get("/api/sessions").json().getJsonArray("items");
    assertThat(all).hasSizeGreaterThanOrEqualTo(2);
    assertThat(all.stream().filter(s -> ((JsonObject) s).getBoolean("current"))).hasSize(1);
    String id = current(phone).getString("id");
    try (Stream stream = phone.follow(W + "/events")) {
      assertThat(desk.delete("/api/sessions/" + id).status()).isEqualTo(204);

      assertThat(stream.closesSoon()).isTrue();
    }
    assertThat(phone.get("/api/me").status()).isEqualTo(401);
    assertThat(desk.delete("/api/sessions/" + id).status()).isEqualTo(404);
    amina = signIn();
    assertThat(amina.delete("/api/sessions").status()).isEqualTo(204);
    assertThat(desk.get("/api/me").status()).isEqualTo(401);
    assertThat(amina.get("/api/sessions").json().getJsonArray("items")).hasSize(1);
  }

  /** Who reads two mailboxes is two people here, and each proves who they are themself. */
  @Test
  void anotherPersonsCodeProvesNothing() throws Exception {
    String address = "dara@platform.example";
    house.signedIn(address, StoryServer.FIREFOX);
    Browser browser = signIn();
    stale(browser);
    JsonObject asked = new JsonObject().put("address", address);
    assertThat(browser.post("/api/sign-in/codes", asked).status()).isEqualTo(202);
    Matcher code =
        SIGNS_IN.matcher(
            house.mailbox.await(address, m -> SIGNS_IN.matcher(m.subject()).find()).subject());
    assertThat(code.find()).isTrue();

    Browser.Reply no = browser.post("/api/step-up", new JsonObject().put("code", code.group(1)));

    assertThat(no.status()).isEqualTo(403);
    assertThat(no.json().getString("title")).isEqualTo("Not your code");
    assertThat(browser.get("/api/step-up").json().getString("until")).isNull();
    assertThat(browser.post(W + "/organisations", organisation("other")).status()).isEqualTo(403);
  }

  /** Not even an operator's. */
  @Test
  void aTokenForOneWorkspaceOpensNoOther() {
    JsonObject wanted = new JsonObject().put("name", "Poster").put("access", "post").put("days", 7);
    amina = signIn();
    String one =
        amina
            .post("/api/tokens", wanted.copy().put("workspace", "review"))
            .json()
            .getString("token");
    JsonObject side =
        organisation("side").put("convenor", "Amina").put("organisation", organisation("lantern"));
    side.remove("side");

    assertThat(new Browser(house.base, one).post("/api/workspaces", side).status()).isEqualTo(403);

    String all = amina.post("/api/tokens", wanted).json().getString("token");
    assertThat(new Browser(house.base, all).post("/api/workspaces", side).status()).isEqualTo(201);
  }

  @Test
  void anotherPersonsSessionIsNotThereToEnd() throws Exception {
    Browser dara = house.signedIn("dara@platform.example", "Firefox/1 Linux");
    String id = current(dara).getString("id");
    assertThat(current(dara).getString("browser")).isEqualTo("Firefox");

    assertThat(amina.delete("/api/sessions/" + id).text())
        .isEqualTo(amina.delete("/api/sessions/none").text());
    assertThat(dara.get("/api/me").status()).isEqualTo(200);
  }
}
