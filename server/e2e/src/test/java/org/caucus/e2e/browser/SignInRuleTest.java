package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A workspace into which only those come whose account nothing but a passkey opens. */
class SignInRuleTest extends OnStage {
  private static final String API = "/api/workspaces/code-of-practice";
  private static final String SETTINGS = Visitor.WORKSPACE + "/settings";

  private static void letOnlyAPasskeyIn(Visitor who, String device) {
    new Authenticator(who);
    PasskeyTest.makePasskey(who, device);
    who.button("Require a passkey").click();
    assertThat(who.page().getByText("Passkey required.")).isVisible();
  }

  private static Locator rule(Visitor who) {
    return who.page().locator("section", new Page.LocatorOptions().setHasText("Sign-in rule"));
  }

  private static APIResponse get(Visitor who, String path) {
    return who.context().request().get(stage.base() + path);
  }

  private static APIResponse post(Visitor who, String path, JsonObject body, RequestOptions how) {
    return who.context()
        .request()
        .post(
            stage.base() + path,
            how.setHeader("Content-Type", "application/json").setData(body.encode()));
  }

  private static RequestOptions own() {
    return RequestOptions.create().setHeader("Origin", stage.base());
  }

  @Test
  void whoHasNoPasskeyStaysOutsideUntilNothingElseOpensTheirAccount() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor elsewhere = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      String token = token(ngozi);
      ngozi.go(Visitor.WORKSPACE);
      amina.go(SETTINGS);
      amina.button("Require a passkey").click();
      assertThat(amina.page().getByText("First require a passkey for your own account"))
          .isVisible();
      assertThat(get(elsewhere, "/api/me").status()).isEqualTo(200);
      letOnlyAPasskeyIn(amina, "Desk");
      assertThat(get(elsewhere, "/api/me").status()).as("let in by less").isEqualTo(401);
      amina.go(SETTINGS);
      assertThat(rule(amina)).containsText("members requires a passkey");
      look.at(amina.page(), "sign-in-rule");
      Look.undress(amina.page());
      amina.button("Require a passkey").click();

      assertThat(ngozi.page().getByText("Passkey required")).isVisible();
      look.at(ngozi.page(), "passkey-needed-here");
      Look.undress(ngozi.page());
      nothingOpensTo(ngozi, token);
      letOnlyAPasskeyIn(ngozi, "Phone");
      opensToTokensOfNowAlone(ngozi, token);
      ngozi.go(SETTINGS);
      assertThat(rule(ngozi)).containsText("Only members whose account");
      assertThat(ngozi.button("Allow email codes")).hasCount(0);
      isOutsideOnceACodeIsEnough(ngozi);
      isNoted(amina);

      amina.go(SETTINGS);
      amina.button("Allow email codes").click();
      assertThat(rule(amina)).containsText("a code by email");
      try (Visitor dara = stage.seated("dara")) {
        assertThat(get(dara, API).status()).isEqualTo(200);
        isHiddenFromWhoHasNoSeat(amina, dara);
      }
    }
  }

  private static String token(Visitor who) {
    JsonObject asked = new JsonObject().put("name", "Minutes").put("access", "post").put("days", 7);
    return new JsonObject(post(who, "/api/tokens", asked, own()).text()).getString("token");
  }

  private static void nothingOpensTo(Visitor who, String token) {
    for (String path : List.of("", "/events", "/search?q=code", "/audit", "/bell", "/my-mail")) {
      APIResponse answer = get(who, API + path);
      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(answer.text()).as(path).contains("urn:caucus:passkey-needed");
    }
    JsonObject thread = new JsonObject().put("subject", "In by less").put("text", "Words");
    String threads = API + "/lists/coalition/threads";
    assertThat(post(who, threads, thread, own()).status()).isEqualTo(403);
    try (Visitor program = stage.stranger()) {
      RequestOptions bearer = RequestOptions.create().setHeader("Authorization", "Bearer " + token);
      assertThat(post(program, threads, thread, bearer).status()).isEqualTo(403);
    }
  }

  /** One that was made while a code was enough is as strong as the mailbox was. */
  private static void opensToTokensOfNowAlone(Visitor who, String before) throws Exception {
    try (Visitor program = stage.stranger()) {
      assertThat(get(program, API, before).status()).isEqualTo(401);
      assertThat(get(program, API, token(who)).status()).isEqualTo(200);
    }
    String address = new JsonObject(get(who, "/api/me").text()).getString("address");
    assertThat(stage.mail().find(address, Pattern.compile("(Create new tokens for the programs)")))
        .isNotEmpty();
  }

  private static APIResponse get(Visitor who, String path, String token) {
    RequestOptions bearer = RequestOptions.create().setHeader("Authorization", "Bearer " + token);
    return who.context().request().get(stage.base() + path, bearer);
  }

  /** Without asking for anything: the open page hears of it by its stream's end. */
  private static void isOutsideOnceACodeIsEnough(Visitor who) {
    JsonObject asked = new JsonObject().put("required", false);
    assertThat(post(who, "/api/passkeys/rule", asked, own()).status()).isEqualTo(200);
    assertThat(who.page().getByText("Passkey required")).isVisible();
  }

  private static void isNoted(Visitor amina) {
    amina.go(Visitor.WORKSPACE + "/audit");
    assertThat(amina.page().locator("main")).containsText("The sign-in rule of");
    assertThat(amina.page().locator("main")).containsText("passkey only");
  }

  private static void isHiddenFromWhoHasNoSeat(Visitor amina, Visitor dara) {
    JsonObject lantern =
        new JsonObject().put("slug", "lantern").put("name", "Lantern").put("side", "CIVIL_SOCIETY");
    JsonObject side =
        new JsonObject()
            .put("slug", "side")
            .put("name", "Side")
            .put("convenor", "Amina")
            .put("organisation", lantern);
    assertThat(post(amina, "/api/workspaces", side, own()).status()).isEqualTo(201);
    JsonObject asked = new JsonObject().put("passkeys", true);
    assertThat(post(amina, "/api/workspaces/side/sign-in-rule", asked, own()).status())
        .isEqualTo(201);

    APIResponse hidden = get(dara, "/api/workspaces/side");

    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(get(dara, "/api/workspaces/none").body());
  }
}
