package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A member chooses how their mail comes, by keyboard too, and finds it so again. */
class MyMailTest extends OnStage {
  private static final int PHONE_PX = 360;
  private static final int DESK_PX = 1_280;
  private static final Page.GetByRoleOptions WHO_DID_WHAT =
      new Page.GetByRoleOptions().setName("Preview: Activity");

  private static void picture(Visitor who, String name, int width) {
    who.page().setViewportSize(width, 800);
    Path to = Path.of("target", "screenshots", "my-mail-" + name + ".png");
    who.page().screenshot(new Page.ScreenshotOptions().setPath(to).setFullPage(true));
  }

  @Test
  void aMemberChoosesADigestAndAPause() {
    try (Visitor member = stage.seated("amina")) {
      member.go(Visitor.WORKSPACE + "/my-mail");
      var list = member.page().locator("form[aria-labelledby^='mail-of-']").first();
      list.waitFor();
      picture(member, "desk", DESK_PX);
      list.getByLabel("Each message").focus();
      member.page().keyboard().press("ArrowDown");
      assertThat(list.locator("input[type=radio]").nth(1).isChecked()).isTrue();
      list.getByText("More").click();
      list.getByLabel("Pause email from this list").check();
      picture(member, "chosen", DESK_PX);
      picture(member, "phone", PHONE_PX);
      list.getByText("Save").click();
      member.page().getByText("Applies to new messages").waitFor();
      member.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      picture(member, "dark", PHONE_PX);

      member.page().reload();
      list.waitFor();
      assertThat(list.locator("input[type=radio]").nth(1).isChecked()).isTrue();
      assertThat(list.getByLabel("Last day").isVisible()).isTrue();
      list.getByLabel("First day").fill("2030-01-02");
      list.getByLabel("Last day").fill("2030-01-03");
      list.getByText("Save").click();
      member.page().getByText("Applies to new messages").waitFor();
      assertThat(member.complaints()).isEmpty();
    }
  }

  @Test
  void quietHoursAreKeptAndShownInTheZoneOfTheMember() {
    try (Visitor member = stage.seated("tobi")) {
      member.go(Visitor.WORKSPACE + "/my-mail");
      Page page = member.page();
      page.getByLabel("Your time zone").selectOption("Pacific/Auckland");
      page.getByLabel("Quiet hours every day").check();
      page.getByLabel("From", EXACTLY).fill("20:15");
      page.getByLabel("Until", EXACTLY).fill("06:45");
      picture(member, "quiet-phone", PHONE_PX);
      save(page);
      page.getByText("Applies to new messages").first().waitFor();

      // in another tab, and after a reload, whatever the zone of the device; one changes, the rest
      // stays
      Page other = member.context().newPage();
      other.navigate(page.url());
      shows(other, "20:15", "06:45", "New Zealand Time");
      other.getByLabel("Until", EXACTLY).fill("07:00");
      save(other);
      shows(page, "20:15", "07:00", "New Zealand Time");
      page.getByLabel("From", EXACTLY).fill("21:00");
      save(page);
      shows(other, "21:00", "07:00", "New Zealand Time");
      page.reload();
      shows(page, "21:00", "07:00", "New Zealand Time");
      assertThat(member.read("/my-mail").getJsonObject("quiet").getString("until"))
          .isEqualTo("07:00");
      assertThat(member.complaints()).isEmpty();
    }
  }

  private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);

  private static void save(Page page) {
    page.locator("section[aria-labelledby=all-mail] button[type=submit]").click();
  }

  private static void shows(Page page, String from, String until, String zone) {
    PlaywrightAssertions.assertThat(page.getByLabel("From", EXACTLY)).hasValue(from);
    PlaywrightAssertions.assertThat(page.getByLabel("Until", EXACTLY)).hasValue(until);
    PlaywrightAssertions.assertThat(page.locator(".hours")).containsText(zone);
  }

  @Test
  void aMemberSeesWhatTheWeeklyLetterWouldSayToday() {
    try (Visitor member = stage.seated("amina")) {
      member.go(Visitor.WORKSPACE + "/my-mail");
      Locator button = member.page().getByRole(AriaRole.BUTTON, WHO_DID_WHAT);
      button.waitFor();
      picture(member, "weekly-desk", DESK_PX);
      button.focus();
      member.page().keyboard().press("Enter");
      Locator letter = member.page().getByRole(AriaRole.DIALOG);
      letter.getByText("Next email:").waitFor();
      assertThat(letter.innerText()).contains("COP-1", "/w/code-of-practice/");
      picture(member, "weekly-letter", DESK_PX);
      picture(member, "weekly-letter-phone", PHONE_PX);
      member.page().keyboard().press("Escape");
      letter.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      assertThat(member.complaints()).isEmpty();
    }
  }
}
