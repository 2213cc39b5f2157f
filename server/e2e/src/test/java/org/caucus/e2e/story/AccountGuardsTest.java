package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.caucus.http.StepUp;
import org.caucus.http.filters.RateLimiter;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Passkeys that answer late or are copied, protections that are taken away, and guessing. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountGuardsTest {
  private static final String W = "/api/workspaces/guards";

  @TempDir static Path data;
  private StoryServer house;

  @BeforeAll
  void start() throws Exception {
    house = new StoryServer(data);
    house.founder("guards", "lantern", "coalition");
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private Browser signIn() {
    return house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
  }

  private static JsonObject asked(Browser browser) {
    return browser.send("POST", "/api/passkeys/challenges", null).json();
  }

  private static Browser.Reply made(Browser owner, JsonObject credential) {
    JsonObject kept = new JsonObject().put("name", "Phone").put("credential", credential);
    return owner.post("/api/passkeys", kept);
  }

  private static JsonObject offer(Browser owner) {
    return owner.send("POST", "/api/passkeys/offers", null).json();
  }

  @Test
  void twoAnswersInTheOtherOrderStopNoPasskeyAndACopyStopsItWithAllThatItLetIn() throws Exception {
    SoftwareKey phone = new SoftwareKey(house.base);
    Browser owner = signIn();
    assertThat(made(owner, phone.madeInAnotherSitesPage(offer(owner))).status()).isEqualTo(403);
    assertThat(made(owner, phone.made(offer(owner))).status()).isEqualTo(201);
    Browser one = house.browser();
    Browser two = house.browser();
    JsonObject first = phone.signed(asked(one));
    JsonObject second = phone.signed(asked(two));

    Browser.Reply in = two.post("/api/sign-in/passkey", second);
    assertThat(in.status()).isEqualTo(200);
    assertThat(two.cookie("caucus-who")).as("set with the session").isNotEmpty();
    assertThat(two.cookie("caucus-who")).isEqualTo(in.header("Caucus-Sign-In"));
    assertThat(one.post("/api/sign-in/passkey", first).status()).as("not twice").isEqualTo(403);
    JsonObject again = phone.signed(asked(one));
    assertThat(one.post("/api/sign-in/passkey", again).status()).as("goes on").isEqualTo(200);

    phone.rewind();
    Browser copy = house.browser();
    JsonObject copied = phone.signed(asked(copy));
    assertThat(copy.post("/api/sign-in/passkey", copied).status()).isEqualTo(403);
    assertThat(two.get("/api/me").status()).as("what it let in is out").isEqualTo(401);
    assertThat(one.get("/api/me").status()).isEqualTo(401);
    assertThat(owner.get("/api/me").status()).as("a code let this one in").isEqualTo(200);
    await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                house.mailbox.to(StoryServer.OPERATOR).stream()
                    .anyMatch(letter -> letter.text().contains("it may have been copied")));
    Browser later = signIn();
    JsonObject listed = later.get("/api/passkeys").json().getJsonArray("items").getJsonObject(0);
    assertThat(listed.getBoolean("stopped")).isTrue();
  }

  @Test
  void aProtectionIsTakenAwayOnlyByWhoHasJustProvedWhoTheyAre() {
    Browser amina = signIn();
    String list = W + "/lists/coalition";
    JsonObject off = new JsonObject().put("enabled", false);
    JsonObject on = new JsonObject().put("enabled", true);
    JsonObject rule = new JsonObject().put("strangers", "HOLD").put("proof", "SIGNATURE_OR_HOST");
    String seat = W + "/seats/" + amina.get(W).json().getString("seat") + "/moderation";
    assertThat(amina.post(list + "/rule", rule).status()).isEqualTo(201);
    house.pass(StepUp.LASTS);

    assertThat(amina.post(list + "/stop", on).status()).as("set up").isEqualTo(201);
    for (Browser.Reply refused :
        new Browser.Reply[] {
          amina.post(list + "/rule", rule), amina.post(list + "/stop", off), amina.post(seat, off)
        }) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("urn:caucus:step-up-needed");
    }
    assertThat(signIn().post(list + "/stop", off).status()).isEqualTo(201);
  }

  @Test
  void tokensThatOpenNothingAreSlowedAndOneThatOpensIsNot() {
    JsonObject asked = new JsonObject().put("name", "script").put("access", "read").put("days", 7);
    Browser.Reply minted = signIn().post("/api/tokens", asked);
    assertThat(minted.status()).as(minted.text()).isEqualTo(201);
    Browser wrong = new Browser(house.base, "caucus_" + "x".repeat(43));
    int[] statuses =
        IntStream.rangeClosed(0, RateLimiter.WRONG_TOKENS)
            .map(i -> wrong.get("/api/me").status())
            .toArray();
    assertThat(statuses[0]).isEqualTo(401);
    assertThat(statuses[RateLimiter.WRONG_TOKENS]).isEqualTo(429);
    Browser right = new Browser(house.base, minted.json().getString("token"));
    assertThat(right.get("/api/me").status()).isEqualTo(200);
  }
}
