package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
  void fromTheSignInToAnUpdateThatCivilSocietyReads() throws Exception {
    try (Visitor yuki = stage.stranger();
        Visitor amina = stage.seated("amina")) {
      Page page = yuki.page();
      page.setViewportSize(360, 740);
      amina.go(Visitor.WORKSPACE + "/updates");

      yuki.go("/sign-in");
      fits(page);
      page.getByLabel("Your email address").fill(YUKI);
      yuki.button("Send code").click();
      assertThat(page.getByLabel("Six-digit code")).isFocused();
      String code = stage.mail().find(YUKI, CODE);
      page.keyboard().insertText(" " + code.substring(0, 3) + " " + code.substring(3)); // as pasted
      assertThat(page.getByLabel("Six-digit code")).hasValue(code);
      yuki.button("Sign in").click();
      assertThat(page.getByRole(AriaRole.HEADING).first()).containsText("Activity");
      yuki.forgetDrafts();
      fits(page);

      page.locator(".bottom").getByText("Updates").click();
      page.getByPlaceholder("Text").fill("Each quarter, from March.");
      assertThat(page.getByText("Add a headline to publish.")).isVisible();
      page.getByPlaceholder("Headline").fill(HEADLINE);
      assertThat(page.getByText("Add a headline to publish")).hasCount(0);
      fits(page);
      var publish = page.locator("main form button[type=submit]");
      publish.scrollIntoViewIfNeeded();
      // it begins with civil society and the own company: who reads more is chosen
      assertThat(publish).containsText("Send to 9 people");
      publish.click();

      assertThat(page.getByText("Published. 9 people in 5 organisations can read it.")).isVisible();
      assertThat(page.locator("main li").getByText(HEADLINE)).isVisible();
      assertThat(amina.page().locator("main li").getByText("Each quarter, from March."))
          .isVisible();
      fits(page);
      assertThat(yuki.complaints()).isEmpty();
    }
  }

  private static Locator fold(Page page, String summary) {
    return page.locator("main form summary")
        .filter(new Locator.FilterOptions().setHasText(summary));
  }

  /** What is said before it is sent, and what sends it, are on one small screen with the words. */
  @Test
  void theOrdinaryUpdateIsOneScreenAndTheRestIsATapAway() {
    try (Visitor yuki = stage.seated("yuki")) {
      Page page = yuki.page();
      page.setViewportSize(360, 640);
      yuki.goInside(Visitor.WORKSPACE + "/updates");
      Locator form = page.locator("main form.takes");
      page.getByPlaceholder("Headline").fill(HEADLINE);
      page.getByPlaceholder("Text").fill("Each quarter, from March.");
      assertThat(form.locator(".send")).isEnabled();
      assertThat(form.getByText("May be quoted with the company’s name.").first()).isVisible();
      assertThat(form.getByLabel("Attribution")).isHidden();
      double room = 640 - height(page.locator("header.top")) - height(page.locator(".bottom"));
      double last = bottom(form.locator(".send"));
      assertThat(last - page.getByPlaceholder("Headline").boundingBox().y).isLessThan(room);

      fold(page, "On the record").click();
      form.getByLabel("Attribution").selectOption("OFF_RECORD");
      fold(page, "Off the record").click();
      fold(page, "Provision").click();
      form.getByLabel("Provision").fill("Part I, 3");
      form.getByLabel("Promised for").fill("2199-03-31");
      fold(page, "Provision").click();
      // folded again, a line says what they hold
      assertThat(fold(page, "Off the record")).containsText("May not be quoted at all.");
      assertThat(fold(page, "Provision")).containsText("Part I, 3");
      assertThat(fold(page, "Provision")).containsText("Promised for 31 Mar 2199");
      assertThat(form.locator("[data-will-see]")).containsText("Northwind 1; and");
      fits(page);
      look.at(page, "liaison-phone");
      Look.undress(page);

      // and it is the same after a reload, and in a second tab
      page.setViewportSize(360, 640);
      yuki.goInside(Visitor.WORKSPACE + "/updates");
      assertThat(fold(page, "Off the record")).isVisible();
      Page second = yuki.context().newPage();
      second.setViewportSize(360, 640);
      second.navigate(page.url());
      fold(second, "Off the record").waitFor();
      second.locator("h1").click(); // what is under somebody's hands stays
      fold(page, "Off the record").click();
      form.getByLabel("Attribution").selectOption("BACKGROUND");
      assertThat(fold(second, "Background")).isVisible();
      assertThat(yuki.complaints()).isEmpty();
    }
  }

  /**
   * It is the harder to notice the shorter the form: what was off record is not on record by it.
   */
  @Test
  void whatIsPutBackComesWithTheTermsItWasSentUnder() {
    try (Visitor dara = stage.seated("dara")) {
      Page page = dara.page();
      page.setViewportSize(360, 640);
      dara.goInside(Visitor.WORKSPACE + "/updates");
      page.getByPlaceholder("Headline").fill("Between us");
      page.getByPlaceholder("Text").fill("The queue was not looked at.");
      fold(page, "On the record").click();
      page.getByLabel("Attribution").selectOption("OFF_RECORD");
      page.route(
          "**/updates",
          route -> {
            if (route.request().method().equals("POST")) {
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(422)
                      .setContentType("application/problem+json")
                      .setBody("{\"title\":\"no\",\"detail\":\"No.\",\"status\":422}"));
            } else {
              route.fallback();
            }
          });
      page.locator("main form.takes .send").click();
      dara.button("Edit message").waitFor();
      assertThat(fold(page, "On the record")).isVisible();
      dara.button("Edit message").click();
      assertThat(fold(page, "Off the record")).isVisible();
      assertThat(page.getByPlaceholder("Headline")).hasValue("Between us");
    }
  }

  private static double height(Locator of) {
    return of.boundingBox().height;
  }

  private static double bottom(Locator of) {
    return of.boundingBox().y + of.boundingBox().height;
  }
}
