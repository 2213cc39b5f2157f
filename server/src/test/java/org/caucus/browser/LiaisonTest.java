package org.caucus.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A liaison's first minute, on a phone: signs in, finds the place, tells the coalition. */
class LiaisonTest extends OnStage {
  private static final String YUKI = "yuki@northwind.example";

  /** Longer than a phone is wide. */
  private static final String HEADLINE = "We will publish our numbers of notices, by month";

  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  private static void fits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
  }

  @Test
  void fromTheSignInToAnUpdateThatEveryoneReads() throws Exception {
    try (Visitor yuki = stage.stranger();
        Visitor amina = stage.seated("amina")) {
      Page page = yuki.page();
      page.setViewportSize(360, 740);
      amina.go(Visitor.WORKSPACE + "/updates");

      yuki.go("/sign-in");
      fits(page);
      page.getByLabel("Your e-mail address").fill(YUKI);
      yuki.button("Send me a code").click();
      assertThat(page.getByLabel("Six-digit code")).isFocused();
      String code = stage.mail().find(YUKI, CODE);
      page.keyboard().insertText(" " + code.substring(0, 3) + " " + code.substring(3)); // as pasted
      assertThat(page.getByLabel("Six-digit code")).hasValue(code);
      yuki.button("Sign in").click();
      assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Activity");
      fits(page);

      page.locator(".bottom").getByText("Updates").click();
      page.getByPlaceholder("What do you tell the coalition?").fill("Each quarter, from March.");
      assertThat(page.getByText("It can be sent once it has a headline.")).isVisible();
      page.getByPlaceholder("Headline").fill(HEADLINE);
      assertThat(page.getByText("It can be sent once")).hasCount(0);
      fits(page);
      var publish = page.locator("main form button[type=submit]");
      publish.scrollIntoViewIfNeeded();
      assertThat(publish).containsText("Brightline");
      publish.click();

      assertThat(page.getByText("Published. It is read by 11 people in 6 organisations."))
          .isVisible();
      assertThat(page.locator("main li").getByText(HEADLINE)).isVisible();
      assertThat(amina.page().locator("main li").getByText("Each quarter, from March."))
          .isVisible();
      fits(page);
      assertThat(yuki.complaints()).isEmpty();
    }
  }
}
