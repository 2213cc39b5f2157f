package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits that hit anyone who goes beyond them, and not whom they aim at. */
@Tag("slow")
class AbuseTest {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private static final String W = "/api/workspaces/review";
  private static final int INVITATIONS_A_DAY = 5;

  @TempDir Path data;

  private static Browser opened(StoryServer house, String operator, String slug) {
    Browser convenor = house.signedIn(operator, "Firefox");
    JsonObject rights =
        new JsonObject().put("slug", "rights").put("name", "Rights").put("side", "CIVIL_SOCIETY");
    convenor
        .post(
            "/api/workspaces",
            new JsonObject()
                .put("slug", slug)
                .put("name", "Review")
                .put("convenor", "Amina")
                .put("organisation", rights))
        .id();
    return convenor;
  }

  private static JsonObject invited(String address) {
    return new JsonObject()
        .put("address", address)
        .put("organisation", "rights")
        .put("role", "MEMBER");
  }

  private static void revokeAll(Browser convenor) {
    JsonArray open = convenor.get(W + "/invitations").json().getJsonArray("items");
    open.forEach(i -> convenor.delete(W + "/invitations/" + ((JsonObject) i).getString("id")));
  }

  @Test
  void whoIsInvitedAndRevokedAndInvitedGetsFewLetters() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = opened(house, StoryServer.OPERATOR, "review");
      String victim = "desk@agency.example";
      for (int i = 0; i < INVITATIONS_A_DAY; i++) {
        assertThat(amina.post(W + "/invitations", invited(victim)).status()).isEqualTo(201);
        revokeAll(amina);
      }
      Browser.Reply more = amina.post(W + "/invitations", invited("Desk@Agency.example"));
      assertThat(more.status()).isEqualTo(429);
      assertThat(more.header("retry-after")).isNotEmpty();
      assertThat(more.json().getString("detail")).contains("5 times a day");

      String other = "press@network.example";
      assertThat(amina.post(W + "/invitations", invited(other)).status()).isEqualTo(201);
      opened(house, StoryServer.OPERATOR, "another");
      assertThat(
              amina.post(W.replace("review", "another") + "/invitations", invited(victim)).status())
          .as("another workspace invites them still")
          .isEqualTo(201);
    }
  }

  private static Browser.Reply asks(Browser browser, String address) {
    return browser.post("/api/sign-in/codes", new JsonObject().put("address", address));
  }

  @Test
  void aStrangerDoesNotKeepAMemberOutOfTheBrowserTheySignedInWith() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      String member = "press@network.example";
      house.signedIn(member, "Firefox");
      Browser hers = house.browser();
      assertThat(asks(hers, member).status()).isEqualTo(202);
      Browser.Reply wrong = hers.post("/api/sign-in", new JsonObject().put("code", "000000"));
      assertThat(wrong.status()).isEqualTo(403);
      assertThat(wrong.json().getString("title")).isEqualTo("Wrong code");
      Mailbox.Mail mail = house.mailbox.await(member, m -> CODE.matcher(m.subject()).find());
      Matcher code = CODE.matcher(mail.subject());
      assertThat(code.find()).isTrue();
      Browser.Reply in = hers.post("/api/sign-in", new JsonObject().put("code", code.group(1)));
      assertThat(in.status()).as(in.text()).isEqualTo(200);
      List<String> cookies = in.headers().allValues("set-cookie");
      assertThat(cookies)
          .extracting(c -> c.substring(0, c.indexOf('=')))
          .containsExactlyInAnyOrder("caucus", "caucus-who", "caucus-known");
      assertThat(cookies)
          .filteredOn(c -> c.startsWith("caucus-known="))
          .singleElement()
          .asString()
          .contains("HttpOnly", "SameSite=Lax")
          .doesNotContain("press");
      assertThat(hers.delete("/api/session").status()).isEqualTo(204);

      Browser stranger = house.browser();
      int asked = 0;
      while (asks(stranger, member).status() == 202) {
        asked++;
      }
      assertThat(asked).isLessThan(10);
      assertThat(asks(house.browser(), member).status()).as("of the same network").isEqualTo(429);
      assertThat(asks(hers, member).status()).isEqualTo(202);
      assertThat(asks(hers, "desk@agency.example").status())
          .as("known for one address, not for others")
          .isEqualTo(202);
      stranger.take("caucus-known=" + "a".repeat(78) + "; Path=/");
      assertThat(asks(stranger, member).status()).as("a forged mark").isEqualTo(429);
    }
  }

  @Test
  void behindHttpsBrowsersAreToldToStayThere() throws Exception {
    Map<String, String> environment =
        StoryServer.environment(data, Ports.free(), "smtp://127.0.0.1:9");
    environment.put("CAUCUS_BASE_URL", "https://caucus.example");
    Settings settings = Settings.from(environment::get);
    Wiring wiring = new Wiring(settings).start(List.of());
    try {
      Browser anyone = new Browser(URI.create("http://127.0.0.1:" + settings.httpPort()));
      for (String path : List.of("/", "/api/me", "/w/none", "/api/none")) {
        assertThat(anyone.get(path).header("strict-transport-security"))
            .as(path)
            .isEqualTo("max-age=31536000; includeSubDomains");
      }
    } finally {
      wiring.close();
    }
  }

  @Test
  void withoutHttpsTheySayNothingOfIt() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      assertThat(house.browser().get("/").header("strict-transport-security")).isEmpty();
      assertThat(house.browser().get("/").body().toString(UTF_8)).isNotEmpty();
    }
  }
}
