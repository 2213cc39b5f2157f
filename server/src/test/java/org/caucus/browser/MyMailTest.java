package org.caucus.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A member chooses how their mail comes, by keyboard too, and finds it so again. */
class MyMailTest extends OnStage {
  private static final int PHONE_PX = 360;
  private static final int DESK_PX = 1_280;

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
      list.getByLabel("Each post").focus();
      member.page().keyboard().press("ArrowDown");
      assertThat(list.locator("input[type=radio]").nth(1).isChecked()).isTrue();
      list.getByText("More").click();
      list.getByLabel("No mail of this list from one day to another").check();
      picture(member, "chosen", DESK_PX);
      picture(member, "phone", PHONE_PX);
      list.getByText("Save").click();
      member.page().getByText("It holds for what is posted from now on").waitFor();
      member.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      picture(member, "dark", PHONE_PX);

      member.page().reload();
      list.waitFor();
      assertThat(list.locator("input[type=radio]").nth(1).isChecked()).isTrue();
      assertThat(list.getByLabel("Last day").isVisible()).isTrue();
      list.getByLabel("First day").fill("2030-01-02");
      list.getByLabel("Last day").fill("2030-01-03");
      list.getByText("Save").click();
      member.page().getByText("It holds for what is posted from now on").waitFor();
      assertThat(member.complaints()).isEmpty();
    }
  }
}
