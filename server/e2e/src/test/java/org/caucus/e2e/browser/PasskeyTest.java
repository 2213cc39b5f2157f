package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.http.StepUp;
import org.caucus.operator.Heard;
import org.caucus.operator.Shell;
import org.caucus.platform.eventlog.Installation;
import org.junit.jupiter.api.Test;

/** In by a passkey, in a real browser with an authenticator that Chromium plays. */
class PasskeyTest extends OnStage {
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6}) is your sign-in code");
  private static final Pattern LINK = Pattern.compile("http://\\S+/admin/enrol#[\\w-]{43}");
  private static final String NONE_YET = "000000";
  private static final String REFUSED = "This passkey was not accepted";

  /** Milliseconds for a button to be pressed. */
  private static final int PRESS_MS = 5_000;

  static Locator dialog(Visitor visitor, String title) {
    return visitor.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  private static Locator.GetByTextOptions exact() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  static void makePasskey(Visitor visitor, String name) {
    visitor.go("/account");
    visitor.button("Add a passkey").click();
    dialog(visitor, "Add a passkey").getByLabel("Passkey name").fill(name);
    visitor.button("Create passkey").click();
    assertThat(passkey(visitor, name)).containsText("never used");
  }

  private static Locator passkey(Visitor visitor, String name) {
    return visitor
        .page()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  @Test
  void aPasskeyIsRenamedAndItsOwnerToldByMailWhenOneComesAndGoes() throws Exception {
    try (Visitor ingrid = stage.seated("ingrid")) {
      new Authenticator(ingrid);
      makePasskey(ingrid, "This device");
      stage.mail().find("ingrid@meridian.example", Pattern.compile("(A passkey was added)"));
      ingrid.button("Rename This device").click();
      Locator form = dialog(ingrid, "Rename passkey");
      assertThat(form.getByLabel("Passkey name")).hasValue("This device");
      look.at(ingrid.page(), "passkey-rename");
      Look.undress(ingrid.page());
      form.getByLabel("Passkey name").fill("Grey laptop");
      form.getByText("Rename", exact()).click();

      assertThat(passkey(ingrid, "Grey laptop")).isVisible();
      assertThat(passkey(ingrid, "This device")).hasCount(0);
      ingrid.button("Remove Grey laptop").click();
      dialog(ingrid, "Remove Grey laptop?").getByText("Remove", exact()).click();
      assertThat(passkey(ingrid, "Grey laptop")).hasCount(0);
      stage.mail().find("ingrid@meridian.example", Pattern.compile("(A passkey was removed)"));
    }
  }

  /** A browser that offers the passkey by itself may be in before the button is pressed. */
  private static void pressUnlessGone(Locator button) {
    try {
      button.click(new Locator.ClickOptions().setTimeout(PRESS_MS));
    } catch (TimeoutError in) {
      assertThat(button).isHidden();
    }
  }

  /** Signs out, and in again by whatever the browser has. */
  private static Request comeBack(Visitor visitor) {
    visitor.context().clearCookies();
    return visitor
        .page()
        .waitForRequest(
            r -> r.url().endsWith("/api/sign-in/passkey"),
            () -> {
              visitor.go("/sign-in?to=/account");
              if (visitor.button("Sign in with a passkey").isVisible()) {
                pressUnlessGone(visitor.button("Sign in with a passkey"));
              }
            });
  }

  @Test
  void aPasskeySignsInWithoutSayingWhoOneIs() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      new Authenticator(ngozi);
      makePasskey(ngozi, "Blue phone");

      Request sent = comeBack(ngozi);

      ngozi.page().waitForURL("**/account");
      assertThat(ngozi.page().locator("main")).containsText("ngozi@savanna.example");
      assertThat(passkey(ngozi, "Blue phone")).not().containsText("never used");
      look.at(ngozi.page(), "account-with-passkey");
      Look.undress(ngozi.page());
      assertThat(again(ngozi, sent)).as("what was signed is good once").contains(REFUSED);
      try (Visitor thief = stage.stranger()) {
        assertThat(again(thief, sent)).as("and in its browser alone").contains(REFUSED);
      }
      ngozi.go("/account");
      assertThat(passkey(ngozi, "Blue phone")).not().containsText("never used");
      assertThat(passkey(ngozi, "Blue phone")).not().containsText("Moderated");
    }
  }

  private static String again(Visitor who, Request sent) {
    return who.context()
        .request()
        .post(
            sent.url(),
            RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("Origin", stage.base())
                .setData(sent.postData()))
        .text();
  }

  @Test
  void aPasskeyIsTheFreshProof() {
    try (Visitor amina = stage.seated("amina")) {
      new Authenticator(amina);
      makePasskey(amina, "Desk");
      stage.pass(StepUp.LASTS);
      amina.button("Create token").click();
      dialog(amina, "Create an access token").getByLabel("Purpose").fill("Minutes");
      AccountTest.create(amina);
      assertThat(dialog(amina, "Confirm your identity")).containsText("Use my passkey");
      look.at(amina.page(), "step-up-passkey");
      Look.undress(amina.page());

      amina.button("Use my passkey").click();

      assertThat(dialog(amina, "New access token")).isVisible();
    }
  }

  @Test
  void anotherPersonsPasskeyIsNoProof() {
    try (Visitor samuel = stage.seated("samuel");
        Visitor yuki = stage.seated("yuki")) {
      Authenticator hers = new Authenticator(yuki);
      makePasskey(yuki, "Phone");
      Authenticator his = new Authenticator(samuel);
      makePasskey(samuel, "Laptop");
      his.become(hers.passkey());
      stage.pass(StepUp.LASTS);
      samuel.button("Create token").click();
      dialog(samuel, "Create an access token").getByLabel("Purpose").fill("Minutes");
      AccountTest.create(samuel);

      samuel.button("Use my passkey").click();

      assertThat(dialog(samuel, "Confirm your identity")).containsText(REFUSED);
      assertThat(dialog(samuel, "New access token")).hasCount(0);
    }
  }

  @Test
  void whoTheDeviceDoesNotRecogniseDoesNotGetIn() {
    try (Visitor dara = stage.seated("dara")) {
      Authenticator device = new Authenticator(dara);
      makePasskey(dara, "Work laptop");
      device.recognises(false);
      dara.context().clearCookies();
      dara.go("/sign-in");
      dara.button("Sign in with a passkey").click();

      assertThat(dara.page().getByRole(AriaRole.ALERT)).containsText("The passkey was not used");
    }
  }

  @Test
  void aCopyIsFoundOutByItsCounterAndOpensNothingAnyMore() {
    try (Visitor omar = stage.seated("omar");
        Visitor elsewhere = stage.seated("omar")) {
      Authenticator device = new Authenticator(omar);
      makePasskey(omar, "Key ring");
      JsonObject copy = device.passkey();
      comeBack(omar);
      omar.page().waitForURL("**/account");
      copy.addProperty("signCount", 0);
      device.become(copy);

      comeBack(omar);

      assertThat(omar.page().getByRole(AriaRole.ALERT)).containsText(REFUSED);
      elsewhere.go("/account");
      assertThat(passkey(elsewhere, "Key ring")).containsText("Blocked: it may have been copied");
    }
  }

  @Test
  void whereAPasskeyIsNeededACodeAloneIsNotEnoughAndTheLastOneStays() throws Exception {
    String address = "ingrid@openrights.example";
    try (Visitor ingrid = stage.seated("ingrid")) {
      new Authenticator(ingrid);
      address = address(ingrid);
      makePasskey(ingrid, "Tablet");
      ingrid.button("Require a passkey").click();
      assertThat(ingrid.page().getByText("Passkey required.")).isVisible();
      ingrid.button("Remove Tablet").click();
      dialog(ingrid, "Remove Tablet?").getByText("Remove", exact()).click();
      assertThat(ingrid.page().getByText("This is your last passkey")).isVisible();

      comeBack(ingrid);
      ingrid.page().waitForURL("**/account");
    }
    try (Visitor thief = stage.stranger();
        Visitor back = stage.stranger()) {
      String theirs = isRefusedWithACode(thief, address, NONE_YET);
      String hers = isRefusedWithACode(back, address, stage.mail().find(address, CODE));
      assertThat(hers).isNotEqualTo(theirs);
      isConfirmedByAConvenor(address, hers);
      assertThat(isRefusedWithACode(thief, address, stage.mail().find(address, CODE)))
          .as("the word was for another browser")
          .isEqualTo(theirs);
      entersWithANewCode(back, address);
    }
  }

  /** The number that this browser shows from then on. */
  private String isRefusedWithACode(Visitor who, String address, String before) throws Exception {
    typesANewCode(who, address, before);
    var alert = who.page().getByRole(AriaRole.ALERT);
    assertThat(alert).containsText("your account requires a passkey");
    Matcher number = Pattern.compile("this number: (\\d{8})").matcher(alert.innerText());
    assertThat(number.find()).isTrue();
    if (before.equals(NONE_YET)) {
      look.at(who.page(), "locked-out-themselves");
      Look.undress(who.page());
    }
    who.go("/account");
    assertThat(who.page().locator("h1")).hasText("Sign in");
    return number.group(1);
  }

  /** Another than the one that was mailed before. */
  private static void typesANewCode(Visitor who, String address, String before) throws Exception {
    who.go("/sign-in?to=/account");
    who.page().getByLabel("Your email address").fill(address);
    who.button("Send code").click();
    String code = stage.mail().find(address, CODE);
    for (int looks = 0; code.equals(before) && looks < 100; looks++) {
      who.page().waitForTimeout(100);
      code = stage.mail().find(address, CODE);
    }
    who.page().getByLabel("Six-digit code").fill(code);
    who.page().getByText("Sign in", exactly()).last().click();
  }

  @Test
  void thePersonWhoRunsTheServerLetsInWhoHasNoConvenorButThemself() throws Exception {
    String address;
    try (Visitor kelechi = stage.seated("kelechi")) {
      new Authenticator(kelechi);
      address = address(kelechi);
      makePasskey(kelechi, "Phone");
      kelechi.button("Require a passkey").click();
      assertThat(kelechi.page().getByText("Passkey required.")).isVisible();
    }
    try (Visitor back = stage.stranger()) {
      assertThat(operator(address, "12345678")).contains("No browser that shows this number asks");
      String number = isRefusedWithACode(back, address, NONE_YET);

      assertThat(operator(address, number)).contains("Confirmed. Until ");

      entersWithANewCode(back, address);
    }
  }

  /** At the running server. */
  private static String operator(String address, String number) {
    return command("sessions", "confirm", "--person", address, "--number", number);
  }

  private static String command(String... words) {
    Heard heard = new Heard();
    Shell.Opening taken =
        work -> {
          Installation.open(data).close();
          throw new AssertionError("the server has it");
        };
    new Shell(data, heard).run(List.of(words), taken);
    return String.join("\n", heard.said) + String.join("\n", heard.noted);
  }

  /** Else a convenor of anything could say that they are who lost their passkeys. */
  @Test
  void whereAPasskeyIsNeededTheirMailAloneTakesNoSeatForThem() throws Exception {
    try (Visitor tobi = stage.seated("tobi");
        Visitor amina = stage.seated("amina");
        Visitor thief = stage.stranger()) {
      new Authenticator(tobi);
      String address = address(tobi);
      makePasskey(tobi, "Tablet");
      tobi.button("Require a passkey").click();
      assertThat(tobi.page().getByText("Passkey required.")).isVisible();
      send(
          amina,
          "/api/workspaces",
          "{\"slug\":\"side\",\"name\":\"Side\",\"convenor\":\"Amina\",\"organisation\":{\"slug\":\"lantern\","
              + "\"name\":\"Lantern\",\"side\":\"CIVIL_SOCIETY\"}}");
      send(
          amina,
          "/api/workspaces/side/invitations",
          "{\"address\":\"" + address + "\",\"organisation\":\"lantern\",\"role\":\"MEMBER\"}");
      String token = stage.mail().find(address, Pattern.compile("/join/([\\w.]+)"));
      String acceptance = "/api/invitations/" + token + "/acceptance";

      assertThat(send(thief, acceptance, "{\"name\":\"Tobi\"}"))
          .contains("Your account requires a passkey. Sign in with it");
      thief.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + readingToken(tobi)));
      assertThat(send(thief, acceptance, "{\"name\":\"Tobi\"}"))
          .as("a token is no passkey")
          .contains("Your account requires a passkey. Sign in with it");
      assertThat(send(tobi, acceptance, "{\"name\":\"Tobi\"}")).contains("\"workspace\":\"side\"");
    }
  }

  private static String readingToken(Visitor who) {
    String made = send(who, "/api/tokens", "{\"name\":\"N\",\"access\":\"read\",\"days\":7}");
    return new io.vertx.core.json.JsonObject(made).getString("token");
  }

  private static String send(Visitor who, String path, String body) {
    return who.context()
        .request()
        .post(
            stage.base() + path,
            RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("Origin", stage.base())
                .setData(body))
        .text();
  }

  private void isConfirmedByAConvenor(String address, String number) throws Exception {
    assertThat(stage.mail().find(address, Pattern.compile("(together cancel this)"))).isNotEmpty();
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE);
      amina.link("1 account recovery to confirm").click();
      assertThat(amina.page().getByText("Account recovery")).isVisible();
      look.at(amina.page(), "locked-out");
      Look.undress(amina.page());
      var field = amina.page().getByLabel("Number in their browser");
      field.fill(number.equals("00000000") ? "11111111" : "00000000");
      amina.button("Confirm recovery").click();
      assertThat(amina.page().getByText("This number does not match any browser")).isVisible();
      field.fill(number.substring(0, 4) + " " + number.substring(4));
      amina.button("Confirm recovery").click();
      assertThat(amina.page().getByText("Confirmed", exactly())).isVisible();
      amina.go(Visitor.WORKSPACE + "/audit");
      assertThat(amina.page().locator("main"))
          .containsText("The account recovery of Ingrid Solheim was confirmed");
    }
  }

  private static void entersWithANewCode(Visitor back, String address) throws Exception {
    typesANewCode(back, address, stage.mail().find(address, CODE));
    assertThat(back.page().locator("main")).containsText("You can also sign in with a code");
    assertThat(
            stage.mail().find(address, Pattern.compile("(signed in to your account with a code)")))
        .isNotEmpty();
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  private static String address(Visitor visitor) {
    String me = visitor.context().request().get(stage.base() + "/api/me").text();
    return new io.vertx.core.json.JsonObject(me).getString("address");
  }

  @Test
  void anOperatorEnrolsByALinkAndFindsTheirPagesByKeyboard() {
    Matcher link = LINK.matcher(command("operator", "add", "nuru"));
    assertThat(link.find()).isTrue();
    try (Visitor nuru = stage.stranger()) {
      new Authenticator(nuru);
      nuru.page().navigate(link.group());
      nuru.button("Create a passkey").press("Enter");
      nuru.page().waitForURL("**/admin/workspaces");
      look.at(nuru.page(), "admin-workspaces");
      Look.undress(nuru.page());
      nuru.link("Mail queue").press("Enter");
      nuru.page().waitForURL("**/admin/queue");
      look.at(nuru.page(), "admin-queue");
      Look.undress(nuru.page());
      nuru.button("Sign out").press("Enter");
      nuru.button("Sign in with a passkey").press("Enter");
      nuru.page().waitForURL("**/admin/workspaces");
    }
  }
}
