package org.caucus.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The line goes before a page was ever opened here. */
class BadLineTest extends OnStage {
  private static final Pattern CODE_OF_THE_PAGE = Pattern.compile(".*/assets/ActionsView.*");

  @Test
  void whatCouldNotBeOpenedOpensByItselfWhenTheLineIsBack() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      page.route(CODE_OF_THE_PAGE, route -> route.abort()); // not fetched ahead either
      Look.prepare(ngozi);
      ngozi.go(Visitor.WORKSPACE + "/lists");
      ngozi.context().setOffline(true);
      page.locator(".rail").getByText("Actions").click();

      assertThat(page.locator("main")).containsText("This page is not in this browser yet");
      assertThat(page.getByText("You are offline")).isVisible();
      look.at(page, "not-here-yet");
      Look.undress(page);

      page.unroute(CODE_OF_THE_PAGE);
      ngozi.context().setOffline(false);
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Actions");
      assertThat(page.getByText("This page is not in this browser yet")).hasCount(0);
    }
  }
}
