package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.caucus.http.StepUp;
import org.junit.jupiter.api.Test;

/** What a person does about their own account, and being asked once more who they are. */
class AccountTest extends OnStage {
  private static final Pattern CONFIRMS = Pattern.compile("\\b(\\d{6}) confirms that it is you");

  private static Locator dialog(Visitor visitor, String title) {
    return visitor.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  private static void confirm(Visitor visitor, String address) throws Exception {
    Locator asks = dialog(visitor, "Confirm your identity");
    asks.getByText("Email me a code").click();
    asks.getByLabel("Six-digit code").fill(stage.mail().find(address, CONFIRMS));
    asks.getByText("Confirm", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(asks).isHidden();
  }

  @Test
  void anInvitationAsksWhoIsThereAndIsSentOnceThatIsProved() throws Exception {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/organisations");
      stage.pass(StepUp.LASTS);
      amina.button("Invite").click();
      Locator form = dialog(amina, "Invite a member");
      form.getByLabel("Email address").fill("late@harbour.example");
      form.getByLabel("Organisation").selectOption("harbour");
      form.getByText("Send invitation").click();
      assertThat(dialog(amina, "Confirm your identity")).isVisible();
      look.at(amina.page(), "step-up");
      Look.undress(amina.page());

      confirm(amina, "amina@lantern.example");

      assertThat(amina.page().getByText("Invitation sent to late@harbour.example")).isVisible();
      assertThat(amina.complaints().stream().filter(c -> !c.contains("403"))).isEmpty();
    }
  }

  /** The page behind the dialog has a button of the same name. */
  static void create(Visitor visitor) {
    Locator asks = dialog(visitor, "Create an access token");
    asks.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create token")).click();
  }

  @Test
  void whoThinksBetterOfItIsToldWhyNothingWasDone() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go("/account");
      stage.pass(StepUp.LASTS);
      ngozi.button("Create token").click();
      dialog(ngozi, "Create an access token").getByLabel("Purpose").fill("Notes");
      create(ngozi);
      assertThat(dialog(ngozi, "Confirm your identity")).isVisible();

      ngozi.page().keyboard().press("Escape");

      assertThat(dialog(ngozi, "Create an access token"))
          .containsText("This is a sensitive change");
    }
  }

  @Test
  void theRecordIsTakenHomeAfterAFreshProof() throws Exception {
    try (Visitor omar = stage.seated("omar")) {
      omar.go(Visitor.WORKSPACE + "/organisations");
      stage.pass(StepUp.LASTS);
      Download copy =
          omar.page()
              .waitForDownload(
                  () -> {
                    omar.link("Download archive").click();
                    try {
                      confirm(omar, "omar@brightline.example");
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  });
      assertThat(copy.suggestedFilename()).isEqualTo("code-of-practice-record.jsonl");
    }
  }

  @Test
  void aSessionIsEndedFromAnotherDevice() {
    try (Visitor phone = stage.seated("ingrid");
        Visitor desk = stage.seated("ingrid")) {
      phone.go(Visitor.WORKSPACE);
      desk.go("/account");
      Locator sessions = desk.page().locator("section[aria-labelledby=sessions]");
      assertThat(sessions.getByText("This session")).hasCount(1);
      sessions.getByText("End all others").click();

      assertThat(desk.page().getByText("You have no other session.")).isVisible();
      phone.page().waitForURL("**/sign-in**");
    }
  }

  private static Locator line(Visitor visitor, String text) {
    return visitor
        .page()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  @Test
  void anAddressIsAddedChosenAndTheFormerOneEnded() throws Exception {
    Pattern adds = Pattern.compile("\\b(\\d{6}) adds this address to an account");
    try (Visitor tobi = stage.seated("tobi")) {
      tobi.go("/account");
      look.at(tobi.page(), "account-one-address");
      Look.undress(tobi.page());
      tobi.button("Add an address").click();
      dialog(tobi, "Add an address").getByLabel("Email address").fill("tobi@home.example");
      tobi.button("Send code").click();
      Locator asks = dialog(tobi, "Enter the code");
      asks.getByLabel("Six-digit code").fill("000000");
      tobi.button("Add the address").click();
      assertThat(asks).containsText("4 attempts left");
      look.at(tobi.page(), "account-address-code");
      Look.undress(tobi.page());
      asks.getByLabel("Six-digit code").fill(stage.mail().find("tobi@home.example", adds));
      tobi.button("Add the address").click();
      assertThat(asks).isHidden();

      tobi.button("Receive here: tobi@home.example").click();
      assertThat(line(tobi, "tobi@home.example")).containsText("Receives email");
      assertThat(tobi.page().locator("header")).containsText("tobi@home.example");
      look.at(tobi.page(), "account-two-addresses");
      Look.undress(tobi.page());
      tobi.button("Remove tobi@lantern.example").click();
      tobi.page().getByText("1 removed address").click();
      assertThat(line(tobi, "tobi@lantern.example")).containsText("until");
      look.at(tobi.page(), "account-address-ended");
      Look.undress(tobi.page());
      assertThat(tobi.complaints().stream().filter(c -> !c.contains("403"))).isEmpty();
    }
  }

  @Test
  void aTokenIsShownOnceAndCanBeRevoked() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go("/account");
      ngozi.button("Create token").click();
      Locator asks = dialog(ngozi, "Create an access token");
      asks.getByLabel("Purpose").fill("Board on the wall");
      create(ngozi);
      Locator shown = dialog(ngozi, "New access token");
      assertThat(shown.locator("code").innerText()).matches("cau_[A-Za-z0-9_-]{43}");
      look.at(ngozi.page(), "token-shown");
      Look.undress(ngozi.page());
      ngozi.button("Done").click();
      Locator line =
          ngozi
              .page()
              .getByRole(AriaRole.LISTITEM)
              .filter(new Locator.FilterOptions().setHasText("Board on the wall"));
      assertThat(line).containsText("never used");
      look.at(ngozi.page(), "account-with-token");
      Look.undress(ngozi.page());
      ngozi.button("Revoke Board on the wall").click();
      assertThat(line).hasCount(0);
    }
  }
}
