package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.notifications.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' pages: who gets in, who does not, and that their buttons do what they say. */
@Tag("slow")
class AdminPagesTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final List<String> PLACES =
      List.of("workspaces", "queue", "jobs", "doctor", "acts");

  private static final int SECRET_CHARS = 43;

  @TempDir Path data;
  private final Mailbox behind = new Mailbox();
  private final Gate gate = new Gate(behind.port());
  private StoryServer house;
  private Browser amina;

  @BeforeEach
  void start() throws Exception {
    String route = "slow.example=smtp://127.0.0.1:" + gate.port() + "?starttls=off";
    house = new StoryServer(data, Map.of("CAUCUS_SMTP_ROUTES", route));
    amina = house.founder("river", "lantern", "all");
  }

  @AfterEach
  void stop() {
    house.close();
    gate.close();
    behind.close();
  }

  private String link(String name) {
    String said = house.command(0, "operator", "add", name);
    assertThat(said).startsWith(house.base + "/admin/enrol#");
    return said.substring(said.indexOf('#') + 1).substring(0, SECRET_CHARS);
  }

  private Browser.Reply post(Browser browser, String path, JsonObject body) {
    return browser.send("POST", "/admin/" + path, body.encode(), "Origin", house.base.toString());
  }

  private Browser.Reply enrol(Browser browser, String token, SoftwareKey key) throws Exception {
    JsonObject asked = new JsonObject().put("token", token);
    Browser.Reply options = post(browser, "enrol/options", asked);
    if (options.status() != 200) {
      return options;
    }
    return post(browser, "enrol", asked.put("credential", key.made(options.json())));
  }

  private Browser.Reply signIn(Browser browser, SoftwareKey key) throws Exception {
    JsonObject options = post(browser, "sign-in/options", new JsonObject()).json();
    JsonObject body = new JsonObject().put("credential", key.signed(options));
    return post(browser, "sign-in", body);
  }

  private Browser.Reply press(Browser browser, String page, Map<String, String> fields) {
    Matcher token = TOKEN.matcher(browser.get("/admin/" + page).text());
    assertThat(token.find()).isTrue();
    String form =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return form(browser, page, "token=" + token.group(1) + "&" + form, house.base.toString());
  }

  private static Browser.Reply form(Browser browser, String page, String form, String origin) {
    return browser.send(
        "POST",
        "/admin/" + page,
        form,
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Origin",
        origin);
  }

  @Test
  void onlyAnEnrolledOperatorGetsInAndOnlyForAWhile() throws Exception {
    Browser stranger = house.browser();
    assertThat(stranger.get("/admin").status()).as("nobody is enrolled").isEqualTo(404);
    assertThat(house.command(1, "operator", "add", "Ops Team")).contains("Nothing was done");
    String first = link("nuru");
    String token = link("nuru");
    SoftwareKey key = new SoftwareKey(house.base);

    Browser operator = house.browser();
    assertThat(stranger.get("/admin").text()).contains("Sign in with a passkey");
    assertThat(operator.get("/admin/enrol").text()).contains("once");
    assertThat(enrol(operator, first, key).status()).as("a newer link ends it").isEqualTo(403);
    assertThat(enrol(operator, token, key).status()).isEqualTo(200);
    assertThat(enrol(stranger, token, new SoftwareKey(house.base)).status())
        .as("a link opens once")
        .isEqualTo(403);
    assertThat(operator.get("/admin").header("location")).isEqualTo("/admin/workspaces");
    String page = operator.get("/admin/workspaces").text();
    assertThat(page).contains("river", "There is one workspace.", "Signed in as nuru");

    for (String place : PLACES) {
      assertThat(operator.get("/admin/" + place).status()).as(place).isEqualTo(200);
      assertThat(amina.get("/admin/" + place).status()).as("a member").isEqualTo(404);
      assertThat(stranger.get("/admin/" + place).status()).as("nobody").isEqualTo(404);
    }
    assertThat(operator.get("/api/me").status()).as("no member's session").isEqualTo(401);

    Browser elsewhere = house.browser();
    assertThat(signIn(elsewhere, new SoftwareKey(house.base)).status()).isEqualTo(403);
    assertThat(signIn(elsewhere, key).status()).isEqualTo(200);
    house.pass(Duration.ofMinutes(20));
    assertThat(elsewhere.get("/admin/queue").status()).isEqualTo(200);
    house.pass(Duration.ofMinutes(20));
    assertThat(elsewhere.get("/admin/queue").status()).as("used meanwhile").isEqualTo(200);
    assertThat(operator.get("/admin/queue").status()).as("idle for 40 min").isEqualTo(404);

    assertThat(press(elsewhere, "queue", Map.of("act", "nothing")).status()).isEqualTo(404);
    assertThat(house.command(0, "operator", "remove", "nuru")).contains("no operator any more");
    assertThat(elsewhere.get("/admin/queue").status()).isEqualTo(404);
    assertThat(house.command(0, "operator")).contains("No operators");
    assertThat(house.command(0, "operator", "acts").lines().map(l -> l.replaceFirst("\\S+ ", "")))
        .containsExactly(
            "shell operator.remove nuru",
            "nuru operator.sign-in nuru",
            "nuru operator.enrol nuru",
            "shell operator.add nuru",
            "shell operator.add nuru");
  }

  @Test
  void anotherSiteAndWhoGuessesDoNothing() throws Exception {
    SoftwareKey key = new SoftwareKey(house.base);
    Browser operator = house.browser();
    String planted = "caucus-operator=" + "a".repeat(43);
    operator.take(planted);
    assertThat(enrol(operator, link("nuru"), key).status()).isEqualTo(200);
    Browser thief = house.browser();
    thief.take(planted);
    assertThat(thief.get("/admin/queue").status()).as("a planted session").isEqualTo(404);

    Matcher token = TOKEN.matcher(operator.get("/admin/queue").text());
    assertThat(token.find()).isTrue();
    String all = "act=hold&destination=slow.example";
    String mine = "token=" + token.group(1) + "&" + all;
    assertThat(form(operator, "queue", mine, "https://evil.example").status()).isEqualTo(403);
    assertThat(form(operator, "queue", all, house.base.toString()).status()).isEqualTo(403);
    assertThat(form(operator, "queue", mine, house.base.toString()).status()).isEqualTo(303);
    assertThat(operator.get("/admin/acts").text()).contains("queue.hold", "slow.example");

    Browser.Reply last = null;
    for (int i = 0; i < 31; i++) {
      last = enrol(house.browser(), "b".repeat(43), key);
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("retry-after")).isNotEmpty();
    house.pass(Duration.ofHours(2));
    String late = link("nuru");
    house.pass(Duration.ofMinutes(61));
    assertThat(enrol(house.browser(), late, key).status()).as("after an hour").isEqualTo(403);
  }

  @Test
  void theQueueIsMovedByTheCodeOfTheCommand() throws Exception {
    Browser operator = house.browser();
    assertThat(enrol(operator, link("nuru"), new SoftwareKey(house.base)).status()).isEqualTo(200);
    String bola = "bola@slow.example";
    gate.atName.put(bola, "451 4.7.1 <" + bola + "> Greylisted");
    JsonObject invitation =
        new JsonObject().put("address", bola).put("role", "MEMBER").put("organisation", "lantern");
    amina.post("/api/workspaces/river/invitations", invitation).id();
    await().atMost(Clocks.LONG).until(() -> house.command(0, "queue").contains("later 451"));

    assertThat(operator.get("/admin/queue").text()).contains("slow.example").doesNotContain("bola");
    Map<String, String> hold = Map.of("act", "hold", "destination", "slow.example");
    String held = press(operator, "queue", hold).header("location");
    assertThat(operator.get(held).text()).contains("One email is held. You can release it.");
    assertThat(house.command(0, "queue", "--state", "held")).contains("1 letters");
    Map<String, String> unsure =
        Map.of("act", "purge", "destination", "slow.example", "reason", "Closed for good.");
    assertThat(operator.get(press(operator, "queue", unsure).header("location")).text())
        .contains("Nothing was removed");
    Map<String, String> sure =
        Map.of(
            "act",
            "purge",
            "destination",
            "slow.example",
            "reason",
            "Closed for good.",
            "sure",
            "yes");
    assertThat(operator.get(press(operator, "queue", sure).header("location")).text())
        .contains("One email was removed.");
    house.mailbox.await(StoryServer.OPERATOR, m -> m.text().contains("Closed for good."));
    assertThat(house.command(0, "queue", "--destination", "slow.example")).isEqualTo("No letters.");
    assertThat(operator.get("/admin/acts").text())
        .contains("queue.purge", "queue.hold")
        .doesNotContain("Closed for good");
    String examined = press(operator, "doctor", Map.of()).text();
    assertThat(examined).contains("smarthost", "disk");
  }
}
